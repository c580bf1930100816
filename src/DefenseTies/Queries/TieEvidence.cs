using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>One tie with every sentence behind it.</summary>
/// <param name="Tie">The tie, whatever its status.</param>
/// <param name="Claims">Every claim about it with its article: by date, then claim id.</param>
public sealed record TieEvidence(Tie Tie, IReadOnlyList<StoredClaim> Claims)
{
    /// <summary>Reads a tie; null when the store has none with this id.</summary>
    /// <param name="store">Where to look.</param>
    /// <param name="tieId">The tie's whole id.</param>
    /// <param name="filter">Its clocks count; its statuses, types and belief do not, as the tie was asked for by id, and proposals are among its claims.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<TieEvidence?> ReadAsync(
        IGraphStore store, string tieId, TieFilter filter, CancellationToken cancellationToken = default)
    {
        var claims = await store.ClaimsOfTieAsync(tieId, cancellationToken);
        var whatever = TieFilter.AnyStatus with { Proposals = true, AsOf = filter.AsOf, KnownAt = filter.KnownAt };
        return TieBuilder.Build(claims, whatever).FirstOrDefault() is { } tie
            ? new TieEvidence(tie, [.. claims.OrderBy(c => c.When).ThenBy(c => c.Claim.Id, StringComparer.Ordinal)])
            : null;
    }
}
