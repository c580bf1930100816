using System.CommandLine;
using DefenseTies.Sqlite;
using DefenseTies.Stores;

namespace DefenseTies.Cli;

/// <summary><c>--store</c>: where the graph is kept.</summary>
internal sealed class StoreOption : Option<string?>
{
    private const string Variable = "DEFENSETIES_STORE", Default = "sqlite:defenseties.db";

    public StoreOption()
        : base("--store")
    {
        Description = $"sqlite:FILE, or memory: for one run [default: ${Variable}, else {Default}]";
        HelpName = "STORE";
    }

    /// <summary>Opens the store to add to it; creates it when missing.</summary>
    public Task<IGraphStore> OpenToWriteAsync(Shell shell, ParseResult parsed, CancellationToken cancellationToken) =>
        OpenAsync(shell, parsed, SqliteOpenMode.Create, cancellationToken);

    /// <summary>Opens the store to ask it.</summary>
    public Task<IGraphStore> OpenToReadAsync(Shell shell, ParseResult parsed, CancellationToken cancellationToken) =>
        OpenAsync(shell, parsed, SqliteOpenMode.Read, cancellationToken);

    private async Task<IGraphStore> OpenAsync(Shell shell, ParseResult parsed, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var store = parsed.GetValue(this) ?? (shell.Environment(Variable) is { Length: > 0 } set ? set : Default);
        if (store is "memory" or "memory:")
            return new MemoryGraphStore();
        if (store.StartsWith("neo4j:", StringComparison.Ordinal))
            throw new CommandException("stores in Neo4j come later; use sqlite:FILE, and 'export --as cypher' to load a graph into Neo4j");
        if (!store.StartsWith("sqlite:", StringComparison.Ordinal) || store.Length == "sqlite:".Length)
            throw new CommandException($"'{store}' is not a store; write sqlite:FILE, such as {Default}, or memory:");
        var path = store["sqlite:".Length..];
        if (mode == SqliteOpenMode.Read && !File.Exists(path) && !Directory.Exists(path))
            throw new CommandException($"no store at {path}; run ingest first, for instance: defenseties ingest ARTICLES --store {store}");
        return await SqliteGraphStore.OpenAsync(path, mode, cancellationToken: cancellationToken);
    }
}
