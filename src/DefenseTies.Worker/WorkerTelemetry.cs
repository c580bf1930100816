using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DefenseTies.Worker;

/// <summary>The worker's counters and traces, by the names under which dashboards find them.</summary>
internal sealed class WorkerTelemetry
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "DefenseTies.Worker";

    private static readonly ActivitySource Source = new(Name);

    private readonly Counter<long> finished, retried, claims, feeds;
    private readonly Histogram<double> reading, writing;

    public WorkerTelemetry(IMeterFactory meters, Intake intake, StoreState store)
    {
        var meter = meters.Create(Name);
        finished = meter.CreateCounter<long>("defenseties.worker.articles.finished", "{article}", "Articles done, unchanged or failed");
        retried = meter.CreateCounter<long>("defenseties.worker.articles.retried", "{article}", "Articles that failed and are tried again");
        claims = meter.CreateCounter<long>("defenseties.worker.claims.written", "{claim}", "New claims in the graph");
        feeds = meter.CreateCounter<long>("defenseties.worker.feeds.asked", "{request}", "Requests for feeds, by what came of them");
        reading = meter.CreateHistogram<double>("defenseties.worker.article.duration", "s", "From taking an article up to its line in the ledger");
        writing = meter.CreateHistogram<double>("defenseties.worker.store.duration", "s", "One write into the store, of one article or several, with all waiting");
        meter.CreateObservableGauge("defenseties.worker.queue.length", () => intake.Waiting, "{article}", "Posted articles that wait");
        meter.CreateObservableGauge("defenseties.worker.store.away", () => store.Trouble is null ? 0 : 1, description: "1 while the store is away");
    }

    /// <summary>A trace of one step; null when nobody listens.</summary>
    public static Activity? Start(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>A trace of one article from being taken up to its line in the ledger. It is not made current: articles overlap.</summary>
    public static Activity? StartArticle(LedgerEntry entry)
    {
        var before = Activity.Current;
        var activity = Source.StartActivity("article", ActivityKind.Consumer)?.SetTag("entry", entry.Number).SetTag("origin", OriginOf(entry)).SetTag("source", entry.Source);
        Activity.Current = before;
        return activity;
    }

    public void Finished(LedgerEntry entry, string state, long newClaims, TimeSpan took)
    {
        finished.Add(1, new("state", state), new("origin", OriginOf(entry)));
        claims.Add(newClaims);
        reading.Record(took.TotalSeconds);
    }

    public void Retried(LedgerEntry entry) => retried.Add(1, new KeyValuePair<string, object?>("origin", OriginOf(entry)));

    public void Wrote(TimeSpan took) => writing.Record(took.TotalSeconds);

    public void FeedAsked(string outcome) => feeds.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    private static string OriginOf(LedgerEntry entry) => entry.Origin.ToString().ToLowerInvariant();
}
