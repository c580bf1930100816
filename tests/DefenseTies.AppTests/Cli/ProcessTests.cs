namespace DefenseTies.AppTests.Cli;

/// <summary>The real program: two at once on one store, and stopped in the middle.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Two_ingests_at_once_on_one_store_lose_nothing()
    {
        using var cli = new CliTester();
        for (var i = 0; i < 30; i++)
        {
            cli.Write($"one/{i:00}.txt", SomeNews.Numbered(i));
            cli.Write($"two/{i:00}.txt", SomeNews.Numbered(i + 20));
        }

        using var one = CliProcess.Start(cli.Folder, "ingest", "one", "--store", "sqlite:graph.db");
        using var two = CliProcess.Start(cli.Folder, "ingest", "two", "--store", "sqlite:graph.db");
        var results = await Task.WhenAll(one.EndAsync(), two.EndAsync());
        results.ShouldAllBe(r => r.ExitCode == 0, string.Join<CliResult>('\n', results));
        results.Sum(r => Number(r.Output, "added")).ShouldBe(50);
        results.Sum(r => Number(r.Output, "unchanged")).ShouldBe(10);
        var verified = await cli.RunAsync("verify");
        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldStartWith("50 articles, ");
    }

    [Fact]
    public async Task Ctrl_C_keeps_what_was_read_and_the_next_run_completes_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT to send");
        const int articles = 400;
        using var cli = new CliTester();
        for (var i = 0; i < articles; i++)
            cli.Write($"in/{i:000}.txt", SomeNews.Numbered(i));

        using var process = CliProcess.Start(cli.Folder, "ingest", "in", "--store", "sqlite:graph.db");
        var before = await process.LinesAsync(5);
        process.Interrupt();
        var stopped = await process.EndAsync();
        stopped.ExitCode.ShouldBe(130, stopped.ToString());
        stopped.Output.ShouldContain("not tried");
        stopped.Error.ShouldContain("stopped");
        var added = Number(stopped.Output, "added");
        added.ShouldBe(before.Count + stopped.Output.Split('\n').Count(l => l.StartsWith("added ", StringComparison.Ordinal)));
        added.ShouldBeLessThan(articles);
        (await cli.RunAsync("verify")).ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Output.ShouldStartWith($"{added} articles, "));
        var again = await cli.RunAsync("ingest", Path.Combine(cli.Folder, "in"));
        again.ExitCode.ShouldBe(0);
        again.Output.ShouldContain($"{articles - added} added, {added} unchanged, 0 failed");
    }

    [Fact]
    public async Task The_program_starts_under_its_own_name_and_ends_with_its_code()
    {
        using var cli = new CliTester();
        using var nothing = CliProcess.Start(cli.Folder, "supplies");
        (await nothing.EndAsync()).ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(2), r => r.Error.ShouldContain("no store at defenseties.db; run ingest first"));
    }

    // The number before a word in the summary "3 added, 1 unchanged, 2 failed".
    private static int Number(string output, string word)
    {
        var summary = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        return int.Parse(summary[Array.IndexOf(summary, word) - 1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
