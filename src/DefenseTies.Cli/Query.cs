using System.CommandLine;
using DefenseTies.Cli.Commands;
using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Cli;

/// <summary>What all queries do the same way: open the store, ask, print.</summary>
internal static class Query
{
    /// <summary>Makes a command answer from a store; with <paramref name="ingest"/> it may read articles into the store first.</summary>
    public static void Answers(
        this Command command, Shell shell, QueryOptions options, Func<IGraphStore, ParseResult, TieFilter, CancellationToken, Task<Answer>> ask, IngestOption? ingest = null) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var filter = options.Filter(parsed, shell);
            var reads = ingest?.IsIn(parsed) == true;
            await using var store = reads
                ? await options.Store.OpenToWriteAsync(shell, parsed, cancellationToken)
                : await options.Store.OpenToReadAsync(shell, parsed, cancellationToken);
            var read = reads ? await ingest!.ReadAsync(shell, store, parsed, cancellationToken) : ExitCode.Found;
            if (read == ExitCode.Interrupted)
                return read;

            // A file that could not be read is no reason to withhold what the others say.
            var answered = Printer.Print(shell, await ask(store, parsed, filter, cancellationToken), options.Format(parsed));
            return read == ExitCode.Found ? answered : read;
        });
}
