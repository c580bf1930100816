using System.CommandLine;
using System.CommandLine.Invocation;
using DefenseTies.Stores;
using DefenseTies.Vocabulary;

namespace DefenseTies.Cli;

/// <summary>Arguments → exit code. Every failure ends here, as one message on standard error.</summary>
internal static class CommandLine
{
    // Long enough for the article that is being written when Ctrl-C comes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(Shell shell, string[] args, CancellationToken cancellationToken = default)
    {
        var root = Program.Tree(shell);
        VerbHelp.Use(root);

        // A file may be called @something.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var invocation = new InvocationConfiguration { Output = shell.Output, Error = shell.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience };
        if (parsed.Action is ParseErrorAction refusal)
            return Refuse(shell, parsed, refusal);
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (CommandException error)
        {
            shell.Complain(error.Message);
            return error.ExitCode;
        }
        catch (OperationCanceledException)
        {
            shell.Complain("stopped");
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (error is GraphStoreException or VocabularyException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            shell.Complain(error.Message);
            return ExitCode.Error;
        }
    }

    private static int Refuse(Shell shell, ParseResult parsed, ParseErrorAction refusal)
    {
        refusal.ShowHelp = false;
        parsed.Invoke(new InvocationConfiguration { Output = shell.Error, Error = shell.Error });
        var verb = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
        shell.Complain($"see defenseties{verb} --help");
        return ExitCode.Error;
    }
}
