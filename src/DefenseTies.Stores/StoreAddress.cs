using DefenseTies.Sqlite;

namespace DefenseTies.Stores;

/// <summary>Where a graph is kept, as people write it: <c>sqlite:FILE</c>, or <c>memory:</c> for as long as the program runs. Every program opens its store through this.</summary>
public sealed class StoreAddress
{
    /// <summary>The environment variable that names the store when nothing else does.</summary>
    public const string Variable = "DEFENSETIES_STORE";

    /// <summary>The store when nothing names one.</summary>
    public const string Default = "sqlite:defenseties.db";

    private const string Sqlite = "sqlite:";

    private readonly string text;

    private StoreAddress(string text) => this.text = text;

    /// <summary>The file the store is in, or null when it is in none.</summary>
    public string? File => text.StartsWith(Sqlite, StringComparison.Ordinal) ? text[Sqlite.Length..] : null;

    /// <summary>Reads an address. Nothing is opened.</summary>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static StoreAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith("neo4j:", StringComparison.Ordinal))
            throw new FormatException("stores in Neo4j come later; use sqlite:FILE, and 'export --as cypher' to load a graph into Neo4j");
        if (text is not ("memory" or "memory:") && (!text.StartsWith(Sqlite, StringComparison.Ordinal) || text.Length == Sqlite.Length))
            throw new FormatException($"'{text}' is not a store; write sqlite:FILE, such as {Default}, or memory:");
        return new StoreAddress(text);
    }

    /// <summary>Opens the store to add to it; creates it when missing.</summary>
    /// <param name="patience">How long the store waits while another process writes; its own default when null.</param>
    /// <param name="isDurable">True keeps every article written from then on even through a power cut, where the store leaves the choice.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="GraphStoreException">It cannot be opened.</exception>
    public Task<IGraphStore> OpenToWriteAsync(TimeSpan? patience = null, bool isDurable = false, CancellationToken cancellationToken = default) =>
        OpenAsync(SqliteOpenMode.Create, patience, isDurable, cancellationToken);

    /// <summary>Opens the store to ask it.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="GraphStoreException">It is not there, or cannot be opened.</exception>
    public Task<IGraphStore> OpenToReadAsync(CancellationToken cancellationToken = default) =>
        OpenAsync(SqliteOpenMode.Read, null, isDurable: false, cancellationToken);

    /// <summary>The address as it was written.</summary>
    public override string ToString() => text;

    private async Task<IGraphStore> OpenAsync(SqliteOpenMode mode, TimeSpan? patience, bool isDurable, CancellationToken cancellationToken) =>
        File is { } file ? await SqliteGraphStore.OpenAsync(file, mode, patience, isDurable, cancellationToken) : new MemoryGraphStore();
}
