using Spectre.Console;

namespace DefenseTies.Cli;

/// <summary>Everything a command touches outside itself: consoles, standard input, environment, the pipeline. Tests pass their own.</summary>
internal sealed class Shell
{
    private readonly Lazy<Pipeline> pipeline;

    public Shell(TextWriter output, TextWriter error, Stream input, bool isOutputTerminal, bool isErrorTerminal, Func<string, string?> environment, Lazy<Pipeline>? pipeline = null)
    {
        (Output, Error, Input, IsOutputTerminal, IsErrorTerminal, Environment) = (output, error, input, isOutputTerminal, isErrorTerminal, environment);
        OutputConsole = Console(output, isOutputTerminal);
        ErrorConsole = Console(error, isErrorTerminal);
        this.pipeline = pipeline ?? new Lazy<Pipeline>(() => Pipeline.Load());
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public Stream Input { get; }

    public bool IsOutputTerminal { get; }

    public bool IsErrorTerminal { get; }

    public Func<string, string?> Environment { get; }

    public IAnsiConsole OutputConsole { get; }

    public IAnsiConsole ErrorConsole { get; }

    /// <summary>Vocabulary and parser, read when first asked for.</summary>
    public Pipeline Pipeline => pipeline.Value;

    /// <summary>The real one.</summary>
    public static Shell OfProcess()
    {
        // The shell's own encoding may be ASCII; names are not.
        System.Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Shell(
            System.Console.Out, System.Console.Error, System.Console.OpenStandardInput(),
            !System.Console.IsOutputRedirected, !System.Console.IsErrorRedirected, System.Environment.GetEnvironmentVariable);
    }

    /// <summary>One line to standard error, safe to show.</summary>
    public void Complain(string message) => Error.WriteLine($"defenseties: {(IsErrorTerminal ? Printable.Lines(message) : message)}");

    private IAnsiConsole Console(TextWriter writer, bool isTerminal)
    {
        var plain = !isTerminal || !string.IsNullOrEmpty(Environment("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
    }
}
