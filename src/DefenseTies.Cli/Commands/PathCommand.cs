using System.CommandLine;
using System.Globalization;
using DefenseTies.Exports;
using DefenseTies.Graphs;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>path A B</c>: how two entities are tied.</summary>
internal static class PathCommand
{
    public static Command Create(Shell shell)
    {
        var from = new Argument<string>("from") { Description = "One end, by name or id" };
        var to = new Argument<string>("to") { Description = "The other end, by name or id" };
        var best = new Option<int>("--best", "-k") { Description = "How many ways to show", HelpName = "K", DefaultValueFactory = _ => 3 };
        var hops = new Option<int>("--max-hops") { Description = "How long a way may be", HelpName = "N", DefaultValueFactory = _ => 6 };
        foreach (var option in (Option<int>[])[best, hops])
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
                    result.AddError($"{option.Name} is 1 or more.");
            });
        }

        var command = new Verb(
            "path",
            "Shows how two entities are tied: the shortest ways, of equally short ones the surest first. A way is as sure as its weakest tie.",
            "defenseties path Turkey Armenia",
            "defenseties path Israel Russia --best 5 --max-hops 3",
            "defenseties path Germany Azerbaijan --type SUPPLIES --format json")
        { from, to, best, hops };
        var options = new QueryOptions(command);
        command.Answers(shell, options, async (store, parsed, filter, cancellationToken) =>
        {
            var (a, b) = (await WhoIs.FindAsync(shell, store, parsed.GetRequiredValue(from), cancellationToken), await WhoIs.FindAsync(shell, store, parsed.GetRequiredValue(to), cancellationToken));
            if (a.Id == b.Id)
                throw new CommandException($"both ends are {a.Name}; a path needs two");
            var paths = await Paths.FindAsync(store, a.Id, b.Id, filter, parsed.GetRequiredValue(best), parsed.GetRequiredValue(hops), cancellationToken);
            var steps = paths.SelectMany((path, i) => path.Ties.Select((tie, j) => new Step(i + 1, path, j, tie))).ToList();
            var grids = await TieGrids.ReadAsync(store, [.. steps.Select(s => s.Tie).DistinctBy(t => t.Id)], cancellationToken);
            return new Answer(paths.Count, Table(shell, steps, grids), Csv(steps), () => AnswerJson.Paths(paths),
                $"no way from {a.Name} to {b.Name} is stated within {parsed.GetRequiredValue(hops)} hops; --include planned,possible walks more");
        });
        return command;
    }

    private static Grid Table(Shell shell, IEnumerable<Step> steps, TieGrids grids) => Grid.Of(
        steps,
        ("Path", s => s.Hop == 0 ? $"{s.Number} ({TieGrids.Belief(s.Path.Belief)})" : null),
        ("From", s => s.Tie.From.Name),
        ("", s => TieGrids.Verb(shell, s.Tie)),
        ("To", s => s.Tie.To.Name),
        ("Item", s => s.Tie.Item?.Name ?? s.Tie.Role),
        ("Status", s => TieGrids.Status(s.Tie)),
        ("Belief", s => TieGrids.Belief(s.Tie.Belief)),
        ("Tie", s => s.Tie.Id),
        ("Says", s => grids.Says(s.Tie)));

    private static Grid Csv(IEnumerable<Step> steps) => Grid.Of(
        steps,
        ("path", s => s.Number.ToString(CultureInfo.InvariantCulture)),
        ("hop", s => (s.Hop + 1).ToString(CultureInfo.InvariantCulture)),
        ("type", s => s.Tie.Type),
        ("from", s => s.Tie.From.Name),
        ("to", s => s.Tie.To.Name),
        ("item", s => s.Tie.Item?.Name),
        ("status", s => TieGrids.Word(s.Tie.Status)),
        ("belief", s => s.Tie.Belief.ToString("0.####", CultureInfo.InvariantCulture)),
        ("tie", s => s.Tie.Id),
        ("quote", s => s.Tie.Quote));

    private sealed record Step(int Number, TiePath Path, int Hop, Tie Tie);
}
