using DefenseTies.Mentions;

namespace DefenseTies.Graphs;

/// <summary>Claims of one tie → groups that speak for themselves: an article, or several that print the same wire story.</summary>
internal static class IndependentSources
{
    /// <summary>Groups the claims; two articles that share one quote, compared by <see cref="Names.Key"/>, fall together. Keeps the order of first appearance.</summary>
    public static IReadOnlyList<IReadOnlyList<StoredClaim>> Of(IReadOnlyList<StoredClaim> claims)
    {
        // Each claim points at an earlier one of its source, the first at itself (a disjoint-set forest).
        var earlier = Enumerable.Range(0, claims.Count).ToArray();
        var firstWith = new Dictionary<(bool IsQuote, string Key), int>();
        for (var i = 0; i < claims.Count; i++)
        {
            var evidence = claims[i].Claim.Evidence;
            Join(i, (false, evidence.ArticleId));

            // Words that fold to nothing (punctuation) prove no common origin.
            if (Names.Key(evidence.Quote) is { Length: > 0 } quote)
                Join(i, (true, quote));
        }

        return [.. Enumerable.Range(0, claims.Count).GroupBy(First, i => claims[i]).Select(group => group.ToList())];

        void Join(int i, (bool IsQuote, string Key) mark)
        {
            if (firstWith.TryAdd(mark, i))
                return;
            var (a, b) = (First(i), First(firstWith[mark]));
            earlier[Math.Max(a, b)] = Math.Min(a, b);
        }

        int First(int i)
        {
            while (earlier[i] != i)
                i = earlier[i] = earlier[earlier[i]];
            return i;
        }
    }
}
