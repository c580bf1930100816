using System.CommandLine;

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
        var docs = new Verb("docs", "Prints the types, with the examples that say them and those that do not, as a page of Markdown.", "defenseties schema docs > docs/claims.md");
        docs.SetAction(_ =>
        {
            shell.Output.Write(shell.Pipeline.Describe());
            return ExitCode.Found;
        });
        return new Verb("schema", "Checks or prints the vocabulary.", "defenseties schema check", "defenseties schema docs > docs/claims.md") { check, docs };
    }
}
