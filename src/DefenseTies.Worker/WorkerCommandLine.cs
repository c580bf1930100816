using System.CommandLine;
using System.Globalization;

namespace DefenseTies.Worker;

/// <summary>The worker's options on a command line; the rest is set by file and environment.</summary>
public sealed class WorkerCommandLine
{
    private readonly Option<string?> config = new("--config") { Description = "A file of settings [default: appsettings.json, if there is one]", HelpName = "FILE" };
    private readonly Option<bool> retryFailed = new("--retry-failed") { Description = "Try everything again that was set aside" };
    private readonly List<(string Name, Option Option, Func<ParseResult, IEnumerable<string?>> Values)> settings = [];

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command that starts the worker.</param>
    public WorkerCommandLine(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        Many(nameof(WorkerOptions.Watch), new("--watch") { Description = "Folders to watch: a file (txt, md, html) is read when it has stopped growing", HelpName = "FOLDER" });
        Many(nameof(WorkerOptions.Feeds), new("--feed") { Description = "RSS or Atom feeds to follow", HelpName = "URL" });
        One(nameof(WorkerOptions.Listen), "--listen", "Where to take posted articles, or off [default: http://127.0.0.1:8642]", "URL");
        One(nameof(WorkerOptions.Store), "--store", $"Where the graph is kept [default: ${Stores.StoreAddress.Variable}, else {Stores.StoreAddress.Default}]", "STORE");
        One(nameof(WorkerOptions.Ledger), "--ledger", "Where to remember what came in and what became of it [default: -ledger.db beside the store]", "FILE");
        One(nameof(WorkerOptions.MaxSize), "--max-size", "Larger files, posts, feeds and pages are not read, in bytes [default: 10000000]", "BYTES");
        One(nameof(WorkerOptions.Queue), "--queue", "How many posted articles may wait [default: 100]", "N");
        Span(nameof(WorkerOptions.FeedEvery), "--feed-every", "How often to ask a feed for news, such as 90s, 15m or 2h [default: 15m]");
        foreach (var (_, option, _) in settings)
            command.Add(option);
        command.Add(retryFailed);
        command.Add(config);
    }

    internal string? File(ParseResult parsed) => parsed.GetValue(config);

    internal IEnumerable<KeyValuePair<string, string?>> Settings(ParseResult parsed)
    {
        foreach (var (name, option, values) in settings.Where(s => parsed.GetResult(s.Option) is { Implicit: false }))
        {
            foreach (var (i, value) in values(parsed).Index())
                yield return KeyValuePair.Create(option is Option<string[]> ? string.Create(CultureInfo.InvariantCulture, $"{name}:{i}") : name, value);
        }

        if (parsed.GetValue(retryFailed))
            yield return KeyValuePair.Create(nameof(WorkerOptions.RetryFailed), (string?)bool.TrueString);
    }

    private void Many(string name, Option<string[]> option)
    {
        option.AllowMultipleArgumentsPerToken = true;
        settings.Add((name, option, parsed => parsed.GetValue(option) ?? []));
    }

    private void One(string name, string alias, string description, string help)
    {
        var option = new Option<string?>(alias) { Description = description, HelpName = help };
        settings.Add((name, option, parsed => [parsed.GetValue(option)]));
    }

    private void Span(string name, string alias, string description)
    {
        var option = new Option<TimeSpan>(alias)
        {
            Description = description,
            HelpName = "TIME",
            CustomParser = result =>
            {
                if (TrySpan(result.Tokens[0].Value, out var span))
                    return span;
                result.AddError($"'{result.Tokens[0].Value}' is not a length of time for {alias}; write 90s, 15m or 2h.");
                return default;
            },
        };
        settings.Add((name, option, parsed => [parsed.GetValue(option).ToString("c", CultureInfo.InvariantCulture)]));
    }

    private static bool TrySpan(string text, out TimeSpan span)
    {
        var seconds = text.Length > 1 ? text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 } : 0;
        var isSpan = int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && seconds > 0;
        span = isSpan ? TimeSpan.FromSeconds((long)number * seconds) : default;
        return isSpan;
    }
}
