using System.Globalization;
using DefenseTies.AppTests.Cli;
using DefenseTies.Stores;
using DefenseTies.StoreTests.Support;
using DefenseTies.WorkerTests.Support;
using Microsoft.AspNetCore.Http;

namespace DefenseTies.WorkerTests;

/// <summary>Everything at once, for real: a Neo4j server that crashes, a feed that changes, fails and hangs, and a worker that is killed.</summary>
[Collection(Neo4jFirst.Collection)]
public sealed class Neo4jTests : IAsyncLifetime
{
    private const int Files = 300, Pages = 6;

    private readonly TemporaryFolder folder = new();
    private NewsServer news = null!;
    private int asked;

    public async ValueTask InitializeAsync()
    {
        news = await NewsServer.StartAsync();
        for (var i = 1; i <= Pages; i++)
            news.Put($"/{i}", SomeNews.Numbered(Files + i), "text/plain");
        news.Pages["/rss"] = FeedAsync;
    }

    public async ValueTask DisposeAsync()
    {
        await news.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Through_three_kills_a_crash_of_the_server_and_a_feed_that_fails_every_article_ends_once_in_the_ledger_and_the_graph()
    {
        using var server = await RestartableNeo4j.StartAsync(folder.File("neo4j"));
        var inbox = Directory.CreateDirectory(folder.File("inbox")).FullName;
        Write(inbox, 0, Files / 2);
        using (var first = Start(server))
        {
            await first.UntilAsync(e => Ended(e) >= Files / 5, "a fifth ended");
            await first.KillAsync();
        }

        Write(inbox, Files / 2, Files);
        using (var second = Start(server))
        {
            await second.UntilAsync(e => Ended(e) >= Files * 2 / 5, "two fifths ended");
            await server.KillAsync();
            await second.UntilLogAsync("The store is away and is tried again");
            await second.KillAsync();
        }

        using (var third = Start(server))
        {
            await third.UntilLogAsync("The store is away and is tried again");
            await server.StartAgainAsync();
            await third.UntilAsync(e => Ended(e) >= Files * 3 / 5, "three fifths ended");
            await third.KillAsync();
        }

        using var last = Start(server);
        var entries = await last.UntilAsync(e => e.Count == Files + Pages && e.All(x => x.State != "waiting"), "every article ended");
        entries.ShouldAllBe(e => e.State == "done" || e.State == "unchanged");
        entries.Count(e => e.Origin == "page").ShouldBe(Pages);
        last.Terminate();
        await last.EndAsync();
        await using var graph = await StoreAddress.Parse(server.Store).OpenToReadAsync(TestContext.Current.CancellationToken);
        var stored = await graph.ArticlesAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        stored.Select(a => a.Id).ShouldBe(entries.Select(e => e.ArticleId!).Order(StringComparer.Ordinal));
        stored.Select(a => a.Text).Distinct().Count().ShouldBe(Files + Pages);
        asked.ShouldBeGreaterThan(3, "the feed failed, hung and changed");
    }

    private static int Ended(IReadOnlyList<Entry> entries) => entries.Count(e => e.State is "done" or "unchanged");

    private WorkerProcess Start(RestartableNeo4j server) => WorkerProcess.Start(
        folder.Path, [("DEFENSETIES_REQUESTTIMEOUT", "00:00:02")],
        "--store", server.Store, "--watch", "inbox", "--feed", new Uri(news.Address, "/rss").AbsoluteUri, "--feed-every", "1s", "--listen", "off");

    private static void Write(string inbox, int first, int end)
    {
        for (var i = first; i < end; i++)
            File.WriteAllText(Path.Combine(inbox, string.Create(CultureInfo.InvariantCulture, $"{i:000}.txt")), SomeNews.Numbered(i));
    }

    // First an error, then silence, then half of the items, then all of them.
    private Task FeedAsync(HttpContext context)
    {
        switch (Interlocked.Increment(ref asked))
        {
            case 1:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            case 2:
                return Task.Delay(Timeout.Infinite, context.RequestAborted);
            case var n:
                context.Response.ContentType = "application/rss+xml";
                return context.Response.WriteAsync($"<rss version='2.0'><channel><title>News</title>{string.Concat(Enumerable.Range(1, n == 3 ? Pages / 2 : Pages).Select(Item))}</channel></rss>");
        }
    }

    private static string Item(int number) => string.Create(
        CultureInfo.InvariantCulture, $"<item><title>{number}</title><link>/{number}</link><guid>{number}</guid><description>Short.</description></item>");
}
