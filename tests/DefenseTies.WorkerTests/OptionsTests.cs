using DefenseTies.AppTests.Cli;
using DefenseTies.StoreTests.Support;
using DefenseTies.Worker;
using DefenseTies.WorkerTests.Support;

namespace DefenseTies.WorkerTests;

public sealed class OptionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_nothing_is_started()
    {
        File.WriteAllText(folder.File("appsettings.json"), """{ "DefenseTies": { "Wacth": ["inbox"], "FeedEvery": "00:00:00.1" } }""");
        using var worker = WorkerProcess.Start(
            folder.Path, [("DEFENSETIES_MAXSIZE", "5")], "--watch", "nowhere", "--feed", "ftp://example.org/", "--listen", "8080", "--store", "graph.db", "--queue", "0");
        await worker.EndAsync();
        worker.ExitCode.ShouldBe(2);
        foreach (var words in new[]
        {
            "Wacth: no such option; there are FeedEvery, Feeds, ", "Store: 'graph.db' is not a store; write sqlite:FILE", "Watch: there is no folder nowhere", "Feeds: 'ftp://example.org/' is not the address of a feed",
            "Listen: '8080' is not where one can listen", "Queue: 0 is not from 1 to 100000", "MaxSize: 5 is not from 1000", "FeedEvery: 00:00:00.1000000 is not from 00:00:01 to 7.00:00:00",
        })
            worker.Log.ShouldContain(words);
        Directory.EnumerateFiles(folder.Path).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("--queue many", "Queue")]
    [InlineData("--feed-every soon", "'soon' is not a length of time for --feed-every; write 90s, 15m or 2h")]
    [InlineData("--store memory:", "Store: a store in memory is gone with the worker")]
    [InlineData("--listen off", "there is nothing to take articles from")]
    [InlineData("--config nothing.json", "there is no file nothing.json")]
    [InlineData("--config broken.json", "broken.json")]
    [InlineData("--store sqlite:nowhere/graph.db", "nowhere")]
    [InlineData("--store sqlite:letter.txt", "is not a DefenseTies store and is left as it is")]
    [InlineData("--ledger letter.txt", "letter.txt")]
    [InlineData("--ledger graph.db", "graph.db is not a worker's ledger and is left as it is")]
    [InlineData("--nonsense", "--nonsense")]
    public async Task A_mistake_is_explained_and_ends_with_2(string args, string message)
    {
        File.WriteAllText(folder.File("broken.json"), "{");
        File.WriteAllText(folder.File("letter.txt"), "Dear Sir,");
        await (await Stores.StoreAddress.Parse($"sqlite:{folder.File("graph.db")}").OpenToWriteAsync()).DisposeAsync();
        using var worker = WorkerProcess.Start(folder.Path, args.Split(' '));
        await worker.EndAsync();
        worker.ExitCode.ShouldBe(2, worker.Log);
        worker.Log.ShouldContain(message);
        worker.Log.ShouldNotContain("   at ", Case.Sensitive, "a stack trace is no explanation");
        File.ReadAllText(folder.File("letter.txt")).ShouldBe("Dear Sir,");
    }

    [Fact]
    public async Task An_address_that_is_taken_is_told()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        using var worker = WorkerProcess.Start(folder.Path, "--listen", $"http://{taken.LocalEndpoint}");
        await worker.EndAsync();
        worker.ExitCode.ShouldBe(2, worker.Log);
        worker.Log.ShouldContain($"defenseties: Failed to bind to address http://{taken.LocalEndpoint}: address already in use.");
    }

    [Fact]
    public void The_command_line_beats_the_environment_which_beats_the_file_and_lists_take_each_others_place()
    {
        var (inbox, outbox) = (Directory.CreateDirectory(folder.File("inbox")).FullName, Directory.CreateDirectory(folder.File("outbox")).FullName);
        var file = folder.File("settings.json");
        File.WriteAllText(file, System.Text.Json.JsonSerializer.Serialize(new { DefenseTies = new { Queue = 7, MaxSize = 5000, Watch = new[] { inbox, outbox }, Feeds = new[] { "https://example.org/rss" }, FeedEvery = "01:00:00" } }));
        Environment.SetEnvironmentVariable("DEFENSETIES_MAXSIZE", "6000");
        Environment.SetEnvironmentVariable("DEFENSETIES_FEEDEVERY", "02:00:00");
        try
        {
            var options = WorkerSettings.Read(WorkerSettings.ReadFile(file), [new("FeedEvery", "03:00:00"), new("Watch:0", outbox)]);
            options.Queue.ShouldBe(7);
            options.MaxSize.ShouldBe(6000);
            options.FeedEvery.ShouldBe(TimeSpan.FromHours(3));
            options.Watch.ShouldBe([outbox]);
            options.Feeds.ShouldBe(["https://example.org/rss"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("DEFENSETIES_MAXSIZE", null);
            Environment.SetEnvironmentVariable("DEFENSETIES_FEEDEVERY", null);
        }
    }

    [Fact]
    public async Task The_workers_own_program_does_the_same()
    {
        Directory.CreateDirectory(folder.File("inbox"));
        File.WriteAllText(folder.File("inbox/a.txt"), SomeNews.BlackSea);
        using var worker = WorkerProcess.StartProgram(folder.Path, [], "DefenseTies.Worker.dll", "--watch", "inbox", "--listen", "off");
        await worker.UntilAsync(e => e.Any(x => x.State == "done"));
        worker.Log.ShouldNotContain("Taking articles at");
        worker.Terminate();
        await worker.EndAsync();
        worker.ExitCode.ShouldBe(0, worker.Log);

        using var wrong = WorkerProcess.StartProgram(folder.Path, [], "DefenseTies.Worker.dll", "--queue", "0");
        await wrong.EndAsync();
        wrong.ExitCode.ShouldBe(2);
        wrong.Log.ShouldContain("defenseties: Queue: 0 is not from 1 to 100000");
    }

    public void Dispose() => folder.Dispose();
}
