using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>Ties → the words that say each best, with where they come from.</summary>
public static class BestWords
{
    /// <summary>The first claim of each tie with its article, by tie id: one round trip for all ties.</summary>
    public static async Task<IReadOnlyDictionary<string, StoredClaim>> ReadAsync(
        IGraphStore store, IReadOnlyCollection<Tie> ties, CancellationToken cancellationToken = default)
    {
        var wanted = ties.ToDictionary(t => t.Claims[0].Id, t => t.Id, StringComparer.Ordinal);
        var ends = ties.Select(t => t.From.Id).ToHashSet(StringComparer.Ordinal);
        var types = ties.Select(t => t.Type).ToHashSet(StringComparer.Ordinal);
        var words = new Dictionary<string, StoredClaim>(StringComparer.Ordinal);
        if (ties.Count == 0)
            return words;
        await foreach (var stored in store.ClaimsAsync(ends, types, cancellationToken))
        {
            if (wanted.TryGetValue(stored.Claim.Id, out var tie))
                words[tie] = stored;
        }

        return words;
    }
}
