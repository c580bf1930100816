using System.CommandLine;
using DefenseTies.Exports;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>ties X</c>: one entity's ties.</summary>
internal static class TiesCommand
{
    public static Command Create(Shell shell)
    {
        var name = new Argument<string>("name") { Description = "A state, organization, person, weapon …, by name or id" };
        var command = new Verb(
            "ties",
            "Shows all ties of one state, organization, person or weapon.",
            "defenseties ties Turkey",
            "defenseties ties USA --type SUPPLIES,ALLIED_WITH",
            "defenseties ties weapon-system:s-400 --include planned --format csv")
        { name };
        var options = new QueryOptions(command);
        command.Answers(shell, options, async (store, parsed, filter, cancellationToken) =>
        {
            var entity = await WhoIs.FindAsync(shell, store, parsed.GetRequiredValue(name), cancellationToken);
            var ties = await TiesOf.ReadAsync(store, entity.Id, filter, cancellationToken);
            var grids = await TieGrids.ReadAsync(store, ties, cancellationToken);
            return new Answer(ties.Count, grids.Table(shell, ties), grids.Csv(ties), () => AnswerJson.Ties(ties),
                $"no tie of {entity.Name} is stated; --include planned,possible,denied shows what is not so, or not yet");
        });
        return command;
    }
}
