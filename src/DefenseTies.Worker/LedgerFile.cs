using DefenseTies.Sqlite;
using Microsoft.Data.Sqlite;

namespace DefenseTies.Worker;

/// <summary>The ledger cannot be used. The message says what to do about it.</summary>
internal sealed class LedgerException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Opens the file of a ledger for the one worker that may write it.</summary>
internal static class LedgerFile
{
    private const long LedgerId = 1146386284; // "DTwl", as in Ledger.sql
    private const long Version = 1;

    /// <summary>Keeps other workers out as long as it is open. A lock of SQLite would keep readers out as well.</summary>
    public static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new LedgerException($"The ledger {path} is in use by another worker. Stop that one, or name another ledger.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException($"The ledger {path} cannot be made: {error.Message}", error);
        }
    }

    /// <summary>Opens it; a missing or empty file becomes a ledger, anything else that is none is refused.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            if (connection.Scalar("SELECT count(*) FROM sqlite_schema") == 0)
                Create(connection);
            if (connection.Scalar("PRAGMA application_id") != LedgerId)
                throw new LedgerException($"{path} is not a worker's ledger and is left as it is. Name another file.");
            if (connection.Scalar("PRAGMA user_version") is var version and not Version)
                throw new LedgerException($"The ledger {path} has version {version}; this program knows version {Version}. Use the program that wrote it.");

            // What was accepted is on the disk before the answer goes out, even if the power goes next.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new LedgerException($"The ledger {path} cannot be opened: {error.Message}", error);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Create(SqliteConnection connection)
    {
        using var script = new StreamReader(typeof(LedgerFile).Assembly.GetManifestResourceStream($"{typeof(LedgerFile).Namespace}.Ledger.sql")!);
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(script.ReadToEnd());
        transaction.Commit();
    }
}
