using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>What was said about an entity, in the order in which it happened.</summary>
public static class Timeline
{
    /// <summary>The claims about an entity that pass the filter: by the claim's own date, else its article's; undated ones last.</summary>
    /// <remarks>The filter's least belief is compared with the claim's confidence.</remarks>
    public static async Task<IReadOnlyList<StoredClaim>> ReadAsync(
        IGraphStore store, string entityId, TieFilter filter, CancellationToken cancellationToken = default)
    {
        var claims = new List<StoredClaim>();
        await foreach (var stored in store.ClaimsAsync([entityId], filter.Types, cancellationToken))
        {
            if (filter.Admits(stored) && filter.Include.Contains(stored.Claim.Status) && stored.Claim.Confidence >= filter.MinBelief)
                claims.Add(stored);
        }

        return [.. claims
            .OrderBy(c => c.When is null)
            .ThenBy(c => c.When)
            .ThenBy(c => c.Claim.Type, StringComparer.Ordinal)
            .ThenBy(c => c.Claim.Evidence.ArticleId, StringComparer.Ordinal)
            .ThenBy(c => c.Claim.Evidence.Span)
            .ThenBy(c => c.Claim.Id, StringComparer.Ordinal)];
    }
}
