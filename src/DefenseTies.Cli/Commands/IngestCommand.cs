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
            "curl -s https://example.org/news.txt | defenseties ingest -",
            "DEFENSETIES_MODEL_URL=http://localhost:11434/v1 defenseties ingest articles/ --with-model llama3.1")
        { store };
        var input = new InputOptions(command);
        var model = new ModelOptions(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = input.Files(parsed);
            using var opinion = model.Reader(parsed, shell);
            var extraction = input.Extraction(parsed, shell, opinion);
            await using var opened = await store.OpenToWriteAsync(shell, parsed, cancellationToken);
            var code = await new IngestRun(shell, shell.Output).ReadAsync(files, extraction, opened, cancellationToken);
            if (opinion is not null)
                shell.Complain(opinion.Summary);
            return code;
        });
        return command;
    }
}
