using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using DefenseTies.AppTests.Cli;
using DefenseTies.Cli;

namespace DefenseTies.AppTests;

/// <summary>What the pages show is what the program prints. With <c>APPROVE=1</c> the pages take the new output.</summary>
/// <remarks>Commands run as they are written, in a folder that becomes the process's own: nothing else may run beside them.</remarks>
[Collection(nameof(ReadmeTests))]
[CollectionDefinition(nameof(ReadmeTests), DisableParallelization = true)]
public sealed partial class ReadmeTests
{
    private const string Picture = "export --as dot --around Azerbaijan --depth 2 --include planned,possible --type SUPPLIES,CO_PRODUCES,ALLIED_WITH,MEMBER_OF,EXERCISES_WITH,DEPLOYED_TO,HAS_BASE_IN,TRAINS,FOUGHT,RIVAL_OF";

    private static readonly Lazy<Pipeline> Pipeline = new(() => DefenseTies.Pipeline.Load());

    private static bool Approving => Environment.GetEnvironmentVariable("APPROVE") == "1";

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/data-flow.md")]
    [InlineData("graph-schema/README.md")]
    public async Task Every_console_block_shows_what_its_commands_print(string page)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Root(), page), TestContext.Current.CancellationToken);
        var printed = await InFolderWithSeedsAsync(() => ReplaceAsync(text, ConsoleBlock(), RunBlockAsync));
        await ExpectAsync(page, printed);
    }

    [Fact]
    public async Task The_picture_is_drawn_from_what_the_program_exports()
    {
        var dot = await InFolderWithSeedsAsync(async () =>
        {
            await RunAsync("supplies --ingest seeds");
            return await RunAsync(Picture);
        });
        await ExpectAsync("docs/seed-graph.dot", dot);

        // Graphviz need not be there to run the tests: that the picture has the same lines is enough.
        var drawn = await File.ReadAllTextAsync(Path.Combine(Root(), "docs/seed-graph.svg"), TestContext.Current.CancellationToken);
        SvgEdge().Matches(drawn).Select(m => m.Groups[1].Value.Replace("&#45;", "-", StringComparison.Ordinal).Replace("&gt;", " > ", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(DotEdge().Matches(dot).Select(m => $"{m.Groups[1].Value}- > {m.Groups[2].Value}").Order(StringComparer.Ordinal), "dot -Tsvg docs/seed-graph.dot > docs/seed-graph.svg draws it anew");
        (await File.ReadAllTextAsync(Path.Combine(Root(), "README.md"), TestContext.Current.CancellationToken)).ShouldContain(Picture);
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

    // Both outputs as a terminal of a hundred columns shows them.
    private static async Task<string> RunAsync(string args)
    {
        using var screen = new StringWriter { NewLine = "\n" };
        var shell = new Shell(screen, screen, Stream.Null, isOutputTerminal: true, isErrorTerminal: false, _ => null, Pipeline);
        shell.OutputConsole.Profile.Width = 100;
        shell.OutputConsole.Profile.Capabilities.Ansi = false;
        await CommandLine.RunAsync(shell, [.. Word().Matches(args).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value)]);
        return string.Join('\n', screen.ToString().ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()));
    }

    private static async Task<string> InFolderWithSeedsAsync(Func<Task<string>> run)
    {
        using var cli = new CliTester();
        foreach (var folder in (string[])["seeds", "tests/Golden"])
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Root(), folder)))
                cli.Write(Path.Combine(folder, Path.GetFileName(file)), await File.ReadAllBytesAsync(file));
        }

        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = cli.Folder;
        try
        {
            return await run();
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    private static async Task ExpectAsync(string page, string text)
    {
        var path = Path.Combine(Root(), page);
        if (Approving)
            await File.WriteAllTextAsync(path, text);
        (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n").ShouldBe(text, $"{page} shows something else; APPROVE=1 takes the new text");
    }

    private static async Task<string> ReplaceAsync(string text, Regex pattern, Func<string, Task<string>> replace)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (Match match in pattern.Matches(text))
        {
            result.Append(text, at, match.Groups[1].Index - at).Append(await replace(match.Groups[1].Value));
            at = match.Groups[1].Index + match.Groups[1].Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static string Root([CallerFilePath] string from = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, "../.."));

    [GeneratedRegex(@"^```console\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(@"^\$ (?:defenseties|dotnet run --project src/DefenseTies\.Cli -c Release --) (.*)$")]
    private static partial Regex Invocation();

    [GeneratedRegex("\"(?<quoted>[^\"]*)\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex("<g id=\"edge\\d+\" class=\"edge\">\\s*<title>([^<]*)</title>")]
    private static partial Regex SvgEdge();

    [GeneratedRegex("^  \"([^\"]*)\" -> \"([^\"]*)\"", RegexOptions.Multiline)]
    private static partial Regex DotEdge();
}
