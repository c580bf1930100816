using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>A claim said several times in an article is one claim, with the strongest status; a denial of the same thing is a claim of its own.</summary>
internal static class ClaimMerger
{
    /// <summary>Merges the claims of one article; the result is in text order and every claim has its id.</summary>
    /// <param name="agreement">The agreement entity with that id.</param>
    public static IReadOnlyList<Claim> Merge(IReadOnlyList<Claim> claims, Func<string, Entity?> agreement)
    {
        var merged = claims
            .GroupBy(c => (c.TieId, Denied: c.Status == ClaimStatus.Denied))
            .Select(Strongest)
            .ToList();

        // "Arms" beside the same pair's Bayraktar TB2 adds nothing; a contract binds nobody by name until somebody signs it.
        var itemised = merged.Where(c => c.Item is not null).Select(c => (c.Type, c.From.Id, c.To.Id, c.Status == ClaimStatus.Denied)).ToHashSet();
        var signed = merged.Where(c => c.Type == "SIGNED").Select(c => c.To.Id).ToHashSet(StringComparer.Ordinal);
        return [.. merged
            .Where(c => c.Item is not null || !itemised.Contains((c.Type, c.From.Id, c.To.Id, c.Status == ClaimStatus.Denied)))
            .Where(c => c.Type != "PARTY_TO" || signed.Contains(c.To.Id) || agreement(c.To.Id) is not { } known || !AgreementDescriptions.IsWeak(known))
            .Select(c => c.WithId())
            .OrderBy(c => c.Evidence.Span).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    // The strongest and surest saying stands for all; a date or number it lacks is taken from the next.
    private static Claim Strongest(IEnumerable<Claim> said)
    {
        var ordered = said.OrderByDescending(c => c.Status).ThenByDescending(c => c.Confidence).ThenBy(c => c.Evidence.Span).ToArray();
        var best = ordered[0];
        return best with
        {
            Date = ordered.FirstOrDefault(c => c.Status == best.Status && c.Date is not null)?.Date,
            Quantity = best.Quantity ?? ordered.FirstOrDefault(c => c.Quantity is not null)?.Quantity,
            Value = best.Value ?? ordered.FirstOrDefault(c => c.Value is not null)?.Value,
            Role = best.Role ?? ordered.FirstOrDefault(c => c.Role is not null)?.Role,
        };
    }
}
