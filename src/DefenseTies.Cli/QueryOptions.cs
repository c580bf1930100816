using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;

namespace DefenseTies.Cli;

/// <summary>The options every query has: store, format and what counts.</summary>
internal sealed class QueryOptions
{
    private const string Proposed = "proposed";

    private readonly Option<string> format = new("--format")
    {
        Description = "How to print: table for people, json or csv for programs",
        HelpName = "table|json|csv",
        DefaultValueFactory = _ => "table",
    };

    private readonly Option<DateOnly?> asOf = Date("--as-of", "What was so on that day in the world (2024, 2024-04 or 2024-04-19)");
    private readonly Option<DateOnly?> knownAt = Date("--known-at", "Only what had been published by that day");
    private readonly Option<string[]> include = new("--include")
    {
        Description = "Also show ties that are planned, possible or denied, or that a language model proposed: planned,possible,denied,proposed",
        HelpName = "STATUS",
        CustomParser = Included,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<double> minBelief = new("--min-belief") { Description = "Only ties at least this sure, 0 to 1", HelpName = "P", CustomParser = Share };
    private readonly Option<string[]> types = new("--type")
    {
        Description = "Only ties of this type, such as SUPPLIES; several with commas",
        HelpName = "TYPE",
        CustomParser = result => [.. Words(result).Select(w => w.ToUpperInvariant().Replace('-', '_'))],
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withFormat">False for a command that prints in formats of its own.</param>
    public QueryOptions(Command command, bool withFormat = true)
    {
        format.AcceptOnlyFromAmong("table", "json", "csv");
        if (withFormat)
            command.Add(format);
        command.Add(Store);
        foreach (var option in (Option[])[include, asOf, knownAt, minBelief, types])
            command.Add(option);
    }

    public StoreOption Store { get; } = new();

    /// <summary><c>table</c>, <c>json</c> or <c>csv</c>.</summary>
    public string Format(ParseResult parsed) => parsed.GetRequiredValue(format);

    /// <summary>What counts, as asked for.</summary>
    /// <exception cref="CommandException">A type is not one of the vocabulary.</exception>
    public TieFilter Filter(ParseResult parsed, Shell shell)
    {
        var wanted = parsed.GetValue(types) ?? [];
        foreach (var type in wanted.Where(t => shell.Pipeline.Schema.Claim(t) is null))
            throw new CommandException($"'{type}' is not a type of tie; types are {string.Join(", ", shell.Pipeline.Schema.ClaimTypes.Select(t => t.Name))}");
        var included = parsed.GetValue(include) ?? [];
        return new TieFilter
        {
            AsOf = parsed.GetValue(asOf),
            KnownAt = parsed.GetValue(knownAt),
            Include = included.Where(w => w != Proposed).Select(w => Enum.Parse<ClaimStatus>(w, ignoreCase: true)).Append(ClaimStatus.Actual).ToHashSet(),
            Proposals = included.Contains(Proposed),
            MinBelief = parsed.GetValue(minBelief),
            Types = wanted.ToHashSet(StringComparer.Ordinal),
        };
    }

    private static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (PartialDate.TryParse(result.Tokens[0].Value, out var date))
                return date.Last;
            result.AddError($"'{result.Tokens[0].Value}' is not a date for {name}; write 2024, 2024-04 or 2024-04-19.");
            return null;
        },
    };

    private static string[] Included(ArgumentResult result)
    {
        var words = Words(result).Select(w => w.ToLowerInvariant()).ToArray();
        foreach (var word in words.Where(w => w is not ("actual" or "planned" or "possible" or "denied" or Proposed)))
            result.AddError($"'{word}' cannot be included; write planned, possible, denied or proposed, several with commas.");
        return words;
    }

    private static double Share(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
            return share;
        result.AddError($"'{result.Tokens[0].Value}' is not a number from 0 to 1.");
        return 0;
    }

    private static IEnumerable<string> Words(ArgumentResult result) =>
        result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
