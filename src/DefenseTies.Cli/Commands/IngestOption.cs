using System.CommandLine;
using DefenseTies.Articles;
using DefenseTies.Stores;

namespace DefenseTies.Cli.Commands;

/// <summary><c>--ingest PATH…</c>: what a query reads into the store before it answers.</summary>
internal sealed class IngestOption : Option<string[]>
{
    public IngestOption()
        : base("--ingest")
    {
        Description = "First read these files or folders into the store, as ingest does; what became of each is told on standard error";
        HelpName = "PATH";
        AllowMultipleArgumentsPerToken = true;
    }

    /// <summary>True when there is something to read.</summary>
    public bool IsIn(ParseResult parsed) => parsed.GetValue(this) is { Length: > 0 };

    /// <summary>Reads it.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> ReadAsync(Shell shell, IGraphStore store, ParseResult parsed, CancellationToken cancellationToken) =>
        new IngestRun(shell, shell.Error).ReadAsync(
            [.. ArticlePaths.List(parsed.GetRequiredValue(this))], new Extraction(shell.Pipeline, new ArticleReader(standardInput: shell.Input)), store, cancellationToken);
}
