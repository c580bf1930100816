using DefenseTies.Mentions;

namespace DefenseTies.Graphs;

/// <summary>A graph, or a part of one: what queries answer with and exports write.</summary>
/// <param name="Nodes">Ordered by id; every end of a tie is among them.</param>
/// <param name="Ties">Ordered by <see cref="TieOrder"/>; parallel ties stay apart.</param>
public sealed record TieGraph(IReadOnlyList<Entity> Nodes, IReadOnlyList<Tie> Ties)
{
    /// <summary>A graph of ties and of entities that may stand alone. Ends that are not among the entities become nodes with the name the tie knows.</summary>
    public static TieGraph Of(IEnumerable<Tie> ties, IEnumerable<Entity>? entities = null)
    {
        var ordered = ties.OrderBy(t => t, TieOrder.Instance).ToList();
        var nodes = new SortedDictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var entity in entities ?? [])
            nodes[entity.Id] = entity;
        foreach (var end in ordered.SelectMany(t => new[] { t.From, t.To }))
            nodes.TryAdd(end.Id, new Entity { Id = end.Id, Type = end.Type, Name = end.Name });
        return new TieGraph([.. nodes.Values], ordered);
    }
}

/// <summary>The order in which ties are shown everywhere: by type, the ends' names, the item, the id; ordinal.</summary>
public sealed class TieOrder : IComparer<Tie>
{
    /// <summary>The one instance.</summary>
    public static TieOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Tie? x, Tie? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        var order = string.CompareOrdinal(x.Type, y.Type);
        order = order != 0 ? order : string.CompareOrdinal(x.From.Name, y.From.Name);
        order = order != 0 ? order : string.CompareOrdinal(x.To.Name, y.To.Name);
        order = order != 0 ? order : string.CompareOrdinal(x.Item?.Name, y.Item?.Name);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }
}
