using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>Reads ties from a store: one round trip, whatever the size of the frontier.</summary>
internal static class TieReader
{
    /// <summary>The ties that touch any of the entities and pass the filter; null asks for all.</summary>
    public static async Task<IReadOnlyList<Tie>> ReadAsync(
        IGraphStore store, IReadOnlyCollection<string>? entityIds, TieFilter filter, CancellationToken cancellationToken)
    {
        var claims = new List<StoredClaim>();
        await foreach (var claim in store.ClaimsAsync(entityIds, filter.Types, cancellationToken))
            claims.Add(claim);
        return [.. TieBuilder.Build(claims, filter).OrderBy(t => t, TieOrder.Instance)];
    }
}
