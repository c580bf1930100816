using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DefenseTies.LanguageModel;

namespace DefenseTies.Cli.Commands;

/// <summary><c>--with-model NAME</c>: a language model as a second opinion. Off unless asked for.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string?> model = new("--with-model")
    {
        Description = $"Also ask this language model, at the OpenAI-compatible service of ${ModelEndpoint.UrlVariable} (key in ${ModelEndpoint.KeyVariable}); articles are sent there, and what it adds is marked as proposed",
        HelpName = "NAME",
    };

    private readonly Option<long?> budget = new("--model-budget")
    {
        Description = FormattableString.Invariant($"Stop asking the model when so many tokens are used [default: {ModelLimits.Default.Budget}]"),
        HelpName = "TOKENS",
        CustomParser = result => Number(result, 1, 1_000_000_000),
    };

    private readonly Option<long?> timeout = new("--model-timeout")
    {
        Description = FormattableString.Invariant($"Wait so long for one answer [default: {ModelLimits.Default.Patience.TotalSeconds}]"),
        HelpName = "SECONDS",
        CustomParser = result => Number(result, 1, 3_600),
    };

    public ModelOptions(Command command)
    {
        command.Add(model);
        command.Add(budget);
        command.Add(timeout);
    }

    /// <summary>The reader to ask, or null when none is wanted.</summary>
    /// <exception cref="CommandException">The service is not told, or a limit comes without a model.</exception>
    public ModelReader? Reader(ParseResult parsed, Shell shell)
    {
        var (tokens, seconds) = (parsed.GetValue(budget), parsed.GetValue(timeout));
        if (parsed.GetValue(model) is not { } name)
            return tokens is null && seconds is null ? null : throw new CommandException("--model-budget and --model-timeout go with --with-model");
        try
        {
            var limits = new ModelLimits(seconds is { } s ? TimeSpan.FromSeconds(s) : ModelLimits.Default.Patience, tokens ?? ModelLimits.Default.Budget);
            return new ModelReader(ModelEndpoint.FromEnvironment(name, shell.Environment), shell.Pipeline.Schema, shell.Pipeline.Gazetteer, limits);
        }
        catch (ArgumentException error)
        {
            throw new CommandException(error.Message);
        }
    }

    private static long? Number(ArgumentResult result, long least, long most)
    {
        var word = result.Tokens[0].Value;
        if (long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        result.AddError(FormattableString.Invariant($"'{word}' is not a whole number from {least} to {most}."));
        return null;
    }
}
