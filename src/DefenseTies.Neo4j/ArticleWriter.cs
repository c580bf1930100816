using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Stores;
using DefenseTies.Vocabulary;

namespace DefenseTies.Neo4j;

/// <summary>Writes articles: a batch of them in one request, so that each is there whole or not at all, and then their ties.</summary>
internal sealed class ArticleWriter : IDisposable
{
    private readonly Neo4jConnection connection;
    private readonly Statements statements;
    private readonly TieWriter ties;

    // One batch at a time: writers of one program would only wait for each other's locks, and each holds one of few connections while it waits.
    private readonly SemaphoreSlim turn = new(1);
    private bool owesTies = true;

    public ArticleWriter(Neo4jConnection connection, GraphSchema schema)
    {
        this.connection = connection;
        statements = new Statements(schema);
        ties = new TieWriter(connection, statements);
    }

    /// <summary>Writes what is not there yet of these articles, in one transaction.</summary>
    public async Task<IReadOnlyList<StoreChange>> WriteAsync(IReadOnlyList<ExtractedArticle> articles, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await MakeUpAsync(cancellationToken);
            var batch = articles.DistinctBy(a => a.Article.Id, StringComparer.Ordinal).ToList();
            var (ours, firsts) = await AddAsync(batch, cancellationToken);
            var added = batch.Where(a => ours.Contains(a.Article.Id)).ToDictionary(a => a.Article.Id, StringComparer.Ordinal);

            // The articles are in: no stop and no failure takes that back.
            var newTies = added.Count > 0 ? await AddTiesAsync([.. added.Values]) : new HashSet<string>();
            var changes = new List<StoreChange>();
            foreach (var article in articles)
            {
                changes.Add(added.Remove(article.Article.Id)
                    ? new StoreChange(Unchanged: false, firsts[article.Article.Id].Count(), article.Claims.DistinctBy(c => c.Id, StringComparer.Ordinal).Count(), article.Claims.Count(c => newTies.Remove(c.TieId)))
                    : new StoreChange(Unchanged: true, 0, 0, 0));
            }

            return changes;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<(IReadOnlySet<string> Ours, ILookup<string, string> Firsts)> AddAsync(IReadOnlyList<ExtractedArticle> batch, CancellationToken cancellationToken)
    {
        // In one order for all writers, so that they wait for each other rather than deadlock.
        var parameters = new Dictionary<string, object?>
        {
            ["write"] = WriteToken.Next(),
            ["articles"] = batch.OrderBy(a => a.Article.Id, StringComparer.Ordinal).Select(a => ArticleRows.Of(a)).ToList(),
            ["entities"] = batch.SelectMany(a => a.Entities.Select(entity => (Entity: entity, Article: a.Article.Id)))
                .OrderBy(e => e.Entity.Id, StringComparer.Ordinal)
                .Select(e => ArticleRows.Of(e.Entity, e.Article, statements.LabelsOf(e.Entity.Type))).ToList(),
            ["claims"] = batch.SelectMany(a => a.Claims).DistinctBy(c => c.Id, StringComparer.Ordinal)
                .OrderBy(c => c.Id, StringComparer.Ordinal)
                .Select(ArticleRows.Of).ToList(),
        };
        var row = (await connection.WriteAsync(Statements.AddArticles, parameters, cancellationToken)).Single();
        return (row.Texts(0).ToHashSet(StringComparer.Ordinal), row.Texts(1).ToLookup(id => id, StringComparer.Ordinal));
    }

    private async Task<HashSet<string>> AddTiesAsync(IReadOnlyList<ExtractedArticle> added)
    {
        try
        {
            var claims = added.SelectMany(a => a.Claims.Select(c => new StoredClaim(c, a.Article.Date, a.Article.Source, a.Article.Title))).ToList();
            var created = await ties.WriteAsync(claims, CancellationToken.None);
            await ties.SettleAsync([.. added.Select(a => a.Article.Id)], CancellationToken.None);
            return [.. created];
        }
        catch (GraphStoreException)
        {
            // Owed, and tried again before the next batch; if it fails then, that batch fails.
            owesTies = true;
            return [];
        }
    }

    private async Task MakeUpAsync(CancellationToken cancellationToken)
    {
        if (!owesTies)
            return;
        await ties.MakeUpAsync(cancellationToken);
        owesTies = false;
    }
}
