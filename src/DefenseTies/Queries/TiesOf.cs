using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>One entity → all its ties.</summary>
public static class TiesOf
{
    /// <summary>The ties that begin or end at the entity, ordered by <see cref="TieOrder"/>; none when the store does not know it.</summary>
    public static Task<IReadOnlyList<Tie>> ReadAsync(
        IGraphStore store, string entityId, TieFilter filter, CancellationToken cancellationToken = default) =>
        TieReader.ReadAsync(store, [entityId], filter, cancellationToken);
}
