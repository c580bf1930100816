using DefenseTies.Neo4j;
using DefenseTies.Sqlite;
using DefenseTies.Vocabulary;

namespace DefenseTies.Stores;

/// <summary>Where a graph is kept, as people write it: <c>sqlite:FILE</c>, <c>neo4j:http://HOST:PORT[/DATABASE]</c>, or <c>memory:</c> for as long as the program runs.</summary>
/// <remarks>
/// Every program opens its store through this. User and password of a Neo4j server come from the environment: see <see cref="Neo4jLogin"/>.
/// </remarks>
public sealed class StoreAddress
{
    /// <summary>The environment variable that names the store when nothing else does.</summary>
    public const string Variable = "DEFENSETIES_STORE";

    /// <summary>The store when nothing names one.</summary>
    public const string Default = "sqlite:defenseties.db";

    private const string Sqlite = "sqlite:";
    private const string Neo4j = "neo4j:";

    private readonly string text;
    private readonly Neo4jAddress? server;

    private StoreAddress(string text) => (this.text, server) = (text, text.StartsWith(Neo4j, StringComparison.Ordinal) ? Neo4jAddress.Parse(text[Neo4j.Length..]) : null);

    /// <summary>The file the store is in, or null when it is in none.</summary>
    public string? File => text.StartsWith(Sqlite, StringComparison.Ordinal) ? text[Sqlite.Length..] : null;

    /// <summary>Reads an address. Nothing is opened.</summary>
    /// <exception cref="FormatException">It is none; the message says what to write.</exception>
    public static StoreAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var named = text is "memory" or "memory:" || text.StartsWith(Neo4j, StringComparison.Ordinal) || (text.StartsWith(Sqlite, StringComparison.Ordinal) && text.Length > Sqlite.Length);
        if (!named)
            throw new FormatException($"'{text}' is not a store; write sqlite:FILE, such as {Default}, neo4j:http://HOST:PORT, or memory:");
        return new StoreAddress(text);
    }

    /// <summary>Opens the store to add to it; creates it when missing.</summary>
    /// <param name="patience">How long the store waits while another process writes; its own default when null.</param>
    /// <param name="isDurable">True keeps every article written from then on even through a power cut, where the store leaves the choice.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="GraphStoreException">It cannot be opened.</exception>
    /// <exception cref="VocabularyException">The types of the graph, which a Neo4j store is made from, have problems.</exception>
    public async Task<IGraphStore> OpenToWriteAsync(TimeSpan? patience = null, bool isDurable = false, CancellationToken cancellationToken = default) =>
        server is not null ? await Neo4jGraphStore.OpenToWriteAsync(server, GraphSchema.Load(), Neo4jLogin.FromEnvironment(), cancellationToken: cancellationToken)
        : File is { } file ? await SqliteGraphStore.OpenAsync(file, SqliteOpenMode.Create, patience, isDurable, cancellationToken)
        : new MemoryGraphStore();

    /// <summary>Opens the store to ask it.</summary>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="GraphStoreException">It is not there, or cannot be opened.</exception>
    public async Task<IGraphStore> OpenToReadAsync(CancellationToken cancellationToken = default) =>
        server is not null ? await Neo4jGraphStore.OpenToReadAsync(server, Neo4jLogin.FromEnvironment(), cancellationToken: cancellationToken)
        : File is { } file ? await SqliteGraphStore.OpenAsync(file, SqliteOpenMode.Read, cancellationToken: cancellationToken)
        : new MemoryGraphStore();

    /// <summary>The address as it was written.</summary>
    public override string ToString() => text;
}
