using Microsoft.Data.Sqlite;

namespace DefenseTies.WorkerTests.Support;

/// <summary>Another program that writes into the graph, and takes its time.</summary>
internal sealed class BusyStore : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    private BusyStore(SqliteConnection connection)
    {
        this.connection = connection;
        transaction = connection.BeginTransaction(deferred: false);
    }

    /// <summary>Takes the graph of a folder, which must be there.</summary>
    public static BusyStore Take(string folder)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "defenseties.db"), Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        return new BusyStore(connection);
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
