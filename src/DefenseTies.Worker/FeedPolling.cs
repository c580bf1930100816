using System.Net;
using System.Xml;
using DefenseTies.Articles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DefenseTies.Worker;

/// <summary>Feeds → ledger. Each feed is asked by itself: one that hangs holds up no other.</summary>
internal sealed class FeedPolling(Ledger ledger, Intake intake, PageFetching pages, Web web, ArticleReader reader, WorkerOptions options, WorkerTelemetry telemetry, TimeProvider clock, ILogger<FeedPolling> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // None of them ends by itself.
            if (options.Feeds.Count > 0)
                await await Task.WhenAny(options.Feeds.Distinct(StringComparer.Ordinal).Select(f => FollowAsync(new Uri(f), stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    // A feed that fails is asked half as often each time, up to once a day.
    private async Task FollowAsync(Uri feed, CancellationToken stopping)
    {
        for (var pause = options.FeedEvery; ; await Task.Delay(pause, clock, stopping))
        {
            using var trace = WorkerTelemetry.Start("feed")?.SetTag("feed", feed.AbsoluteUri);
            try
            {
                await AskAsync(feed, stopping);
                pause = options.FeedEvery;
            }
            catch (Exception error) when (error is WebException or XmlException or InvalidDataException)
            {
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                if (error is WebException { RetryAfter: { } wait } && wait > pause)
                    pause = wait < LongestPause ? wait : LongestPause;
                telemetry.FeedAsked("failed");
                log.FeedFailed(feed.AbsoluteUri, pause, error.Message);
            }
        }
    }

    private async Task AskAsync(Uri feed, CancellationToken stopping)
    {
        var (etag, lastModified) = ledger.Validators(feed.AbsoluteUri);
        var answer = await web.GetAsync(feed, "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1", etag, lastModified, stopping);
        if (answer.Status == HttpStatusCode.NotModified)
        {
            telemetry.FeedAsked("unchanged");
            log.FeedUnchanged(feed.AbsoluteUri);
            return;
        }

        var items = FeedItems.Read(answer.Body, answer.Address, reader);
        var added = ledger.AddItems(items, feed.AbsoluteUri, answer.ETag, answer.LastModified);
        telemetry.FeedAsked("read");
        log.FeedRead(feed.AbsoluteUri, added, items.Count);
        if (added == 0)
            return;
        intake.Wake();
        pages.Wake();
    }
}
