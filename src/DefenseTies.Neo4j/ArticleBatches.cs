using DefenseTies.Claims;

namespace DefenseTies.Neo4j;

/// <summary>How many articles go into one request: what makes loading fast, and no more than the server holds well in memory.</summary>
internal static class ArticleBatches
{
    /// <summary>Articles to a request at most.</summary>
    public const int MostArticles = 100;

    private const int MostClaims = 2000;
    private const int MostCharacters = 2_000_000;

    /// <summary>The articles in their order, cut into batches of one or more.</summary>
    public static IEnumerable<IReadOnlyList<ExtractedArticle>> Of(IEnumerable<ExtractedArticle> articles)
    {
        var (batch, claims, characters) = (new List<ExtractedArticle>(), 0, 0L);
        foreach (var article in articles)
        {
            var (more, longer) = (article.Claims.Count, article.Article.Text.Length);
            if (batch.Count > 0 && (batch.Count == MostArticles || claims + more > MostClaims || characters + longer > MostCharacters))
            {
                yield return batch;
                (batch, claims, characters) = ([], 0, 0);
            }

            batch.Add(article);
            (claims, characters) = (claims + more, characters + longer);
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
