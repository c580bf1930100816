using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Stores;
using Microsoft.Data.Sqlite;

namespace DefenseTies.Sqlite;

/// <summary>A store in one SQLite file: the default. Safe for use by many threads and by many processes on one file.</summary>
/// <remarks>
/// Reading never waits for writing: a reading shows the store as it was when it began. Writers take turns. SQLite does its work on the
/// calling thread; only the wait for another process's turn gives the thread back.
/// </remarks>
public sealed class SqliteGraphStore : IGraphStore
{
    /// <summary>How long a writer waits for its turn unless told otherwise: 30 seconds.</summary>
    public static readonly TimeSpan DefaultBusyTimeout = TimeSpan.FromSeconds(30);

    private readonly SqliteFile file;
    private readonly SqliteTurn? turn;
    private readonly ConcurrentBag<SqliteConnection> idle = [];
    private bool isDisposed;

    private SqliteGraphStore(SqliteFile file, SqliteTurn? turn)
    {
        this.file = file;
        this.turn = turn;
    }

    /// <summary>Opens the store in a file.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="mode">Whether it may be created and written; by default it may.</param>
    /// <param name="busyTimeout">How long to wait while another process writes; <see cref="DefaultBusyTimeout"/> when null. Opening rounds it up to whole seconds.</param>
    /// <param name="isDurable">True puts every article on the disk itself before the call returns; by default a power cut may take the last ones back.</param>
    /// <param name="cancellationToken">Checked before the file is touched.</param>
    /// <exception cref="GraphStoreException">The file is missing, locked, damaged, not a store, of a newer version, or may not be read or written. It is left as it was.</exception>
    public static Task<SqliteGraphStore> OpenAsync(
        string path, SqliteOpenMode mode = SqliteOpenMode.Create, TimeSpan? busyTimeout = null, bool isDurable = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        cancellationToken.ThrowIfCancellationRequested();
        var patience = busyTimeout ?? DefaultBusyTimeout;
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, TimeSpan.Zero, nameof(busyTimeout));
        var file = new SqliteFile(path, patience);
        try
        {
            if (mode == SqliteOpenMode.Create)
                return Task.FromResult(new SqliteGraphStore(file, new SqliteTurn(file.OpenToWrite(isDurable), patience)));
            file.CheckReadable();
            return Task.FromResult(new SqliteGraphStore(file, turn: null));
        }
        catch (SqliteException e)
        {
            throw SqliteProblems.From(e, file.Path);
        }
    }

    /// <inheritdoc/>
    public async Task<StoreChange> AddAsync(ExtractedArticle extracted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(extracted);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        extracted.ThrowIfInconsistent();
        if (turn is null)
            throw SqliteProblems.OpenedForReading(file.Path);
        if (await HasArticleAsync(extracted.Article.Id, cancellationToken))
            return new StoreChange(Unchanged: true, 0, 0, 0);
        try
        {
            return await turn.WriteAsync(extracted, cancellationToken);
        }
        catch (SqliteException e)
        {
            throw SqliteProblems.From(e, file.Path);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> HasArticleAsync(string articleId, CancellationToken cancellationToken = default)
    {
        await foreach (var found in ReadAsync(SqliteQueries.HasArticle, [("$id", articleId)], row => row.GetBoolean(0), cancellationToken))
            return found;
        return false;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Article> ArticlesAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(SqliteQueries.Articles, [], SqliteRows.Article, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Entity>> FindAsync(string nameKey, CancellationToken cancellationToken = default) =>
        await EntitiesAsync(SqliteQueries.EntitiesByKey, [("$key", nameKey)], cancellationToken).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Entity> EntitiesAsync(CancellationToken cancellationToken = default) =>
        EntitiesAsync(SqliteQueries.Entities, [], cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredClaim> ClaimsAsync(IReadOnlyCollection<string>? entityIds, IReadOnlyCollection<string> types, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(types);
        var ofTypes = ("$types", types.Count == 0 ? DBNull.Value : (object)JsonSerializer.Serialize(types));
        return entityIds is null
            ? ReadAsync(SqliteQueries.Claims, [ofTypes], SqliteRows.Claim, cancellationToken)
            : ReadAsync(SqliteQueries.ClaimsOfFrontier, [("$ids", JsonSerializer.Serialize(entityIds)), ofTypes], SqliteRows.Claim, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredClaim>> ClaimsOfTieAsync(string tieId, CancellationToken cancellationToken = default) =>
        await ReadAsync(SqliteQueries.ClaimsOfTie, [("$tie_id", tieId)], SqliteRows.Claim, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>Lets go of the file. A reading still under way ends by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        while (idle.TryTake(out var connection))
            await connection.DisposeAsync();
        turn?.Dispose();
    }

    private async IAsyncEnumerable<Entity> EntitiesAsync(string sql, (string, object)[] values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Entity? entity = null;
        var aliases = new List<string>();
        await foreach (var (row, spelling) in ReadAsync(sql, values, SqliteRows.Spelling, cancellationToken))
        {
            if (entity is not null && entity.Id != row.Id)
                yield return Finished(entity);
            if (entity?.Id != row.Id)
                aliases = [];
            entity = row;
            if (spelling != entity.Name)
                aliases.Add(spelling);
        }

        if (entity is not null)
            yield return Finished(entity);

        Entity Finished(Entity named) => named with { Aliases = [.. aliases.Order(StringComparer.Ordinal)] };
    }

    // Each reading has a connection of its own while it lasts, so that readings and writing can be interleaved at will.
    private async IAsyncEnumerable<T> ReadAsync<T>(
        string sql, (string, object)[] values, Func<SqliteDataReader, T> record, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        var connection = idle.TryTake(out var rested) ? rested : Guarded(file.OpenToRead);
        try
        {
            using var command = connection.Statement(sql, values);
            using var reader = Guarded(command.ExecuteReader);
            while (Guarded(reader.Read))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Guarded(() => record(reader));
            }
        }
        finally
        {
            if (isDisposed)
                await connection.DisposeAsync();
            else
                idle.Add(connection);
        }
    }

    // A loop that yields cannot catch; a row that is not what the schema promises was not written by this program.
    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SqliteException e)
        {
            throw SqliteProblems.From(e, file.Path);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or InvalidOperationException or JsonException or ArgumentException)
        {
            throw SqliteProblems.Damaged(file.Path, e);
        }
    }
}
