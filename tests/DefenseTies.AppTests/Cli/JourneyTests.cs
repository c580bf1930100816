using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Data.Sqlite;

namespace DefenseTies.AppTests.Cli;

public sealed class JourneyTests
{
    [Fact]
    public async Task From_articles_to_answers_and_exports()
    {
        using var cli = new CliTester();
        cli.Write("news/a.txt", SomeNews.Caucasus);
        cli.Write("news/b.md", SomeNews.BlackSea);
        var news = Path.Combine(cli.Folder, "news");

        var ingested = await cli.RunAsync("ingest", news);
        ingested.ExitCode.ShouldBe(0, ingested.ToString());
        ingested.Output.ShouldContain("added      FOLDER/news/a.txt: ");
        ingested.Output.ShouldContain("2 added, 0 unchanged, 0 failed; ");
        (await cli.RunAsync("ingest", news)).Output.ShouldBe("unchanged  FOLDER/news/a.txt\nunchanged  FOLDER/news/b.md\n0 added, 2 unchanged, 0 failed\n");

        var supplies = await cli.RunAsync("supplies", "--recipient", "Azerbaijan");
        supplies.ExitCode.ShouldBe(0);
        supplies.Output.ShouldContain("Bayraktar TB2");
        supplies.Output.ShouldContain("“Turkey delivered Bayraktar TB2 drones to Azerbaijan in 2020.” (Arms for the Caucasus, 2021-03-01)");
        supplies.Output.ShouldNotContain("Germany");
        supplies.Output.Split('\n').ShouldAllBe(line => line == line.TrimEnd());

        var rows = (await cli.RunAsync("supplies", "--supplier", "Turkish", "--format", "json")).Json;
        var tie = rows.EnumerateArray().Single(r => r.GetProperty("item").GetString() == "Bayraktar TB2");
        tie.GetProperty("supplier").GetString().ShouldBe("Turkey");
        var evidence = await cli.RunAsync("tie", tie.GetProperty("tie").GetString()!);
        evidence.Output.ShouldStartWith("Turkey supplies Azerbaijan: Bayraktar TB2 (actual");
        evidence.Output.ShouldContain("“Turkey delivered Bayraktar TB2 drones to Azerbaijan in 2020.”");

        var path = (await cli.RunAsync("path", "Ukraine", "Armenia", "--format", "json")).Json.GetProperty("paths")[0];
        path.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("name").GetString()).ShouldBe(["Ukraine", "Turkey", "Azerbaijan", "Armenia"]);
        path.GetProperty("ties")[0].GetProperty("quote").GetString().ShouldBe("Ukraine supplied tank engines to Turkey.");

        (await cli.RunAsync("ties", "NATO", "--format", "csv")).Output.ShouldContain("MEMBER_OF,Turkey,NATO");
        (await cli.RunAsync("around", "Armenia", "--depth", "2", "--format", "json")).Json.GetProperty("nodes").GetArrayLength().ShouldBeGreaterThan(3);
        (await cli.RunAsync("timeline", "Azerbaijan")).Output.ShouldContain("2020");
        (await cli.RunAsync("supplies", "--supplier", "Germany", "--include", "possible")).Output.ShouldContain("possible");

