using System.Diagnostics;
using System.Globalization;
using System.Net;
using DefenseTies.AppTests.Cli;
using DefenseTies.StoreTests.Support;
using DefenseTies.WorkerTests.Support;

namespace DefenseTies.WorkerTests;

/// <summary>Stopping, crashing, and a store that is away: what was accepted ends in the ledger and in the graph, once.</summary>
public sealed class LifeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Killed_three_times_among_300_articles_it_ends_with_each_of_them_once_in_the_ledger_and_the_graph()
    {
        const int Articles = 300, Kills = 3;
        var inbox = Directory.CreateDirectory(folder.File("inbox")).FullName;
        for (var i = 0; i < Articles / 2; i++)
            File.WriteAllText(Path.Combine(inbox, string.Create(CultureInfo.InvariantCulture, $"{i:000}.txt")), SomeNews.Numbered(i));

        // Half of them are posted, by one who asks again when there is no answer: he cannot know whether the article was taken.
        var next = Articles / 2;
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var worker = WorkerProcess.Start(folder.Path, "--watch", "inbox", "--queue", "20");
            var posting = PostAllAsync(worker);
            await worker.UntilAsync(e => e.Count(x => x.State is "done" or "unchanged") >= kill * Articles / (Kills + 2), $"progress before kill {kill}");
            await worker.KillAsync();
            await posting;
        }

        using var last = WorkerProcess.Start(folder.Path, "--watch", "inbox", "--queue", "20");
        await PostAllAsync(last);
        next.ShouldBe(Articles);
        var entries = await last.UntilAsync(e => e.Count == Articles && e.All(x => x.State != "waiting"), "every article ended");
        entries.ShouldAllBe(e => e.State == "done" || e.State == "unchanged");
        entries.Select(e => e.ArticleId).Distinct().Count().ShouldBe(Articles);
        last.Terminate();
        await last.EndAsync();
        var stored = await Graph.ArticlesAsync(folder.Path);
        stored.Select(a => a.Id).ShouldBe(entries.Select(e => e.ArticleId!).Order(StringComparer.Ordinal));
        Enumerable.Range(0, Articles).ShouldAllBe(i => stored.Any(a => a.Text == SomeNews.Numbered(i)));

        async Task PostAllAsync(WorkerProcess worker)
        {
            try
            {
                while (next < Articles)
                {
                    using var answer = await worker.PostAsync(SomeNews.Numbered(next), query: string.Create(CultureInfo.InvariantCulture, $"?source=post-{next}"));
                    if (answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK)
                        next++;
                    else
                        await Task.Delay(50);
                }
            }
            catch (Exception error) when (error is HttpRequestException or InvalidOperationException)
            {
            }
        }
    }

    [Fact]
    public async Task A_store_that_is_away_costs_time_and_nothing_else()
    {
        using (var lastWeek = WorkerProcess.Start(folder.Path))
            await lastWeek.UntilLogAsync("Taking articles");
        using (var busy = BusyStore.Take(folder.Path))
        {
            // Already away when it starts, and the next one finds it away in the middle.
            using var worker = WorkerProcess.Start(folder.Path);
            using var accepted = await worker.PostAsync(SomeNews.Caucasus);
            accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            await worker.UntilLogAsync("The store is away and is tried again");
            using var alive = await worker.GetAsync("health");
            alive.StatusCode.ShouldBe(HttpStatusCode.OK);
            using var ready = await worker.GetAsync("ready");
            ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await ready.Content.ReadAsStringAsync()).ShouldContain("is being written by another process");

            // Waiting for the store must not keep it from stopping.
            worker.Terminate();
            await worker.EndAsync();
            worker.ExitCode.ShouldBe(0, worker.Log);
        }

        using var next = WorkerProcess.Start(folder.Path);
        await next.UntilAsync(e => e.Single().State == "done");
        using (BusyStore.Take(folder.Path))
        {
            using var accepted = await next.PostAsync(SomeNews.BlackSea);
            await next.UntilLogAsync("The store is away and is tried again");
        }

        (await next.UntilAsync(e => e.Count(x => x.State == "done") == 2)).ShouldAllBe(e => e.Attempts == 0);
        await next.UntilLogAsync("The store is back");
        using var again = await next.GetAsync("ready");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_full_disk_sets_articles_aside_in_the_end_and_they_are_tried_again_when_asked()
    {
        using var disk = new SmallDisk(kilobytes: 400);
        string[] store = ["--store", $"sqlite:{disk.File("graph.db")}", "--ledger", folder.File("defenseties-ledger.db")];
        using (var worker = WorkerProcess.Start(folder.Path, store))
        {
            for (var i = 0; i < 40; i++)
                (await worker.PostAsync(SomeNews.Numbered(i))).Dispose();
            var entries = await worker.UntilAsync(e => e.Count == 40 && e.All(x => x.State != "waiting"), "every article ended");
            var failed = entries.Where(e => e.State == "failed").ToList();
            failed.ShouldNotBeEmpty();
            failed.ShouldAllBe(e => e.Attempts == 3 && e.Reason!.Contains("is full"));
            worker.Terminate();
            await worker.EndAsync();
        }

        disk.Grow(kilobytes: 40_000);
        using var next = WorkerProcess.Start(folder.Path, [.. store, "--retry-failed"]);
        (await next.UntilAsync(e => e.All(x => x.State is "done" or "unchanged"))).Count.ShouldBe(40);
    }

    [Fact]
    public async Task Told_to_stop_it_stops_in_time_and_the_next_one_goes_on()
    {
        const int Articles = 60;
        var inbox = Directory.CreateDirectory(folder.File("inbox")).FullName;
        for (var i = 0; i < Articles; i++)
            File.WriteAllText(Path.Combine(inbox, string.Create(CultureInfo.InvariantCulture, $"{i:00}.txt")), SomeNews.Numbered(i));
        using (var worker = WorkerProcess.Start(folder.Path, "--watch", "inbox"))
        {
            await worker.UntilAsync(e => e.Any(x => x.State == "done"));
            var waited = Stopwatch.StartNew();
            worker.Terminate();
            await worker.EndAsync();
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
            worker.ExitCode.ShouldBe(0, worker.Log);
            worker.Log.ShouldNotContain("Exception");
        }

        Entry.All(folder.Path).ShouldContain(e => e.State == "waiting");
        using var next = WorkerProcess.Start(folder.Path, "--watch", "inbox");
        await next.UntilAsync(e => e.Count == Articles && e.All(x => x.State == "done" || x.State == "unchanged"));
    }

    [Fact]
    public async Task A_ledger_serves_one_worker_at_a_time_and_one_store()
    {
        using (var worker = WorkerProcess.Start(folder.Path))
        {
            (await worker.PostAsync(SomeNews.Caucasus)).Dispose();
            await worker.UntilAsync(e => e.Single().State == "done");
            using var second = WorkerProcess.Start(folder.Path);
            await second.EndAsync();
            second.ExitCode.ShouldBe(2);
            second.Log.ShouldContain("is in use by another worker");
            worker.Terminate();
            await worker.EndAsync();
        }

        File.Delete(folder.File("defenseties.db"));
        using var forgetful = WorkerProcess.Start(folder.Path);
        await forgetful.EndAsync();
        forgetful.ExitCode.ShouldBe(2);
        forgetful.Log.ShouldContain("belongs to another store: nothing that it calls done is in sqlite:defenseties.db");
    }

    public void Dispose() => folder.Dispose();
}
