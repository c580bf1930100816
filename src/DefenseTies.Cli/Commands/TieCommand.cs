using System.CommandLine;
using DefenseTies.Exports;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>tie ID</c>: one tie with every sentence behind it.</summary>
internal static class TieCommand
{
    public static Command Create(Shell shell)
    {
        var id = new Argument<string>("id") { Description = "A tie's id, as the other queries print it" };
        var command = new Verb(
            "tie",
            "Shows one tie with every sentence behind it, and where each stands.",
            "defenseties tie 3f9c2a1b7d604e58",
            "defenseties tie 3f9c2a1b7d604e58 --known-at 2022-12-31 --format json")
        { id };
        var options = new QueryOptions(command);
        command.Answers(shell, options, async (store, parsed, filter, cancellationToken) =>
        {
            var tieId = parsed.GetRequiredValue(id).Trim().ToLowerInvariant();
            var evidence = await TieEvidence.ReadAsync(store, tieId, filter, cancellationToken)
                ?? throw new CommandException($"no tie has the id {tieId}; 'defenseties ties NAME' prints ids", ExitCode.Nothing);
            if (options.Format(parsed) == "table")
            {
                var tie = evidence.Tie;
                var about = tie.Item?.Name ?? tie.Role;
                var head = $"{tie.From.Name} {TieGrids.Verb(shell, tie)} {tie.To.Name}{(about is null ? "" : $": {about}")} ({TieGrids.Status(tie)}, belief {TieGrids.Belief(tie.Belief)})";
                shell.Output.Write(Printable.Line(head) + "\n\n");
            }

            return new Answer(
                evidence.Claims.Count, Claims.Table(evidence.Claims), Claims.Csv(evidence.Claims), () => AnswerJson.Evidence(evidence), "no evidence");
        });
        return command;
    }
}
