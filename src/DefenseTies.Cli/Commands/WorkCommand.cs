using System.CommandLine;
using DefenseTies.Worker;

namespace DefenseTies.Cli.Commands;

/// <summary><c>work</c>: takes articles in for as long as it runs.</summary>
internal static class WorkCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Verb(
            "work",
            "Takes articles from folders, feeds and HTTP into the store, for as long as it runs. What came in and what became of it stands in a ledger, so that nothing is lost or read twice. docs/worker.md has the rest.",
            "defenseties work --watch inbox/",
            "defenseties work --feed https://example.org/rss --feed-every 30m --store sqlite:work/graph.db",
            "curl --data-binary @article.txt -H 'Content-Type: text/plain' http://127.0.0.1:8642/articles");
        var commandLine = new WorkerCommandLine(command);
        command.SetAction((parsed, cancellationToken) => WorkerHost.RunAsync(commandLine, parsed, () => shell.Pipeline, cancellationToken));
        return command;
    }
}
