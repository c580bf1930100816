using DefenseTies.Mentions;

namespace DefenseTies.Graphs;

/// <summary>Claims of one tie → groups that speak for themselves: an article, or several that print the same wire story.</summary>
internal static class IndependentSources
{
    /// <summary>Groups the claims; two articles that share one quote, compared by <see cref="Names.Key"/>, fall together. Keeps the order of first appearance.</summary>
    public static IReadOnlyList<IReadOnlyList<StoredClaim>> Of(IEnumerable<StoredClaim> claims)
    {
        var groups = new List<List<StoredClaim>?>();
        var groupOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stored in claims)
        {
            var evidence = stored.Claim.Evidence;
            var article = Join("article " + evidence.ArticleId, groups.Count);
            if (article == groups.Count)
                groups.Add([]);
            groups[article]!.Add(stored);

            // Words that fold to nothing (punctuation) prove no common origin.
            if (Names.Key(evidence.Quote) is { Length: > 0 } quote && Join("quote " + quote, article) is var twin && twin != article)
                Merge(Math.Min(twin, article), Math.Max(twin, article));
        }

        return [.. groups.OfType<List<StoredClaim>>()];

        int Join(string key, int group)
        {
            groupOf.TryAdd(key, group);
            return groupOf[key];
        }

        void Merge(int into, int from)
        {
            groups[into]!.AddRange(groups[from]!);
            groups[from] = null;
            foreach (var (key, group) in groupOf)
            {
                if (group == from)
                    groupOf[key] = into;
            }
        }
    }
}
