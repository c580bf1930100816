using DefenseTies.Stores;
using Microsoft.Data.Sqlite;

namespace DefenseTies.Sqlite;

/// <summary>Every way in which the file can fail, as a <see cref="GraphStoreException"/> that says what to do.</summary>
internal static class SqliteProblems
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Io = 10, Corrupt = 11, Full = 13, CannotOpen = 14, TooBig = 18, NotADatabase = 26;

    /// <summary>True for a file that cannot be opened the usual way and may still be read as one that nobody changes.</summary>
    public static bool IsUnwritable(SqliteException e) => e.SqliteErrorCode is ReadOnly or CannotOpen;

    public static GraphStoreException From(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        Busy or Locked => new($"The store {path} is being written by another process. Wait until that has finished and try again.", isTransient: true, e),
        ReadOnly => new($"The store {path} cannot be written. Make the file and its folder writable, or choose another path.", innerException: e),
        Corrupt or NotADatabase => Damaged(path, e),
        Full => new($"The disk that holds {path} is full; nothing of the last article was written. Free some space and try again.", innerException: e),
        Io => new($"Reading or writing {path} failed; nothing of the last article was written. Check that the disk has space and works, and try again.", innerException: e),
        CannotOpen => new($"The store {path} cannot be opened. Check that you may read and write the file and its folder.", innerException: e),
        TooBig => new($"An article is too large for the store {path}: SQLite holds at most one billion bytes in one text. Split the article.", innerException: e),
        _ => new($"The store {path} failed: {e.Message} If it was changed by another program, restore a copy of it or ingest the articles into a new one.", innerException: e),
    };

    public static GraphStoreException Damaged(string path, Exception? inner = null) =>
        new($"The store {path} is damaged. Restore a copy of it, or move it away and ingest the articles again.", innerException: inner);

    public static GraphStoreException NotAStore(string path, Exception? inner = null) =>
        new($"{path} is not a DefenseTies store and is left as it is. Choose another path.", innerException: inner);

    public static GraphStoreException Missing(string path) =>
        new($"There is no store at {path}. Ingest articles into it first, or correct the path.");

    public static GraphStoreException Empty(string path) =>
        new($"The store {path} is empty. Ingest articles into it first, or correct the path.");

    public static GraphStoreException IsFolder(string path) =>
        new($"{path} is a folder. Name a file in it, such as {Path.Combine(path, "defenseties.db")}.");

    public static GraphStoreException NoFolder(string path) =>
        new($"The folder of {path} does not exist. Create it, or correct the path.");

    public static GraphStoreException Newer(string path, long version, int known) =>
        new($"The store {path} has schema version {version}; this program knows versions up to {known}. Use the newer program that wrote it.");

    public static GraphStoreException Older(string path, long version, int known) =>
        new($"The store {path} has schema version {version}; this program reads version {known}. Open it once for writing (any ingest does), which brings it up to date.");

    public static GraphStoreException OpenedForReading(string path) =>
        new($"The store {path} was opened for reading. Open it with {nameof(SqliteOpenMode)}.{nameof(SqliteOpenMode.Create)} to add articles.");
}
