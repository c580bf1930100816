using System.CommandLine;
using DefenseTies.Neo4j;

namespace DefenseTies.Cli.Commands;

/// <summary><c>schema check|docs|cypher|grass|queries</c>: the vocabulary.</summary>
internal static class SchemaCommand
{
    public static Command Create(Shell shell)
    {
        var folder = new Option<string?>("--folder") { Description = "The vocabulary to read [default: the program's own]", HelpName = "FOLDER" };
        var check = new Verb(
            "check",
            "Reads the whole vocabulary and prints its size, or every problem with file and line.",
            "defenseties schema check",
            "defenseties schema check --folder graph-schema")
        { folder };
        check.SetAction(parsed =>
        {
            var read = parsed.GetValue(folder) is { } other ? Pipeline.Load(other) : shell.Pipeline;
            read.LoadParser();
            var schema = read.Schema;
            shell.Output.Write(FormattableString.Invariant(
                $"{schema.EntityTypes.Count} entity types, {schema.ClaimTypes.Count} claim types, {read.Gazetteer.Entities.Count} known names; no problems\n"));
            return ExitCode.Found;
        });
        var docs = new Verb("docs", "Prints the types, with the examples that say them and those that do not, as a page of Markdown.", "defenseties schema docs > docs/claims.md");
        docs.SetAction(_ =>
        {
            shell.Output.Write(shell.Pipeline.Describe());
            return ExitCode.Found;
        });
        return new Verb("schema", "Checks or prints the vocabulary.", "defenseties schema check", "defenseties schema docs > docs/claims.md", "defenseties schema grass > defenseties.grass")
        {
            check, docs, Cypher(shell), Grass(shell), Queries(shell),
        };
    }

    private static Verb Cypher(Shell shell)
    {
        var verb = new Verb("cypher", "Prints the constraints and indexes of the graph in Neo4j. A store makes them by itself; a graph loaded in another way needs them.", "defenseties schema cypher | cypher-shell");
        verb.SetAction(_ =>
        {
            foreach (var (_, statement) in Neo4jSchema.Of(shell.Pipeline.Schema))
                shell.Output.Write($"{statement};\n");
            return ExitCode.Found;
        });
        return verb;
    }

    private static Verb Grass(Shell shell)
    {
        var verb = new Verb("grass", "Prints the style of the graph for Neo4j Browser: drop the file on its page.", "defenseties schema grass > defenseties.grass");
        verb.SetAction(_ =>
        {
            shell.Output.Write(BrowserStyle.Of(shell.Pipeline.Schema));
            return ExitCode.Found;
        });
        return verb;
    }

    private static Verb Queries(Shell shell)
    {
        var output = new Option<string>("--output", "-o") { Description = "The file to write", HelpName = "FILE", Required = true };
        var verb = new Verb("queries", "Writes saved queries for Neo4j Browser as a ZIP: drop the file on its page.", "defenseties schema queries -o defenseties-queries.zip") { output };
        verb.SetAction(parsed =>
        {
            using var file = File.Create(parsed.GetRequiredValue(output));
            SavedQueries.WriteZip(shell.Pipeline.Schema, file);
            return ExitCode.Found;
        });
        return verb;
    }
}
