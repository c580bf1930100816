namespace DefenseTies.Cli;

/// <summary>What the program says to whoever started it, as grep does.</summary>
internal static class ExitCode
{
    /// <summary>Something was found, or done.</summary>
    public const int Found = 0;

    /// <summary>Nothing was found; nothing went wrong.</summary>
    public const int Nothing = 1;

    /// <summary>Something went wrong; standard error says what.</summary>
    public const int Error = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Interrupted = 130;
}

/// <summary>Ends a command with a message for the person who typed it.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="exitCode">An <see cref="ExitCode"/>.</param>
internal sealed class CommandException(string message, int exitCode = ExitCode.Error) : Exception(message)
{
    public int ExitCode => exitCode;
}
