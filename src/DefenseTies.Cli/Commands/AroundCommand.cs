using System.CommandLine;
using DefenseTies.Exports;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>around X --depth N</c>: who is tied to an entity, and who to those.</summary>
internal static class AroundCommand
{
    public static Command Create(Shell shell)
    {
        var name = new Argument<string>("name") { Description = "The centre, by name or id" };
        var depth = Depth();
        var command = new Verb(
            "around",
            "Shows the ties around one entity, up to a number of hops away.",
            "defenseties around Azerbaijan",
            "defenseties around Azerbaijan --depth 2 --type SUPPLIES",
            "defenseties around \"Bayraktar TB2\" --depth 2 --format json")
        { name, depth };
        var options = new QueryOptions(command);
        command.Answers(shell, options, async (store, parsed, filter, cancellationToken) =>
        {
            var centre = await WhoIs.FindAsync(shell, store, parsed.GetRequiredValue(name), cancellationToken);
            var around = await Neighbourhood.ReadAsync(store, centre.Id, parsed.GetRequiredValue(depth), filter, cancellationToken);
            var ties = around.Graph.Ties;
            var grids = await TieGrids.ReadAsync(store, ties, cancellationToken);
            return new Answer(ties.Count, grids.Table(shell, ties), grids.Csv(ties), () => AnswerJson.Around(around),
                $"no tie of {centre.Name} is stated; --include planned,possible,denied shows what is not so, or not yet");
        });
        return command;
    }

    /// <summary>The option <c>--depth</c>; 1 unless said otherwise.</summary>
    public static Option<int> Depth()
    {
        var depth = new Option<int>("--depth", "-d") { Description = "How many hops to go", HelpName = "N", DefaultValueFactory = _ => 1 };
        depth.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
                result.AddError("--depth is 1 or more.");
        });
        return depth;
    }
}
