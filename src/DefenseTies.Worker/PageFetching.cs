using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DefenseTies.Worker;

/// <summary>Pages that feeds link to → their articles in the ledger. One page per host at a time, hosts side by side.</summary>
internal sealed class PageFetching(Ledger ledger, Intake intake, Web web, PageText text, Outcomes outcomes, TimeProvider clock, ILogger<PageFetching> log) : BackgroundService
{
    private const int MostHosts = 32;

    private readonly Dictionary<string, Task> busy = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> ended = new();
    private readonly SemaphoreSlim news = new(0);

    /// <summary>Tells that the ledger holds new pages to fetch.</summary>
    public void Wake() => news.Release();

    /// <inheritdoc/>
    public override void Dispose()
    {
        news.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                while (ended.TryDequeue(out var host))
                {
                    busy.Remove(host, out var fetch);
                    await fetch!;
                }

                if (busy.Count < MostHosts && ledger.TakePage([.. busy.Keys]) is { } entry)
                    Begin(new InHand(entry, WorkerTelemetry.StartArticle(entry), clock.GetTimestamp()), stoppingToken);
                else
                    await news.WaitAsync(busy.Count == 0 ? ledger.NextDue(pages: true) : TimeSpan.FromMinutes(1), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(busy.Values);
        }
    }

    private void Begin(InHand taken, CancellationToken stopping)
    {
        var host = new Uri(taken.Entry.Source).GetLeftPart(UriPartial.Authority) + "/";
        busy[host] = FetchAsync();

        async Task FetchAsync()
        {
            try
            {
                await FetchPageAsync(taken, stopping);
            }
            finally
            {
                // Told before anybody is woken: who looked whether this task is over might be earlier than its end, and look again in a minute only.
                ended.Enqueue(host);
                news.Release();
            }
        }
    }

    private async Task FetchPageAsync(InHand taken, CancellationToken stopping)
    {
        var entry = taken.Entry;
        try
        {
            var answer = await web.GetAsync(new Uri(entry.Source), "text/html, application/xhtml+xml, text/plain;q=0.9", null, null, stopping);
            log.PageFetched(entry.Source, answer.Status);
            var read = text.Read(answer, entry.Date);
            if (read.Article is not { } article)
            {
                outcomes.SetAside(taken, read.Problem!);
                return;
            }

            ledger.Fetched(entry.Number, Encoding.UTF8.GetBytes(article.Text));
            taken.Trace?.SetTag("state", "fetched").Dispose();
            intake.Wake();
        }
        catch (WebException error) when (error.IsTransient)
        {
            outcomes.TryAgain(taken, error.Message, error.RetryAfter);
        }
        catch (WebException error)
        {
            outcomes.SetAside(taken, error.Message);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }
}
