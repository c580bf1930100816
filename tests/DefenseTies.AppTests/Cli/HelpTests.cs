using System.CommandLine;

namespace DefenseTies.AppTests.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs => ["", "extract", "ingest", "supplies", "ties", "tie", "path", "around", "alliances", "timeline", "export", "work", "verify", "schema", "schema check", "schema cypher", "schema docs", "schema grass", "schema queries", "score", "learn"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_is_as_approved(string verb)
    {
        using var cli = new CliTester();
        var result = await cli.RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        result.ExitCode.ShouldBe(0);
        if (verb.Length > 0)
            result.Output.ShouldContain($"Examples:\n  defenseties {verb}");
        var words = result.Output.Replace(RootCommand.ExecutableName, "defenseties", StringComparison.Ordinal);
        Approve.Text(string.Join('\n', words.Split('\n').Select(l => l.TrimEnd())), $"help{(verb.Length > 0 ? "-" : "")}{verb.Replace(' ', '-')}");
    }

    [Theory]
    [InlineData("suplies", "supplies")]
    [InlineData("supplies --as-of soon", "'soon' is not a date")]
    [InlineData("supplies --include maybe", "'maybe' cannot be included")]
    [InlineData("supplies --include 3", "'3' cannot be included")]
    [InlineData("supplies --min-belief 2", "not a number from 0 to 1")]
    [InlineData("supplies --format xml", "xml")]
    [InlineData("supplies --type GIVES", "'GIVES' is not a type of tie; types are ALLIED_WITH")]
    [InlineData("supplies --store neo4j:localhost", "'localhost' is no address of a Neo4j server; write http://HOST:PORT")]
    [InlineData("supplies --store neo4j:http://127.0.0.1:1", "Neo4j cannot be reached at http://127.0.0.1:1")]
    [InlineData("supplies --store graph.db", "is not a store; write sqlite:FILE")]
    [InlineData("around Turkey --depth 0", "--depth is 1 or more")]
    [InlineData("ingest a.txt --max-size big", "'big' is not a size")]
    [InlineData("extract a.txt --explain --format json", "it goes with neither --format nor --with-model")]
    [InlineData("extract a.txt --explain --with-model any", "it goes with neither --format nor --with-model")]
    [InlineData("extract a.txt --sentence word", "--sentence goes with --explain")]
    [InlineData("export --as pdf", "pdf")]
    [InlineData("supplies", "no store at FOLDER/graph.db; run ingest first")]
    [InlineData("", "Required command")]
    public async Task A_mistake_is_explained_and_ends_with_2(string args, string message)
    {
        using var cli = new CliTester();
        var result = await cli.RunAsync(args.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        result.ExitCode.ShouldBe(2, result.ToString());
        result.Error.ShouldContain(message);
        result.Output.ShouldBeEmpty();
    }
}
