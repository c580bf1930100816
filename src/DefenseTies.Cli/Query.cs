using System.CommandLine;
using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Cli;

/// <summary>What all queries do the same way: open the store, ask, print.</summary>
internal static class Query
{
    /// <summary>Makes a command answer from a store.</summary>
    public static void Answers(this Command command, Shell shell, QueryOptions options, Func<IGraphStore, ParseResult, TieFilter, CancellationToken, Task<Answer>> ask) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var filter = options.Filter(parsed, shell);
            await using var store = await options.Store.OpenToReadAsync(shell, parsed, cancellationToken);
            return Printer.Print(shell, await ask(store, parsed, filter, cancellationToken), options.Format(parsed));
        });
}
