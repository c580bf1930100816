namespace DefenseTies.Sqlite;

/// <summary>What may happen to the file when a store is opened.</summary>
public enum SqliteOpenMode
{
    /// <summary>Read and write; a missing or empty file becomes a new store, one of an older schema is brought up to date.</summary>
    Create,

    /// <summary>Read only: a missing file is an error, and no article can be added.</summary>
    Read,
}
