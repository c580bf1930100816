using System.CommandLine;
using System.Globalization;
using DefenseTies.Exports;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>alliances [X]</c>: groups of states that stand together.</summary>
internal static class AlliancesCommand
{
    public static Command Create(Shell shell)
    {
        var name = new Argument<string?>("name") { Description = "Only groups of this state, organization or agreement", Arity = ArgumentArity.ZeroOrOne };
        var command = new Verb(
            "alliances",
            "Shows groups of allied states: members of one organization, parties to one agreement, and states that are all allied with each other.",
            "defenseties alliances",
            "defenseties alliances Turkey",
            "defenseties alliances NATO --format json")
        { name };
        var options = new QueryOptions(command);
        command.Answers(shell, options, async (store, parsed, filter, cancellationToken) =>
        {
            var member = parsed.GetValue(name) is { } typed ? await WhoIs.FindAsync(shell, store, typed, cancellationToken) : null;
            var groups = await Alliances.FindAsync(store, member?.Id, filter, cancellationToken);
            return new Answer(groups.Count, Table(groups), Csv(groups), () => AnswerJson.Alliances(groups), "no alliance is stated");
        });
        return command;
    }

    private static Grid Table(IEnumerable<Alliance> groups) => Grid.Of(
        groups,
        ("Alliance", g => g.Name),
        ("Basis", g => g.Basis),
        ("Members", g => string.Join(", ", g.Members.Select(m => m.Name))),
        ("Belief", g => TieGrids.Belief(g.Belief)),
        ("Says", g => string.Join(" ", g.Ties.Select(t => $"“{t.Quote}”").Distinct())));

    private static Grid Csv(IEnumerable<Alliance> groups) => Grid.Of(
        groups,
        ("alliance", g => g.Name),
        ("basis", g => g.Basis),
        ("id", g => g.Id),
        ("members", g => string.Join("; ", g.Members.Select(m => m.Name))),
        ("belief", g => g.Belief.ToString("0.####", CultureInfo.InvariantCulture)),
        ("ties", g => string.Join("; ", g.Ties.Select(t => t.Id))));
}
