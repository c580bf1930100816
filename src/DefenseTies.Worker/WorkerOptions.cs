namespace DefenseTies.Worker;

/// <summary>Everything that can be set: by <c>appsettings.json</c> (section <c>DefenseTies</c>), by the environment (<c>DEFENSETIES_…</c>), by the command line; the later ones win.</summary>
internal sealed class WorkerOptions
{
    /// <summary>Where the graph is kept, as <see cref="Stores.StoreAddress"/> reads it.</summary>
    public string Store { get; set; } = Stores.StoreAddress.Default;

    /// <summary>The ledger's file. Default: <c>-ledger.db</c> beside the store's file, <c>defenseties-ledger.db</c> for a store that is no file.</summary>
    public string? Ledger { get; set; }

    /// <summary>Folders to watch, with everything below them.</summary>
    public IList<string> Watch { get; set; } = [];

    /// <summary>Addresses of RSS or Atom feeds.</summary>
    public IList<string> Feeds { get; set; } = [];

    /// <summary>Where to take posted articles and answer how things are: <c>http://HOST:PORT</c>, or <c>off</c>. Loopback unless told otherwise.</summary>
    public string Listen { get; set; } = "http://127.0.0.1:8642";

    /// <summary>How many posted articles may wait, 1 to 100,000; beyond that a post is answered 429.</summary>
    public int Queue { get; set; } = 100;

    /// <summary>Larger files, posts, feeds and pages are not read, in bytes; 1 kB to 1 GB.</summary>
    public long MaxSize { get; set; } = Articles.ArticleReader.DefaultMostBytes;

    /// <summary>How often folders are looked at; 100 ms to 1 hour.</summary>
    public TimeSpan ScanEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A file is read when it has not changed for so long; 0 to 1 hour.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often a feed is asked for news; 1 second to 7 days. A feed that fails is asked less and less often.</summary>
    public TimeSpan FeedEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a request to another server may take, with everything it sends; 1 second to 10 minutes.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause between two requests to one host; 0 to 1 hour.</summary>
    public TimeSpan HostPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What the worker calls itself before other servers; name there whom to write to.</summary>
    public string UserAgent { get; set; } = $"DefenseTies/{typeof(WorkerOptions).Assembly.GetName().Version?.ToString(2)}";

    /// <summary>The pauses before a failing article is tried again; after the last it is set aside. Default: 10 s, 1 min, 10 min, 1 h.</summary>
    public IList<TimeSpan>? RetryAfter { get; set; }

    /// <summary>How long the store waits for its turn before it counts as being away; 1 second to 5 minutes.</summary>
    public TimeSpan StorePatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long stopping may take; 1 to 50 seconds.</summary>
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Try everything again that was set aside.</summary>
    public bool RetryFailed { get; set; }

    /// <summary>Everything that is wrong with the options, each with what to write instead; nothing is opened.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var problem in StoreProblems().Concat(SourceProblems()).Concat(ListenProblems()))
            yield return problem;
        if (Queue is < 1 or > 100_000)
            yield return $"Queue: {Queue} is not from 1 to 100000";
        if (MaxSize is < 1_000 or > 1_000_000_000)
            yield return $"MaxSize: {MaxSize} is not from 1000 to 1000000000 bytes";
        if (string.IsNullOrWhiteSpace(UserAgent) || UserAgent.Any(char.IsControl))
            yield return "UserAgent: write a name, such as DefenseTies/0.1 (me@example.org)";
        foreach (var (name, value, least, most) in Spans().Where(s => s.Value < s.Least || s.Value > s.Most))
            yield return $"{name}: {value:c} is not from {least:c} to {most:c}";
    }

    /// <summary>The store; only when there are no problems.</summary>
    public Stores.StoreAddress Address => Stores.StoreAddress.Parse(Store);

    /// <summary>The ledger's file, made up when none is set.</summary>
    public string LedgerPath => Ledger ?? (Address.File is { } file ? Path.ChangeExtension(file, null) + "-ledger.db" : "defenseties-ledger.db");

    /// <summary>The pauses, set or not.</summary>
    public IReadOnlyList<TimeSpan> Pauses =>
        RetryAfter is null ? [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)] : [.. RetryAfter];

    /// <summary>True when it listens, and where others can reach it.</summary>
    public bool IsOpenToOthers => Listen != Off && !new Uri(Listen).IsLoopback;

    /// <summary>What <see cref="Listen"/> says when nothing is to be taken over HTTP.</summary>
    public const string Off = "off";

    private IEnumerable<(string Name, TimeSpan Value, TimeSpan Least, TimeSpan Most)> Spans()
    {
        var (second, hour) = (TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        yield return (nameof(ScanEvery), ScanEvery, second / 10, hour);
        yield return (nameof(Settle), Settle, TimeSpan.Zero, hour);
        yield return (nameof(FeedEvery), FeedEvery, second, TimeSpan.FromDays(7));
        yield return (nameof(RequestTimeout), RequestTimeout, second, hour / 6);
        yield return (nameof(HostPause), HostPause, TimeSpan.Zero, hour);
        yield return (nameof(StorePatience), StorePatience, second, hour / 12);
        yield return (nameof(StopWithin), StopWithin, second, second * 50);
        foreach (var pause in Pauses)
            yield return (nameof(RetryAfter), pause, TimeSpan.Zero, TimeSpan.FromDays(7));
    }

    private IEnumerable<string> StoreProblems()
    {
        string? problem = null;
        try
        {
            problem = Address.File is null && Store.StartsWith("memory", StringComparison.Ordinal) ? "a store in memory is gone with the worker; write sqlite:FILE" : null;
        }
        catch (FormatException error)
        {
            problem = error.Message;
        }

        if (problem is not null)
            yield return $"Store: {problem}";
    }

    private IEnumerable<string> SourceProblems()
    {
        foreach (var folder in Watch.Where(f => !Directory.Exists(f)))
            yield return $"Watch: there is no folder {folder}; create it, or correct the path";
        foreach (var feed in Feeds.Where(f => !Uri.TryCreate(f, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")))
            yield return $"Feeds: '{feed}' is not the address of a feed; write http://… or https://…";
        if (Watch.Count == 0 && Feeds.Count == 0 && Listen == Off)
            yield return "there is nothing to take articles from: name folders to watch, feeds to read, or where to listen";
    }

    private IEnumerable<string> ListenProblems()
    {
        if (Listen != Off && (!Uri.TryCreate(Listen, UriKind.Absolute, out var address) || address.Scheme != "http" || address.AbsolutePath != "/" || address.Query.Length > 0))
            yield return $"Listen: '{Listen}' is not where one can listen; write http://127.0.0.1:8642, or off";
    }
}
