using System.CommandLine;

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
            return await new IngestRun(shell, shell.Output).ReadAsync(files, extraction, opened, cancellationToken);
        });
        return command;
    }
}
