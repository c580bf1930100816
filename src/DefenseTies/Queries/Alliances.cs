using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>States that stand together.</summary>
/// <param name="Name">The organization's or agreement's name; for a pact between states, their names joined by an en dash.</param>
/// <param name="Basis"><c>organization</c>, <c>agreement</c> or <c>pact</c>.</param>
/// <param name="Id">Entity id of the organization or agreement; null for a pact.</param>
/// <param name="Members">Two states or more, ordered by name.</param>
/// <param name="Ties">The ties that make the group.</param>
public sealed record Alliance(string Name, string Basis, string? Id, IReadOnlyList<EntityRef> Members, IReadOnlyList<Tie> Ties)
{
    /// <summary>The belief of the weakest tie, 0 to 1.</summary>
    public double Belief => Ties.Min(t => t.Belief);
}

/// <summary>Groups of allied states, as large as what is said makes them.</summary>
public static class Alliances
{
    private static readonly HashSet<string> Types = ["ALLIED_WITH", "MEMBER_OF", "PARTY_TO"];

    /// <summary>Finds all groups, or those of one state.</summary>
    /// <remarks>
    /// A group is made in one of three ways: all members of one organization (MEMBER_OF is said of alliances and blocs only);
    /// all states that are party to one agreement; or states each of which is stated to be allied with each other one
    /// (a maximal clique of ALLIED_WITH ties: if A–B, B–C and A–C are allied, that is one group of three, not three pairs;
    /// without A–C it is two pairs, for an ally's ally need not be one).
    /// </remarks>
    /// <param name="store">Where to look.</param>
    /// <param name="member">Entity id of a member, or of the organization or agreement itself; null for all groups.</param>
    /// <param name="filter">What counts. Its types do not.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The largest first, then by name.</returns>
    public static async Task<IReadOnlyList<Alliance>> FindAsync(
        IGraphStore store, string? member, TieFilter filter, CancellationToken cancellationToken = default)
    {
        var ties = await TieReader.ReadAsync(store, null, filter with { Types = Types }, cancellationToken);
        var groups = ties.Where(t => t.Type != "ALLIED_WITH").GroupBy(t => t.To.Id, StringComparer.Ordinal).Select(Joined).OfType<Alliance>()
            .Concat(Pacts([.. ties.Where(t => t.Type == "ALLIED_WITH")]));
        return [.. groups
            .Where(g => member is null || g.Id == member || g.Members.Any(m => m.Id == member))
            .OrderByDescending(g => g.Members.Count)
            .ThenBy(g => g.Name, StringComparer.Ordinal)
            .ThenBy(g => g.Basis, StringComparer.Ordinal)];
    }

    // Everybody tied to the same organization or agreement.
    private static Alliance? Joined(IEnumerable<Tie> toOne)
    {
        var ties = toOne.Where(t => t.From.Type == "Country").ToList();
        var members = Members(ties.Select(t => t.From));
        return members.Count < 2
            ? null
            : new Alliance(ties[0].To.Name, ties[0].Type == "MEMBER_OF" ? "organization" : "agreement", ties[0].To.Id, members, ties);
    }

    private static IEnumerable<Alliance> Pacts(IReadOnlyList<Tie> allied)
    {
        var states = allied.SelectMany(t => new[] { t.From, t.To }).DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        foreach (var clique in Cliques.Maximal(allied.Select(t => (t.From.Id, t.To.Id))))
        {
            var members = Members(clique.Select(id => states[id]));
            var ties = allied.Where(t => clique.Contains(t.From.Id) && clique.Contains(t.To.Id)).ToList();
            yield return new Alliance(string.Join('–', members.Select(m => m.Name)), "pact", null, members, ties);
        }
    }

    private static IReadOnlyList<EntityRef> Members(IEnumerable<EntityRef> states) =>
        [.. states.DistinctBy(s => s.Id).OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];
}
