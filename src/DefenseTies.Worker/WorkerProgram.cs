using System.CommandLine;
using DefenseTies.Vocabulary;

namespace DefenseTies.Worker;

/// <summary>The same as <c>defenseties work</c>, for images that hold nothing else.</summary>
internal static class WorkerProgram
{
    // Longer than stopping may take by the options.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static Task<int> Main(string[] args)
    {
        var root = new RootCommand("Takes articles from folders, feeds and HTTP into the graph, for as long as it runs.");
        var commandLine = new WorkerCommandLine(root);
        root.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await WorkerHost.RunAsync(commandLine, parsed, () => Pipeline.Load(), cancellationToken);
            }
            catch (Exception error) when (error is InvalidDataException or VocabularyException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"defenseties: {error.Message}");
                return 2;
            }
        });
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Patience });
    }
}
