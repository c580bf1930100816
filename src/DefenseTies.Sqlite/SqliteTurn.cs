using System.Diagnostics;
using DefenseTies.Claims;
using DefenseTies.Stores;
using Microsoft.Data.Sqlite;

namespace DefenseTies.Sqlite;

/// <summary>The one connection of a store that writes: one article at a time, one transaction each.</summary>
internal sealed class SqliteTurn(SqliteConnection connection, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim gate = new(1);
    private readonly SqliteArticleWriter writer = new(connection);

    /// <summary>Writes the article, or nothing of it.</summary>
    public async Task<StoreChange> WriteAsync(ExtractedArticle extracted, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await BeginAsync(cancellationToken);
            try
            {
                var change = writer.Write(extracted);
                connection.Execute(SqliteQueries.Commit);
                return change;
            }
            catch
            {
                RollBack();
                throw;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.Dispose();
        connection.Dispose();
        gate.Dispose();
    }

    // SQLite's own wait would hold the thread and could not be cancelled. Pauses grow from 1 ms to 100 ms.
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        for (var pause = TimeSpan.FromMilliseconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var result = SQLitePCL.raw.sqlite3_exec(connection.Handle, SqliteQueries.Begin);
            if (result == SQLitePCL.raw.SQLITE_OK)
                return;
            if ((result & 0xff) != SQLitePCL.raw.SQLITE_BUSY || waited.Elapsed >= patience)
                SqliteException.ThrowExceptionForRC(result, connection.Handle);
            await Task.Delay(pause, cancellationToken);
        }
    }

    // A full disk may have ended the transaction already.
    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            SQLitePCL.raw.sqlite3_exec(connection.Handle, SqliteQueries.Rollback);
    }
}
