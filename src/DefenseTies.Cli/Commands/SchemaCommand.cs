using System.CommandLine;
using DefenseTies.Vocabulary;

namespace DefenseTies.Cli.Commands;

/// <summary><c>schema check|docs</c>: the vocabulary.</summary>
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
        var docs = new Verb("docs", "Prints the types as Markdown tables.", "defenseties schema docs > docs/types.md");
        docs.SetAction(_ =>
        {
            Docs(shell.Pipeline.Schema, shell.Output);
            return ExitCode.Found;
        });
        return new Verb("schema", "Checks or prints the vocabulary.", "defenseties schema check", "defenseties schema docs > docs/types.md") { check, docs };
    }

    private static void Docs(GraphSchema schema, TextWriter output)
    {
        output.Write("| entity type | what it is |\n| --- | --- |\n");
        foreach (var type in schema.EntityTypes)
            output.Write($"| {type.Name} | {Cell(type.Description)} |\n");
        output.Write("\n| claim type | from → to | says | may carry |\n| --- | --- | --- | --- |\n");
        foreach (var type in schema.ClaimTypes)
            output.Write($"| {type.Name} | {Ends(type)} | {Cell(type.Description)} | {string.Join(", ", type.Properties)} |\n");
    }

    private static string Ends(ClaimType type) =>
        $"{string.Join(" or ", type.From)} {(type.Symmetric ? "↔" : "→")} {string.Join(" or ", type.To)}";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
