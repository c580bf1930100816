using System.CommandLine;
using DefenseTies.Stores;

namespace DefenseTies.Cli;

/// <summary><c>--store</c>: where the graph is kept.</summary>
internal sealed class StoreOption : Option<string?>
{
    public StoreOption()
        : base("--store")
    {
        Description = $"sqlite:FILE, neo4j:http://HOST:PORT[/DATABASE], or memory: for one run [default: ${StoreAddress.Variable}, else {StoreAddress.Default}]";
        HelpName = "STORE";
    }

    /// <summary>Opens the store to add to it; creates it when missing.</summary>
    public Task<IGraphStore> OpenToWriteAsync(Shell shell, ParseResult parsed, CancellationToken cancellationToken) =>
        Address(shell, parsed).OpenToWriteAsync(cancellationToken: cancellationToken);

    /// <summary>Opens the store to ask it.</summary>
    public Task<IGraphStore> OpenToReadAsync(Shell shell, ParseResult parsed, CancellationToken cancellationToken)
    {
        var address = Address(shell, parsed);
        if (address.File is { } file && !File.Exists(file) && !Directory.Exists(file))
            throw new CommandException($"no store at {file}; run ingest first, for instance: defenseties ingest ARTICLES --store {address}");
        return address.OpenToReadAsync(cancellationToken);
    }

    private StoreAddress Address(Shell shell, ParseResult parsed)
    {
        try
        {
            return StoreAddress.Parse(parsed.GetValue(this) ?? (shell.Environment(StoreAddress.Variable) is { Length: > 0 } set ? set : StoreAddress.Default));
        }
        catch (FormatException error)
        {
            throw new CommandException(error.Message);
        }
    }
}
