using Microsoft.Data.Sqlite;

namespace DefenseTies.Sqlite;

/// <summary>The file of a store: looks at it before touching it, and opens connections to it.</summary>
internal sealed class SqliteFile
{
    private const long StoreId = 0x44546973; // "DTis", as in Migrations/001-tables.sql

    private readonly TimeSpan busyTimeout;
    private bool isImmutable;

    public SqliteFile(string path, TimeSpan busyTimeout)
    {
        Path = System.IO.Path.GetFullPath(path);
        this.busyTimeout = busyTimeout;
    }

    /// <summary>The full path, as messages name it.</summary>
    public string Path { get; }

    /// <summary>A connection that writes. A missing or empty file becomes a store; anything else that is not one is refused untouched.</summary>
    /// <param name="isDurable">Whether what was committed outlasts a power cut.</param>
    public SqliteConnection OpenToWrite(bool isDurable = false)
    {
        if (Directory.Exists(Path))
            throw SqliteProblems.IsFolder(Path);
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(Path)))
            throw SqliteProblems.NoFolder(Path);
        RefuseForeign();
        return Opened(Connection(Path, SqliteOpenMode.Create), connection =>
        {
            if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
                SqliteException.ThrowExceptionForRC(SQLitePCL.raw.SQLITE_READONLY, connection.Handle);
            connection.Execute(SqliteQueries.SetUpWriter);
            if (isDurable)
                connection.Execute(SqliteQueries.WriteThrough);

            // Tables first: in write-ahead mode they would not be in the file itself yet, where the next one to open looks for the application id.
            SqliteMigrations.Embedded.Apply(connection, Path);
            using var mode = connection.Statement(SqliteQueries.JournalMode);
            if (mode.ExecuteScalar() is not "wal")
                connection.Execute(SqliteQueries.UseWriteAheadLog);
        });
    }

    /// <summary>Looks whether the file can be read as a store; call once before <see cref="OpenToRead"/> when nothing was opened to write.</summary>
    public void CheckReadable()
    {
        if (Directory.Exists(Path))
            throw SqliteProblems.IsFolder(Path);
        if (!File.Exists(Path))
            throw SqliteProblems.Missing(Path);
        if (new FileInfo(Path).Length == 0)
            throw SqliteProblems.Empty(Path);
        RefuseForeign();
        try
        {
            using var usual = OpenToRead();
            SqliteMigrations.Embedded.Check(usual, Path);
        }
        catch (SqliteException e) when (SqliteProblems.IsUnwritable(e) && !HasPendingLog)
        {
            // Write-ahead mode wants files beside the store even for reading. Where none can be made (a read-only disk), nobody writes either.
            isImmutable = true;
            using var immutable = OpenToRead();
            SqliteMigrations.Embedded.Check(immutable, Path);
        }
    }

    /// <summary>A connection that only reads.</summary>
    public SqliteConnection OpenToRead() =>
        Opened(Connection(isImmutable ? ImmutableUri : Path, SqliteOpenMode.Read), connection => connection.Execute(SqliteQueries.SetUpReader));

    // Reads the file as it is, without lock, log or any other trace: a file of another program must not change by a byte.
    // It goes through SQLite because closing a plain file handle would drop the locks that this process holds on the file.
    private void RefuseForeign()
    {
        if (!File.Exists(Path) || new FileInfo(Path).Length == 0)
            return;
        try
        {
            using var probe = Opened(Connection(ImmutableUri, SqliteOpenMode.Read), _ => { });

            // Without its log a file in use may seem cut short; this setting lets the header be read all the same.
            probe.Execute(SqliteQueries.ReadHeaderAlone);
            if (probe.Scalar(SqliteQueries.ApplicationId) != StoreId)
                throw SqliteProblems.NotAStore(Path);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw SqliteProblems.NotAStore(Path, e);
        }
    }

    private bool HasPendingLog => File.Exists(Path + "-wal") && new FileInfo(Path + "-wal").Length > 0;

    private string ImmutableUri => "file:" + string.Join('/', Path.Split(System.IO.Path.DirectorySeparatorChar).Select(Uri.EscapeDataString)) + "?immutable=1";

    private string Connection(string source, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = source,
        Mode = mode == SqliteOpenMode.Create ? Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate
            : source == Path ? Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite // reading cleans up the log of a crashed writer, and leaves no files behind
            : Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly,
        ForeignKeys = true,
        Pooling = false, // a disposed store lets go of its file
        DefaultTimeout = Math.Max(1, (int)Math.Ceiling(busyTimeout.TotalSeconds)), // whole seconds; 0 would wait for ever
    }.ToString();

    private static SqliteConnection Opened(string connectionString, Action<SqliteConnection> setUp)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            setUp(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
