using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DefenseTies.AppTests.Cli;
using DefenseTies.StoreTests.Support;
using DefenseTies.Worker;
using DefenseTies.WorkerTests.Support;

namespace DefenseTies.WorkerTests;

public sealed class PostTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_posted_article_can_be_followed_from_the_answer_to_the_graph_and_posted_again_changes_nothing()
    {
        using var worker = WorkerProcess.Start(folder.Path);
        using var accepted = await worker.PostAsync(SomeNews.Caucasus);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var entry = await accepted.Content.ReadFromJsonAsync<JsonElement>();
        entry.GetProperty("state").GetString().ShouldBe("waiting");
        entry.GetProperty("source").GetString().ShouldBe("Some Agency");
        await worker.UntilAsync(e => e.Single().State == "done");

        using var now = await worker.GetAsync(accepted.Headers.Location!.OriginalString);
        var done = await now.Content.ReadFromJsonAsync<JsonElement>();
        done.GetProperty("state").GetString().ShouldBe("done");
        done.GetProperty("claims").GetInt32().ShouldBeGreaterThan(3);
        (await Graph.ArticlesAsync(folder.Path)).ShouldHaveSingleItem().Id.ShouldBe(done.GetProperty("articleId").GetString());

        using var again = await worker.PostAsync(SomeNews.Caucasus);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt64().ShouldBe(entry.GetProperty("number").GetInt64());

        using var page = await worker.PostAsync($"<html><title>Black Sea</title><p>{SomeNews.BlackSea}</p></html>", "text/html; charset=utf-8", "?source=https://example.org/1");
        page.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await worker.UntilAsync(e => e.Count(x => x.State == "done") == 2))[1].Source.ShouldBe("https://example.org/1");
        using var list = await worker.GetAsync("articles?state=done&limit=1");
        (await list.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Single().GetProperty("number").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task What_is_no_article_is_refused_with_the_reason_and_leaves_no_trace()
    {
        using var worker = WorkerProcess.Start(folder.Path, [("DEFENSETIES_MAXSIZE", "2000")]);
        await RefusedAsync(worker.PostAsync(" \n"), 400, "the file is empty");
        await RefusedAsync(worker.PostAsync("a\0b"), 400, "a binary file");
        await RefusedAsync(worker.PostAsync("{}", "application/json"), 415, "send text/plain");
        await RefusedAsync(worker.PostAsync(new string('x', 3000)), 413, "too large");
        await RefusedAsync(worker.PostAsync(SomeNews.Caucasus, headers: ("Origin", "https://example.org")), 403, "web pages are not taken");
        using var unknown = await worker.GetAsync("articles/7");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Entry.All(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Beyond_its_bound_the_queue_refuses_and_everything_accepted_before_gets_done()
    {
        using (var lastWeek = WorkerProcess.Start(folder.Path))
            await lastWeek.UntilLogAsync("Taking articles");
        using var worker = WorkerProcess.Start(folder.Path, "--queue", "3");
        await worker.AddressAsync();
        var accepted = new List<int>();
        using (BusyStore.Take(folder.Path))
        {
            for (var i = 0; ; i++)
            {
                i.ShouldBeLessThan(30, "the queue never filled");
                using var answer = await worker.PostAsync(SomeNews.Numbered(i));
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                {
                    answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
                    break;
                }

                answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
                accepted.Add(i);
            }

            Entry.All(folder.Path).Count.ShouldBe(accepted.Count, "what was refused leaves no trace");
        }

        var entries = await worker.UntilAsync(e => e.All(x => x.State == "done"));
        entries.Count.ShouldBe(accepted.Count);
        (await Graph.ArticlesAsync(folder.Path)).Count.ShouldBe(accepted.Count);
    }

    [Fact]
    public void The_bound_is_exact()
    {
        using var ledger = new Ledger(folder.File("ledger.db"), TimeProvider.System);
        using var intake = new Intake(ledger, new WorkerOptions { Queue = 2 });
        static Arrival Post(string text) => new(Origin.Post, "a", text, Text: [1]);
        intake.TryPost(Post("1"))!.Value.IsNew.ShouldBeTrue();
        intake.TryPost(Post("1"))!.Value.IsNew.ShouldBeFalse("it came in before, and its place goes to nobody until it is taken");
        intake.TryPost(Post("2")).ShouldBeNull();
        intake.Waiting.ShouldBe(2);
        ledger.Counts()["waiting"].ShouldBe(1);
    }

    public void Dispose() => folder.Dispose();

    private static async Task RefusedAsync(Task<HttpResponseMessage> posting, int status, string words)
    {
        using var answer = await posting;
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        text.ShouldContain(words);
    }
}
