using System.CommandLine;
using DefenseTies.Articles;
using DefenseTies.Stores;
using Spectre.Console;

namespace DefenseTies.Cli.Commands;

/// <summary><c>ingest PATH…</c>: articles into the store.</summary>
internal static class IngestCommand
{
    public static Command Create(Shell shell)
    {
        var store = new StoreOption();
        var command = new Verb(
            "ingest",
            "Reads articles into the store. A bad file is reported and the rest is read; an article that is there already changes nothing.",
            "defenseties ingest seeds/",
            "defenseties ingest article.html notes.md --store sqlite:work/graph.db",
            "curl -s https://example.org/news.txt | defenseties ingest -")
        { store };
        var input = new InputOptions(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = input.Files(parsed);
            var extraction = input.Extraction(parsed, shell);
            await using var opened = await store.OpenToWriteAsync(shell, parsed, cancellationToken);
            var run = new IngestRun(shell);
            try
            {
                await WithProgressAsync(shell, files, new Ingestion(extraction, opened).RunAsync(files, cancellationToken), run);
            }
            catch (GraphStoreException error)
            {
                shell.Complain(error.Message);
                run.StoreFailed = true;
            }

            return run.End(files.Count, cancellationToken.IsCancellationRequested);
        });
        return command;
    }

    private static async Task WithProgressAsync(Shell shell, IReadOnlyList<ArticlePath> files, IAsyncEnumerable<IngestionResult> results, IngestRun run)
    {
        if (!shell.IsErrorTerminal || files.Count < 2)
        {
            await foreach (var result in results)
                run.Report(result);
            return;
        }

        await shell.ErrorConsole.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var task = progress.AddTask("Reading articles", maxValue: files.Count);
            await foreach (var result in results)
            {
                run.Report(result);
                task.Increment(1);
            }
        });
    }
}
