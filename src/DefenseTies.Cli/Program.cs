using System.CommandLine;
using DefenseTies.Cli;
using DefenseTies.Cli.Commands;

return await CommandLine.RunAsync(Shell.OfProcess(), args);

/// <summary>The command tree.</summary>
internal static partial class Program
{
    /// <summary>All verbs, in the order in which they are used.</summary>
    internal static RootCommand Tree(Shell shell) => new("Reads articles about defence and answers who supplies whom, with the sentence behind every answer.")
    {
        ExtractCommand.Create(shell),
        IngestCommand.Create(shell),
        SuppliesCommand.Create(shell),
        TiesCommand.Create(shell),
        TieCommand.Create(shell),
        PathCommand.Create(shell),
        AroundCommand.Create(shell),
        AlliancesCommand.Create(shell),
        TimelineCommand.Create(shell),
        ExportCommand.Create(shell),
        WorkCommand.Create(shell),
        VerifyCommand.Create(shell),
        SchemaCommand.Create(shell),
        ScoreCommand.Create(shell),
        LearnCommand.Create(shell),
    };
}
