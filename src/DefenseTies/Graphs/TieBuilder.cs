using DefenseTies.Articles;
using DefenseTies.Claims;

namespace DefenseTies.Graphs;

/// <summary>Claims → ties: what the claims about one (type, from, to, item) add up to, as the filter looks at them.</summary>
/// <remarks>A proposal never changes what was read: beside read claims it is listed and weighs nothing; a tie of proposals alone is marked as one.</remarks>
public static class TieBuilder
{
    /// <summary>Builds the ties that pass the filter, ordered by type, ends and item, ordinally.</summary>
    /// <param name="claims">Claims in any order; one given twice counts once. A tie is as complete as its claims here are.</param>
    /// <param name="filter">Both clocks are applied to claims before a tie is built; status and belief to the built tie.</param>
    public static IReadOnlyList<Tie> Build(IEnumerable<StoredClaim> claims, TieFilter filter)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(filter);
        return [.. claims
            .Where(filter.Admits)
            .DistinctBy(stored => stored.Claim.Id, StringComparer.Ordinal)
            .GroupBy(stored => stored.Claim.TieId, StringComparer.Ordinal)
            .Select(group => TieOf(group.Key, [.. group.Where(stored => !stored.Claim.IsProposal)], [.. group.Where(stored => stored.Claim.IsProposal)]))
            .Where(tie => filter.Include.Contains(tie.Status) && tie.Belief >= filter.MinBelief)
            .OrderBy(tie => tie.Type, StringComparer.Ordinal)
            .ThenBy(tie => tie.From.Id, StringComparer.Ordinal)
            .ThenBy(tie => tie.To.Id, StringComparer.Ordinal)
            .ThenBy(tie => tie.Item?.Key, StringComparer.Ordinal)];
    }

    private static Tie TieOf(string id, IReadOnlyList<StoredClaim> read, IReadOnlyList<StoredClaim> proposed)
    {
        if (read.Count == 0)
            return TieOf(id, proposed);
        var tie = TieOf(id, read);
        return tie with { Claims = [.. tie.Claims, .. Ordered(proposed, tie.Status).Select(c => c.Claim)] };
    }

    private static Tie TieOf(string id, IReadOnlyList<StoredClaim> claims)
    {
        var supports = claims.Where(c => c.Claim.Status != ClaimStatus.Denied).ToList();
        var denials = claims.Where(c => c.Claim.Status == ClaimStatus.Denied).ToList();
        var status = StatusOf(supports, denials);
        var saying = status == ClaimStatus.Denied ? denials : supports;
        var ordered = Ordered(claims, status);
        var carrying = ordered.Where(c => c.Claim.Status == status).ToList();
        var best = carrying[0].Claim;

        // The denial that ended a tie dates its end; one that did not hold dates nothing.
        var dates = (status == ClaimStatus.Denied ? claims : supports).Select(c => c.Claim.Date).OfType<PartialDate>().ToList();
        return new Tie
        {
            Id = id,
            Type = best.Type,
            From = best.From,
            To = best.To,
            Item = best.Item,
            Status = status,
            Stage = StageLadder.Furthest(status, carrying.Select(c => c.Claim.Stage)),
            Role = ordered.Select(c => c.Claim.Role).FirstOrDefault(role => role is not null),
            Belief = BeliefIn(status, carrying, supports, denials),
            Since = dates.Count > 0 ? dates.Min() : null,
            Until = dates.Count > 0 ? dates.Max() : null,
            Articles = IndependentSources.Of(saying).Count,
            Claims = [.. ordered.Select(c => c.Claim)],
        };
    }

    private static ClaimStatus StatusOf(List<StoredClaim> supports, List<StoredClaim> denials)
    {
        if (supports.Count == 0)
            return ClaimStatus.Denied;

        // "Later" only when no reading of either date puts them the other way round: 2024 is not later than May 2024.
        var latest = supports.Max(c => c.Stated?.Last);
        return latest is not null && denials.Any(d => d.When?.First > latest)
            ? ClaimStatus.Denied
            : supports.Max(c => c.Claim.Status);
    }

    // Weaker statements ("may supply") do not make the stronger one (supplies) any surer, so only those that carry the status count.
    private static double BeliefIn(ClaimStatus status, List<StoredClaim> carrying, List<StoredClaim> supports, List<StoredClaim> denials)
    {
        var belief = Belief.Of(IndependentSources.Of(carrying));
        return status == ClaimStatus.Denied
            ? belief
            : belief * Belief.Doubt(IndependentSources.Of([.. denials.Where(d => !IsOvertaken(d, supports))]));
    }

    // "Had no such jets in 2019" does not speak against "received them in 2023". Publication dates alone do not tell that much.
    private static bool IsOvertaken(StoredClaim denial, List<StoredClaim> supports) =>
        supports.Any(support => support.Claim.Date is not null && support.Stated?.First > denial.Claim.Date?.Last);

    private static List<StoredClaim> Ordered(IReadOnlyList<StoredClaim> claims, ClaimStatus status) =>
        [.. claims
            .OrderByDescending(c => c.Claim.Status == status)
            .ThenByDescending(c => c.Claim.Status)
            .ThenByDescending(Belief.Weight)
            .ThenBy(c => c.Claim.Evidence.ArticleId, StringComparer.Ordinal)
            .ThenBy(c => c.Claim.Evidence.Span)
            .ThenBy(c => c.Claim.Id, StringComparer.Ordinal)];
}
