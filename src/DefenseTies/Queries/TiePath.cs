using DefenseTies.Claims;
using DefenseTies.Graphs;

namespace DefenseTies.Queries;

/// <summary>One way from one entity to another.</summary>
/// <param name="Nodes">The entities on the way, both ends included; none twice.</param>
/// <param name="Ties">The strongest tie of each hop, in the order walked; it may point either way.</param>
public sealed record TiePath(IReadOnlyList<EntityRef> Nodes, IReadOnlyList<Tie> Ties)
{
    /// <summary>The belief of the weakest hop, 0 to 1: a chain holds as well as its weakest link.</summary>
    public double Belief => Ties.Min(t => t.Belief);

    /// <summary>Shorter first, then stronger, then by the nodes' ids.</summary>
    internal static int Compare(TiePath one, TiePath other)
    {
        var order = one.Ties.Count.CompareTo(other.Ties.Count);
        order = order != 0 ? order : other.Belief.CompareTo(one.Belief);
        order = order != 0 ? order : other.Ties.Sum(t => t.Belief).CompareTo(one.Ties.Sum(t => t.Belief));
        return order != 0 ? order : string.CompareOrdinal(Key(one), Key(other));
    }

    private static string Key(TiePath path) => string.Join('\n', path.Nodes.Select(n => n.Id));
}
