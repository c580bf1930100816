using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DefenseTies.Cli;

/// <summary>A command with examples, which end its help.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;
}

/// <summary>The usual help, then the verb's examples.</summary>
internal sealed class VerbHelp : SynchronousCommandLineAction
{
    private readonly HelpAction usual = new() { MaxWidth = 100 };

    /// <summary>Makes the help of a tree of commands end with examples.</summary>
    public static void Use(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new VerbHelp();
    }

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not Verb { Examples.Count: > 0 } verb)
            return ExitCode.Found;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in verb.Examples)
            output.WriteLine($"  {example}");
        return ExitCode.Found;
    }
}
