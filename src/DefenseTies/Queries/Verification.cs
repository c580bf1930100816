using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>Something that does not hold in a store.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="ClaimId">The claim, or null when the article itself is meant.</param>
/// <param name="Message">What is wrong.</param>
public sealed record VerificationFailure(string ArticleId, string? ClaimId, string Message);

/// <summary>What a check of a whole store found.</summary>
/// <param name="Articles">Articles opened.</param>
/// <param name="Claims">Claims checked.</param>
/// <param name="Failures">What does not hold, by article and claim; none when all is well.</param>
public sealed record Verification(int Articles, int Claims, IReadOnlyList<VerificationFailure> Failures)
{
    /// <summary>Opens every article and looks whether each claim's words stand where the claim says, and whether article and claim are still those their ids were made of.</summary>
    public static async Task<Verification> RunAsync(IGraphStore store, CancellationToken cancellationToken = default)
    {
        var failures = new List<VerificationFailure>();
        var claims = 0;
        var waiting = new Dictionary<string, List<(string Id, Evidence Evidence)>>(StringComparer.Ordinal);
        await foreach (var stored in store.ClaimsAsync(null, [], cancellationToken))
        {
            claims++;
            var claim = stored.Claim;
            if (!waiting.TryGetValue(claim.Evidence.ArticleId, out var sameArticle))
                waiting[claim.Evidence.ArticleId] = sameArticle = [];
            sameArticle.Add((claim.Id, claim.Evidence));
            if (claim.WithId().Id != claim.Id)
                failures.Add(new VerificationFailure(claim.Evidence.ArticleId, claim.Id, "the claim was changed after it was written: its content no longer gives its id"));
        }

        var articles = 0;
        await foreach (var article in store.ArticlesAsync(cancellationToken))
        {
            articles++;
            if (Article.Parse(article.Text).Id != article.Id)
                failures.Add(new VerificationFailure(article.Id, null, "the article was changed after it was written: its text no longer gives its id"));
            if (!waiting.Remove(article.Id, out var stated))
                continue;
            failures.AddRange(stated.Where(s => !StandsIn(article.Text, s.Evidence)).Select(s => new VerificationFailure(
                article.Id, s.Id, $"the quote does not stand at {s.Evidence.Span}: \"{s.Evidence.Quote}\"")));
        }

        failures.AddRange(waiting.SelectMany(w => w.Value, (w, s) => new VerificationFailure(w.Key, s.Id, "the article is not in the store")));
        return new Verification(articles, claims, [.. failures
            .OrderBy(f => f.ArticleId, StringComparer.Ordinal)
            .ThenBy(f => f.ClaimId, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal)]);
    }

    private static bool StandsIn(string text, Evidence evidence) =>
        evidence.Span is { Start: >= 0, Length: > 0 } span && span.End <= text.Length && span.In(text).SequenceEqual(evidence.Quote);
}
