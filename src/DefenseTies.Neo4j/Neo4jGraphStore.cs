using System.Runtime.CompilerServices;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Stores;
using DefenseTies.Vocabulary;

namespace DefenseTies.Neo4j;

/// <summary>A store in a Neo4j database, 5.26 or newer, Community or Enterprise. Safe for use by many threads and by many processes on one database.</summary>
/// <remarks>
/// Entities, articles and claims are nodes; ties are relationships of their own types, made from the claims for people who look at the graph there:
/// see <c>docs/neo4j.md</c>. A reading shows the articles, entities or claims that were there when it began.
/// </remarks>
public sealed class Neo4jGraphStore : IGraphStore
{
    /// <summary>How long to wait for an answer unless told otherwise: two minutes.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(2);

    // So many records to a request: an answer of some megabytes at most, whatever the size of the graph.
    private const int Page = 2000;
    private const int PageOfTexts = 100;

    private readonly Neo4jConnection connection;
    private readonly ArticleWriter? writer;
    private bool isDisposed;

    private Neo4jGraphStore(Neo4jConnection connection, ArticleWriter? writer)
    {
        this.connection = connection;
        this.writer = writer;
    }

    /// <summary>Opens the store to add to it: makes the constraints and indexes that are missing, and the ties that a writer which died did not get to.</summary>
    /// <param name="address">Which database.</param>
    /// <param name="schema">Types that get labels, relationship types and constraints; others are stored, too, without.</param>
    /// <param name="login">Who asks; null for a server without login.</param>
    /// <param name="timeout">How long to wait for an answer; <see cref="DefaultTimeout"/> when null.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="GraphStoreException">The server cannot be reached, refuses the login, has no such database, or is none.</exception>
    public static async Task<Neo4jGraphStore> OpenToWriteAsync(
        Neo4jAddress address, GraphSchema schema, Neo4jLogin? login, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var connection = Connect(address, login, timeout);
        try
        {
            await connection.TryAsync("RETURN 1", cancellationToken);
            await Neo4jSchema.CreateAsync(connection, schema, cancellationToken);
            return new Neo4jGraphStore(connection, new ArticleWriter(connection, schema));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the store to ask it; nothing is written, and an account that may only read will do.</summary>
    /// <param name="address">Which database.</param>
    /// <param name="login">Who asks; null for a server without login.</param>
    /// <param name="timeout">How long to wait for an answer; <see cref="DefaultTimeout"/> when null.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="GraphStoreException">The server cannot be reached, refuses the login, has no such database, or the database no store.</exception>
    public static async Task<Neo4jGraphStore> OpenToReadAsync(Neo4jAddress address, Neo4jLogin? login, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var connection = Connect(address, login, timeout);
        try
        {
            var indexes = await connection.TryAsync("SHOW INDEXES YIELD name", cancellationToken);
            return indexes.Any(row => row.Text(0) == "entity_keys") ? new Neo4jGraphStore(connection, null) : throw Neo4jProblems.NotAStore(address);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<StoreChange> AddAsync(ExtractedArticle extracted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(extracted);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        extracted.ThrowIfInconsistent();
        if (writer is null)
            throw Neo4jProblems.OpenedForReading(connection.Address);
        if (await HasArticleAsync(extracted.Article.Id, cancellationToken))
            return new StoreChange(Unchanged: true, 0, 0, 0);
        return (await writer.WriteAsync([extracted], cancellationToken))[0];
    }

    /// <summary>Writes many articles to a request, so many at once that a request is some megabytes at most; each request is done whole or not at all.</summary>
    /// <inheritdoc/>
    public async IAsyncEnumerable<StoreChange> AddAllAsync(IReadOnlyList<ExtractedArticle> articles, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (writer is null)
            throw Neo4jProblems.OpenedForReading(connection.Address);
        foreach (var article in articles)
            article.ThrowIfInconsistent();
        foreach (var batch in ArticleBatches.Of(articles))
        {
            IReadOnlyList<StoreChange>? changes = null;
            try
            {
                changes = await writer.WriteAsync(batch, cancellationToken);
            }
            catch (GraphStoreException e) when (!e.IsTransient && batch.Count > 1)
            {
                // Too much for the server at once, or one of them is at fault: one by one, below.
            }

            for (var i = 0; i < batch.Count; i++)
                yield return changes is not null ? changes[i] : (await writer.WriteAsync([batch[i]], cancellationToken))[0];
        }
    }

    /// <inheritdoc/>
    public async Task<bool> HasArticleAsync(string articleId, CancellationToken cancellationToken = default) =>
        (await RowsAsync(Statements.HasArticle, new() { ["id"] = articleId }, cancellationToken)).Count > 0;

    /// <inheritdoc/>
    public IAsyncEnumerable<Article> ArticlesAsync(CancellationToken cancellationToken = default) =>
        PagesAsync(Statements.ArticleIds, [], Statements.Articles, PageOfTexts, StoredRows.Article, article => article.Id, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Entity>> FindAsync(string nameKey, CancellationToken cancellationToken = default)
    {
        var key = ArticleRows.Key(nameKey);
        var rows = await RowsAsync(Statements.EntitiesByKey, new() { ["key"] = key, ["query"] = Statements.Phrase(key) }, cancellationToken);
        return Ordered(rows, StoredRows.Entity, entity => entity.Id);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Entity> EntitiesAsync(CancellationToken cancellationToken = default) =>
        PagesAsync(Statements.EntityIds, [], Statements.Entities, Page, StoredRows.Entity, entity => entity.Id, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredClaim> ClaimsAsync(
        IReadOnlyCollection<string>? entityIds, IReadOnlyCollection<string> types, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(types);
        var ofTypes = types.Count == 0 ? null : types;
        if (entityIds is null)
        {
            await foreach (var claim in PagesAsync(Statements.ClaimIds, new() { ["types"] = ofTypes }, Statements.Claims, Page, StoredRows.Claim, c => c.Claim.Id, cancellationToken))
                yield return claim;
            yield break;
        }

        // One hop is one request; who asks for it keeps what it finds anyway.
        var hop = entityIds.Count == 0 ? [] : await RowsAsync(Statements.ClaimsOfFrontier, new() { ["ids"] = entityIds, ["types"] = ofTypes }, cancellationToken);
        foreach (var claim in Ordered(hop, StoredRows.Claim, c => c.Claim.Id))
            yield return claim;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredClaim>> ClaimsOfTieAsync(string tieId, CancellationToken cancellationToken = default) =>
        Ordered(await RowsAsync(Statements.ClaimsOfTies, new() { ["ids"] = new[] { tieId } }, cancellationToken), StoredRows.Claim, c => c.Claim.Id);

    /// <summary>Closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        writer?.Dispose();
        await connection.DisposeAsync();
    }

    private static Neo4jConnection Connect(Neo4jAddress address, Neo4jLogin? login, TimeSpan? timeout)
    {
        ArgumentNullException.ThrowIfNull(address);
        var patience = timeout ?? DefaultTimeout;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(patience, TimeSpan.Zero, nameof(timeout));
#if NEO4J_DRIVER
        if (!address.Server.Scheme.StartsWith("http", StringComparison.Ordinal))
            return new Neo4jConnection(address, new BoltTransport(address, login, patience));
#endif
        return new Neo4jConnection(address, new HttpTransport(address, login, patience));
    }

    private Task<IReadOnlyList<Row>> RowsAsync(string statement, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return connection.ReadAsync(statement, parameters, cancellationToken);
    }

    // The ids first, which fixes what the reading shows, then page after page.
    private async IAsyncEnumerable<T> PagesAsync<T>(
        string idsStatement, Dictionary<string, object?> parameters, string pageStatement, int size, Func<Row, T> record, Func<T, string> idOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = (await RowsAsync(idsStatement, parameters, cancellationToken)).Select(row => row.Text(0)).Order(StringComparer.Ordinal);
        foreach (var page in ids.Chunk(size))
        {
            foreach (var item in Ordered(await RowsAsync(pageStatement, new() { ["ids"] = page }, cancellationToken), record, idOf))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    // A row that is not what this program writes was not written by it.
    private List<T> Ordered<T>(IReadOnlyList<Row> rows, Func<Row, T> record, Func<T, string> idOf)
    {
        try
        {
            return [.. rows.Select(record).OrderBy(idOf, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is InvalidCastException or KeyNotFoundException or NullReferenceException or ArgumentException or FormatException or OverflowException)
        {
            throw Neo4jProblems.Damaged(connection.Address, e);
        }
    }
}