        var graph = Path.Combine(cli.Folder, "graph.graphml");
        (await cli.RunAsync("export", "--as", "graphml", "-o", graph)).ExitCode.ShouldBe(0);
        XDocument.Load(graph).Descendants().Count(e => e.Name.LocalName == "edge").ShouldBeGreaterThan(4);
        var verified = await cli.RunAsync("verify");
        verified.ExitCode.ShouldBe(0, verified.ToString());
        verified.Output.ShouldStartWith("2 articles, ");
    }

    [Fact]
    public async Task Supplies_can_read_articles_first_and_a_second_time_changes_nothing()
    {
        using var cli = new CliTester();
        cli.Write("in/a.txt", SomeNews.Caucasus);
        var first = await cli.RunAsync("supplies", "--ingest", Path.Combine(cli.Folder, "in"), cli.Write("b.txt", SomeNews.BlackSea), "--supplier", "Ukraine");
        first.ExitCode.ShouldBe(0, first.ToString());
        first.Error.ShouldContain("added      FOLDER/in/a.txt: ");
        first.Error.ShouldContain("2 added, 0 unchanged, 0 failed; ");
        first.Output.ShouldStartWith("Supplier");
        var second = await cli.RunAsync("supplies", "--ingest", Path.Combine(cli.Folder, "in"), Path.Combine(cli.Folder, "b.txt"), "-s", "Ukraine");
        second.Error.ShouldEndWith("0 added, 2 unchanged, 0 failed\n");
        second.Output.ShouldBe(first.Output);
        var third = await cli.RunAsync("supplies", "--ingest", Path.Combine(cli.Folder, "gone"));
        third.ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(2), r => r.Error.ShouldContain("no such file or folder"), r => r.Output.ShouldContain("Ukraine"));
    }

    [Fact]
    public async Task A_missing_model_is_told_by_what_needs_it_and_only_by_that()
    {
        using var good = new CliTester();
        var article = good.Write("a.txt", SomeNews.Caucasus);
        await good.RunAsync("ingest", article);
        using var cli = new CliTester { Reading = new(() => Pipeline.Load(modelFolder: Path.Combine(good.Folder, "no-model"))) };
        foreach (var args in (string[][])[["extract", article], ["ingest", article], ["schema", "check"]])
        {
            var result = await cli.RunAsync(args);
            result.ExitCode.ShouldBe(2, result.ToString());
            result.Error.ShouldContain("no-model: the parser cannot be loaded");
            result.Error.ShouldNotContain("a fault of this program");
        }

        (await cli.RunAsync("supplies", "--recipient", "Armenia", "--store", $"sqlite:{good.Database}")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("graphml")]
    [InlineData("csv")]
    [InlineData("cypher")]
    [InlineData("dot")]
    [InlineData("mermaid")]
    [InlineData("cytoscape")]
    public async Task Every_format_can_be_exported_whole_and_around_somebody(string format)
    {
        using var cli = await WithNewsAsync();
        var whole = await cli.RunAsync("export", "--as", format);
        var part = await cli.RunAsync("export", "--as", format, "--around", "Armenia");
        (whole.ExitCode, part.ExitCode).ShouldBe((0, 0));
        part.Output.Length.ShouldBeLessThan(whole.Output.Length);
        part.Output.ShouldContain("Armenia");
        part.Output.ShouldNotContain("Harop");
    }

    [Fact]
    public async Task Csv_into_a_folder_is_two_files()
    {
        using var cli = await WithNewsAsync();
        (await cli.RunAsync("export", "--as", "csv", "-o", Path.Combine(cli.Folder, "out/"))).ExitCode.ShouldBe(0);
        File.ReadAllText(Path.Combine(cli.Folder, "out/nodes.csv")).ShouldStartWith("id,type,name");
        File.ReadAllText(Path.Combine(cli.Folder, "out/ties.csv")).ShouldStartWith("id,from,fromId");
    }

    [Fact]
    public async Task Nothing_found_is_1_and_says_so()
    {
        using var cli = await WithNewsAsync();
        var nothing = await cli.RunAsync("supplies", "--supplier", "Armenia");
        (nothing.ExitCode, nothing.Output).ShouldBe((1, ""));
        nothing.Error.ShouldContain("no such supply is stated");
        (await cli.RunAsync("supplies", "--supplier", "Armenia", "--format", "json")).ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(1), r => r.Json.GetArrayLength().ShouldBe(0));
        var typo = await cli.RunAsync("ties", "Azerbajan");
        typo.ExitCode.ShouldBe(1);
        typo.Error.ShouldContain("did you mean Azerbaijan");
        (await cli.RunAsync("ties", "Portugal")).Error.ShouldContain("Portugal is known, but no article in the store speaks of it");
        (await cli.RunAsync("tie", "0123456789abcdef")).ExitCode.ShouldBe(1);
        (await cli.RunAsync("ties", "Turkey", "--store", "memory:")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Extract_prints_one_document_per_article_and_one_line_each_when_several()
    {
        using var cli = new CliTester();
        var (a, b) = (cli.Write("a.txt", SomeNews.Caucasus), cli.Write("b.txt", SomeNews.BlackSea));
        var single = await cli.RunAsync("extract", a, "--format", "json");
        single.ExitCode.ShouldBe(0);
        var claim = single.Json.GetProperty("claims")[0].GetProperty("evidence");
        SomeNews.Caucasus[claim.GetProperty("start").GetInt32()..claim.GetProperty("end").GetInt32()].ShouldBe(claim.GetProperty("text").GetString());
        var lines = (await cli.RunAsync("extract", a, b, "--format", "json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("article").GetProperty("title").GetString()).ShouldBe(["Arms for the Caucasus", "Black Sea"]);
        (await cli.RunWithInputAsync(SomeNews.BlackSea, "extract", "-")).Output.ShouldContain("engines");
        (await cli.RunWithInputAsync("Nothing here.", "extract", "-")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Verify_fails_when_a_quote_in_the_database_is_altered()
    {
        using var cli = await WithNewsAsync();
        await using (var connection = new SqliteConnection($"Data Source={cli.Database}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE claim SET quote = replace(quote, 'delivered', 'refused') WHERE quote LIKE '%delivered%'";
            (await command.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
        }

        var result = await cli.RunAsync("verify");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("Turkey refused Bayraktar TB2 drones");
        result.Error.ShouldMatch("article [0-9a-f]{16}, claim [0-9a-f]{16}: the quote does not stand at");
    }

    [Fact]
    public async Task Words_of_an_article_cannot_take_over_the_terminal()
    {
        using var cli = new CliTester { IsTerminal = true };
        var path = cli.Write("a.txt", "title: \u001b[31m[bold]T[/]\u0007\n\nTurkey delivered [red]drones[/] to Azerbaijan.\n\nTurkey delivered \u001b]0;owned\u0007 drones to Azerbaijan.");
        await cli.RunAsync("ingest", path);
        foreach (var format in (string[])["table", "csv"])
        {
            var result = await cli.RunAsync("ties", "Azerbaijan", "--format", format);
            result.ExitCode.ShouldBe(0, result.ToString());
            result.Output.ShouldNotContain("\u001b]0;");
            result.Output.ShouldNotContain("\u001b[31m[");
            result.Output.ShouldNotContain("\u0007");
        }
    }

    [Fact]
    public async Task Schema_is_checked_and_printed()
    {
        using var cli = new CliTester();
        (await cli.RunAsync("schema", "check")).Output.ShouldContain("20 claim types");
        (await cli.RunAsync("schema", "docs")).Output.ShouldContain("| [SUPPLIES](#supplies) | Country or Organization → Country or Organization |");
        var bad = await cli.RunAsync("schema", "check", "--folder", cli.Folder);
        bad.ExitCode.ShouldBe(2);
        bad.Error.ShouldContain("problem");
    }

    [Fact]
    public async Task Score_prints_the_five_measures()
    {
        using var cli = new CliTester();
        cli.Write("g.txt", SomeNews.Caucasus);
        var gold = cli.Write("g.json", """
            {"entities": [{"type": "Country", "name": "Turkey"}, {"type": "Country", "name": "Azerbaijan"}],
             "claims": [{"type": "SUPPLIES", "from": "Turkey", "to": "Azerbaijan", "item": "Bayraktar TB2", "status": "actual"}]}
            """);
        var result = await cli.RunAsync("score", "-v", gold);
        result.ExitCode.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("supplies       P ");
        result.Output.ShouldContain("g.json\tties\twrong\tSUPPLIES | russia | armenia");
        var missing = cli.Write("h.json", "{\"entities\": [], \"claims\": []}");
        (await cli.RunAsync("score", missing)).Error.ShouldContain("say where with --article");
        (await cli.RunAsync("score", missing, "--article", Path.Combine(cli.Folder, "g.txt"))).ExitCode.ShouldBe(0);
    }

    private static async Task<CliTester> WithNewsAsync()
    {
        var cli = new CliTester();
        await cli.RunAsync("ingest", cli.Write("a.txt", SomeNews.Caucasus), cli.Write("b.txt", SomeNews.BlackSea));
        return cli;
    }

    [Fact]
    public async Task How_a_sentence_is_read_can_be_seen_also_when_it_says_nothing()
    {
        using var cli = new CliTester();
        var path = cli.Write("news.txt", "Turkey delivered drones to Poland. Sweden admires the deliveries of Turkey.");
        var said = await cli.RunAsync("extract", path, "--explain");
        said.ExitCode.ShouldBe(0);
        said.Output.ShouldContain("Frame “supplier delivers” of SUPPLIES, triggered by “delivered”");
        said.Output.ShouldNotContain("Sweden");
        var asked = await cli.RunAsync("extract", path, "--explain", "--sentence", "sweden");
        asked.Output.ShouldContain("Roles of “admires”");
        asked.Output.ShouldEndWith("\nNo claim\n");
        var nothing = await cli.RunAsync("extract", path, "--explain", "--sentence", "Norway");
        nothing.ExitCode.ShouldBe(1);
        nothing.Error.ShouldContain("no sentence has these words");
    }
}
