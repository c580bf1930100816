using System.Globalization;
using DefenseTies.AppTests.Cli;
using DefenseTies.StoreTests.Support;
using DefenseTies.WorkerTests.Support;
using Microsoft.AspNetCore.Http;

namespace DefenseTies.WorkerTests;

/// <summary>Feeds as they are: they change, fail, hang, and link to anything.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private NewsServer news = null!;

    public async ValueTask InitializeAsync() => news = await NewsServer.StartAsync();

    [Fact]
    public async Task A_feed_is_followed_and_asked_for_news_only_also_after_a_restart()
    {
        Put("/rss", Item(1), Item(2));
        Page(1);
        Page(2);
        using (var worker = WorkerProcess.Start(folder.Path, "--feed", Feed("/rss"), "--feed-every", "1s"))
        {
            var first = await worker.UntilAsync(e => e.Count == 2 && e.All(x => x.State == "done"));
            first.Select(e => (e.Origin, e.Source)).ShouldBe([("page", Feed("/1")), ("page", Feed("/2"))]);
            await UntilAsync(() => Asked("/rss").Count > 1);
            Asked("/rss")[0].IfNoneMatch.ShouldBeEmpty();
            Asked("/rss")[0].UserAgent.ToString().ShouldStartWith("DefenseTies/");
            Asked("/rss")[1].IfNoneMatch.ToString().ShouldBe("\"1 2\"");
            Asked("/rss")[1].IfModifiedSince.ToString().ShouldBe("Tue, 01 Oct 2024 10:00:00 GMT");
            Put("/rss", Item(2), Item(3));
            Page(3);
            await worker.UntilAsync(e => e.Count == 3 && e.All(x => x.State == "done"));
            worker.Terminate();
            await worker.EndAsync();
        }

        var before = Asked("/rss").Count;
        using var next = WorkerProcess.Start(folder.Path, "--feed", Feed("/rss"), "--feed-every", "1s");
        await UntilAsync(() => Asked("/rss").Count > before);
        Asked("/rss")[before].IfNoneMatch.ToString().ShouldBe("\"2 3\"");
        Entry.All(folder.Path).Count.ShouldBe(3);
        new[] { 1, 2, 3 }.ShouldAllBe(i => Asked($"/{i}").Count == 1);
        var stored = await Graph.ArticlesAsync(folder.Path);
        stored.Select(a => a.Date.ToString()).ShouldAllBe(date => date == "2024-10-01");
        stored.ShouldAllBe(a => a.Source!.StartsWith(news.Address.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feed_that_fails_or_hangs_holds_up_no_other_and_is_asked_again()
    {
        Put("/good", Item(1));
        Page(1);
        var fails = 0;
        news.Pages["/bad"] = context => Interlocked.Increment(ref fails) > 1 ? Answer(context, "bad", Item(2)) : Status(context, 500);
        Page(2);
        await using var slow = await NewsServer.StartAsync();
        slow.Pages["/hangs"] = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        news.Put("/secret", """<!DOCTYPE rss [<!ENTITY s SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&s;</title><link>/1</link></item></channel></rss>""");
        news.Put("/page", "<html><body>Moved</body></html>");
        using var worker = WorkerProcess.Start(
            folder.Path, [("DEFENSETIES_REQUESTTIMEOUT", "00:00:03")],
            "--feed", $"{slow.Address}hangs", Feed("/bad"), Feed("/secret"), Feed("/page"), Feed("/gone"), Feed("/good"), "--feed-every", "1s");
        await worker.UntilAsync(e => e.Count(x => x.State == "done") == 2);
        await worker.UntilLogAsync("hangs cannot be read and is asked again in 00:00:02: no answer within 3 s");
        await worker.UntilLogAsync("bad cannot be read and is asked again in 00:00:02: the server answered 500");
        await worker.UntilLogAsync("secret cannot be read and is asked again in 00:00:02: For security reasons DTD is prohibited");
        await worker.UntilLogAsync("page cannot be read and is asked again in 00:00:02: no feed");
        await worker.UntilLogAsync("gone cannot be read and is asked again in 00:00:02: the server answered 404");
        await UntilAsync(() => slow.Requests.Count > 1);
        worker.Terminate();
        await worker.EndAsync();
        worker.ExitCode.ShouldBe(0, worker.Log);
    }

    [Fact]
    public async Task Pages_that_cannot_be_had_are_tried_again_where_that_may_help_and_then_set_aside_until_asked_for()
    {
        Put("/rss", [.. Enumerable.Range(1, 7).Select(i => Item(i)), Item(8, "http://192.168.77.77/router"), Item(9, "http://[::1]:9/"), Item(10)]);
        var tries = 0;
        news.Pages["/1"] = context => Status(context, 404);
        news.Pages["/2"] = context => Interlocked.Increment(ref tries) > 1 ? context.Response.WriteAsync(SomeNews.Numbered(2)) : Status(context, 503);
        news.Pages["/3"] = context => Status(context, 503);
        news.Put("/4", "%PDF", "application/pdf");
        news.Put("/5", new string('x', 20_000));
        news.Pages["/6"] = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        news.Pages["/7"] = context =>
        {
            context.Response.Redirect($"{news.Address}7/moved");
            return Task.CompletedTask;
        };
        news.Pages["/10"] = context =>
        {
            context.Response.Redirect("http://169.254.169.254/latest/meta-data");
            return Task.CompletedTask;
        };
        news.Put("/7/moved", SomeNews.Numbered(7), "text/plain");
        string[] args = ["--feed", Feed("/rss"), "--feed-every", "1h"];
        (string, string)[] limits = [("DEFENSETIES_REQUESTTIMEOUT", "00:00:03"), ("DEFENSETIES_MAXSIZE", "10000")];
        using (var worker = WorkerProcess.Start(folder.Path, limits, args))
        {
            var entries = await worker.UntilAsync(e => e.Count == 10 && e.All(x => x.State is "done" or "failed"));
            entries.Select(e => $"{e.State} {e.Attempts} {e.Reason}".TrimEnd()).ShouldBe(
            [
                "failed 1 the server answered 404 Not Found",
                "done 0",
                "failed 3 the server answered 503 Service Unavailable",
                "failed 1 is application/pdf, not a page of text",
                "failed 1 larger than the limit of 10000 bytes",
                "failed 3 no answer within 3 s",
                "done 0",
                "failed 1 192.168.77.77 is not on the public internet",
                "failed 1 ::1 is not on the public internet",
                "failed 1 169.254.169.254 is not on the public internet",
            ]);
            worker.Terminate();
            await worker.EndAsync();
        }

        news.Put("/3", SomeNews.Numbered(3), "text/plain");
        news.Put("/6", SomeNews.Numbered(6), "text/plain");
        using var next = WorkerProcess.Start(folder.Path, limits, [.. args, "--retry-failed"]);
        await next.UntilAsync(e => e[2].State == "done" && e[5].State == "done" && e.All(x => x.State != "waiting"));
    }

    [Fact]
    public async Task A_host_is_asked_for_one_thing_at_a_time()
    {
        foreach (var i in Enumerable.Range(1, 6))
        {
            news.Pages[$"/{i}"] = async context =>
            {
                await Task.Delay(100);
                await context.Response.WriteAsync(SomeNews.Numbered(i));
            };
        }

        Put("/a", Item(1), Item(2), Item(3));
        Put("/b", Item(4), Item(5), Item(6));
        using var worker = WorkerProcess.Start(folder.Path, "--feed", Feed("/a"), Feed("/b"), "--feed-every", "1s");
        await worker.UntilAsync(e => e.Count(x => x.State == "done") == 6);
        news.Requests.Count.ShouldBeGreaterThan(7);
        news.MostAtOnce.ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        await news.DisposeAsync();
        folder.Dispose();
    }

    private string Feed(string path) => new Uri(news.Address, path).AbsoluteUri;

    private List<IHeaderDictionary> Asked(string path) => [.. news.Requests.Where(r => r.Path == path).Select(r => r.Headers)];

    private void Page(int number) => news.Put($"/{number}", $"<html><title>Number {number}</title><article><p>{SomeNews.Numbered(number).Split("\n\n")[1]}</p><p>Report {number}.</p></article></html>");

    private static string Item(int number, string? link = null) => string.Create(
        CultureInfo.InvariantCulture, $"<item><title>{number}</title><link>{link ?? $"/{number}"}</link><guid>{number}</guid><pubDate>Tue, 01 Oct 2024 10:00:00 GMT</pubDate><description>Short.</description></item>");

    // A feed that knows what its reader has, as the items in it.
    private void Put(string path, params string[] items)
    {
        var etag = string.Join(' ', items.Select(i => i.Split("<guid>")[1].Split('<')[0]));
        news.Pages[path] = context => context.Request.Headers.IfNoneMatch == $"\"{etag}\"" ? Status(context, 304) : Answer(context, etag, items);
    }

    private static Task Answer(HttpContext context, string etag, params string[] items)
    {
        context.Response.ContentType = "application/rss+xml";
        context.Response.Headers.ETag = $"\"{etag}\"";
        context.Response.Headers.LastModified = "Tue, 01 Oct 2024 10:00:00 GMT";
        return context.Response.WriteAsync($"<rss version='2.0'><channel><title>News</title>{string.Concat(items)}</channel></rss>");
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 600 && !condition(); i++)
            await Task.Delay(50);
        condition().ShouldBeTrue();
    }
}
