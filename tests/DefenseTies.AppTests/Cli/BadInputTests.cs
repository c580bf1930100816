namespace DefenseTies.AppTests.Cli;

/// <summary>A bad file is reported, the rest is read, nothing is lost.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task Every_kind_of_bad_file_is_named_among_good_ones()
    {
        using var cli = new CliTester();
        cli.Write("in/a-good.txt", SomeNews.Caucasus);
        cli.Write("in/b-empty.txt", "");
        cli.Write("in/c-binary.txt", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2]);
        cli.Write("in/d-latin1.txt", [.. "Turkey (T"u8, 0xFC, .. "rkiye)"u8]);
        cli.Write("in/e-paper.pdf", "%PDF-1.7");
        var named = cli.Write("named.pdf", "%PDF-1.7");

        // Permissions do not stop root, under whom tests may run: a link to nowhere cannot be opened by anybody.
        File.CreateSymbolicLink(Path.Combine(cli.Folder, "in/f-gone.txt"), Path.Combine(cli.Folder, "nowhere"));
        cli.Write("in/g-good.txt", SomeNews.BlackSea);

        var result = await cli.RunAsync("ingest", Path.Combine(cli.Folder, "in"), Path.Combine(cli.Folder, "nothing-here"), named);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("FOLDER/in/b-empty.txt: the file is empty");
        result.Error.ShouldContain("FOLDER/in/c-binary.txt: a binary file (a zero at byte 4)");
        result.Error.ShouldContain("FOLDER/in/d-latin1.txt: not valid UTF-8 at byte 9 (0xFC)");
        result.Output.ShouldContain("skipped    FOLDER/in/e-paper.pdf: PDF is not read yet");
        result.Error.ShouldContain("FOLDER/named.pdf: PDF is not read yet");
        result.Error.ShouldContain("FOLDER/in/f-gone.txt: cannot be read");
        result.Error.ShouldContain("FOLDER/nothing-here: no such file or folder");
        result.Output.ShouldContain("2 added, 0 unchanged, 6 failed, 1 skipped");
        (await cli.RunAsync("verify")).Output.ShouldStartWith("2 articles, ");
        (await cli.RunAsync("extract", Path.Combine(cli.Folder, "in"), "--format", "json")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_of_50_MB_is_refused_with_its_size_and_the_limit()
    {
        using var cli = new CliTester();
        var path = Path.Combine(cli.Folder, "big.txt");
        await using (var file = File.CreateText(path))
        {
            for (var i = 0; i < 500_000; i++)
                await file.WriteAsync("Turkey delivered drones to Azerbaijan in the year 2020, again and again, and once more for the record.\n");
        }

        var result = await cli.RunAsync("ingest", path);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("larger than the limit of 10 MB (51.5 MB); raise it with --max-size");
        result.Output.ShouldBe("0 added, 0 unchanged, 1 failed\n");
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_left_as_it_is()
    {
        using var cli = new CliTester();
        var path = cli.Write("letter.db", "Dear Sir,");
        var result = await cli.RunAsync("ingest", cli.Write("a.txt", SomeNews.Caucasus), "--store", $"sqlite:{path}");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("is left as it is");
        File.ReadAllText(path).ShouldBe("Dear Sir,");
    }

    [Fact]
    public async Task Standard_input_is_an_article()
    {
        using var cli = new CliTester();
        (await cli.RunWithInputAsync(SomeNews.BlackSea, "ingest", "-")).Output.ShouldContain("added      -: ");
        (await cli.RunWithInputAsync("", "ingest", "-")).Error.ShouldContain("-: the file is empty");
    }
}
