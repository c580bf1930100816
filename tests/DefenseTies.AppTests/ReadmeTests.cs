using System.Text;
using System.Text.RegularExpressions;
using DefenseTies.AppTests.Cli;
using DefenseTies.AppTests.Support;
using DefenseTies.Cli;

namespace DefenseTies.AppTests;

/// <summary>What the pages show is what the program prints.</summary>
/// <remarks>Commands run as they are written, in a folder that becomes the process's own: nothing else may run beside them.</remarks>
[Collection(nameof(Page))]
[CollectionDefinition(nameof(Page), DisableParallelization = true)]
public sealed partial class ReadmeTests
{
    private const string Picture = "export --as dot --around Azerbaijan --depth 2 --include planned,possible --type SUPPLIES,CO_PRODUCES,ALLIED_WITH,MEMBER_OF,EXERCISES_WITH,DEPLOYED_TO,HAS_BASE_IN,TRAINS,FOUGHT,RIVAL_OF";

    private static readonly Lazy<Pipeline> Pipeline = new(() => DefenseTies.Pipeline.Load());

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/extraction.md")]
    [InlineData("graph-schema/README.md")]
    public async Task Every_console_block_shows_what_its_commands_print(string page)
    {
        using var folder = new FolderOfTheRepository();
        await Page.ExpectBlocksAsync(page, "console", RunBlockAsync);
    }

    [Fact]
    public async Task The_picture_is_drawn_from_what_the_program_exports()
    {
        using var folder = new FolderOfTheRepository();
        await RunAsync("supplies --ingest seeds");
        var dot = await RunAsync(Picture);
        await Page.ExpectAsync("docs/seed-graph.dot", dot);
        (await File.ReadAllTextAsync(Page.At("README.md"), TestContext.Current.CancellationToken)).ShouldContain(Picture);

        // Graphviz need not be there to run the tests: that the picture has the same lines is enough. docs/refresh draws it.
        if (Page.IsApproving)
            return;
        var drawn = System.Net.WebUtility.HtmlDecode(await File.ReadAllTextAsync(Page.At("docs/seed-graph.svg"), TestContext.Current.CancellationToken));
        SvgEdge().Matches(drawn).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal)
            .ShouldBe(DotEdge().Matches(dot).Select(m => $"{m.Groups[1].Value}->{m.Groups[2].Value}").Order(StringComparer.Ordinal), "dot -Tsvg docs/seed-graph.dot > docs/seed-graph.svg");
    }

    [Fact]
    public async Task The_page_of_claim_types_is_made_from_the_vocabulary()
    {
        using var folder = new FolderOfTheRepository();
        await Page.ExpectAsync("docs/claims.md", await RunAsync("schema docs"));
    }

    private static async Task<string> RunBlockAsync(string block)
    {
        var printed = new StringBuilder();
        foreach (var command in block.Split('\n').Where(l => l.StartsWith("$ ", StringComparison.Ordinal)))
        {
            var args = Invocation().Match(command);
            args.Success.ShouldBeTrue($"a console block holds commands of this program only, not: {command}");
            printed.Append(command).Append('\n').Append(await RunAsync(args.Groups[1].Value));
        }

        return printed.ToString();
    }

    // Both outputs, as a terminal that is as wide as a page shows them.
    private static async Task<string> RunAsync(string args)
    {
        using var screen = new StringWriter { NewLine = "\n" };
        var shell = new Shell(screen, screen, Stream.Null, isOutputTerminal: true, isErrorTerminal: false, _ => null, Pipeline);
        shell.OutputConsole.Profile.Width = 110;
        shell.OutputConsole.Profile.Capabilities.Ansi = false;
        await CommandLine.RunAsync(shell, [.. Word().Matches(args).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value)]);
        return string.Join('\n', screen.ToString().ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()));
    }

    [GeneratedRegex(@"^\$ (?:defenseties|dotnet run --project src/DefenseTies\.Cli -c Release --) (.*)$")]
    private static partial Regex Invocation();

    [GeneratedRegex("\"(?<quoted>[^\"]*)\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex("class=\"edge\">\\s*<title>(.*?)</title>")]
    private static partial Regex SvgEdge();

    [GeneratedRegex("^  \"([^\"]*)\" -> \"([^\"]*)\"", RegexOptions.Multiline)]
    private static partial Regex DotEdge();

    /// <summary>A copy of what commands of the pages read, as the working folder while it lasts.</summary>
    private sealed class FolderOfTheRepository : IDisposable
    {
        private readonly string before = Environment.CurrentDirectory;
        private readonly CliTester cli = new();

        public FolderOfTheRepository()
        {
            foreach (var file in ((string[])["seeds", "graph-schema", "tests/Golden", "docs"]).SelectMany(f => Directory.EnumerateFiles(Page.At(f), "*", SearchOption.AllDirectories)))
                cli.Write(Path.GetRelativePath(Page.Root, file), File.ReadAllBytes(file));
            Environment.CurrentDirectory = cli.Folder;
        }

        public void Dispose()
        {
            Environment.CurrentDirectory = before;
            cli.Dispose();
        }
    }
}
