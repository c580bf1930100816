using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;

// Half of the time a test waits: for a pause, or for a server that hangs. Four at once are slower again on two cores.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]

namespace DefenseTies.WorkerTests.Support;

/// <summary>The real worker, as a process of its own in a folder of its own. Several may follow one another in one folder.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient client = new() { Timeout = Patience };
    private readonly string folder;

    private WorkerProcess(Process process, string folder)
    {
        (this.process, this.folder) = (process, folder);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>Everything it has printed.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return log.ToString();
        }
    }

    public int ExitCode => process.ExitCode;

    /// <summary>Starts <c>defenseties work</c>, listening where there is room unless told otherwise, with short times.</summary>
    public static WorkerProcess Start(string folder, params string[] args) => Start(folder, [], args);

    /// <inheritdoc cref="Start(string, string[])"/>
    public static WorkerProcess Start(string folder, IEnumerable<(string Name, string Value)> environment, params string[] args) =>
        StartProgram(folder, environment, ["DefenseTies.Cli.dll", "work", .. args.Contains("--listen") ? args : [.. args, "--listen", "http://127.0.0.1:0"]]);

    /// <summary>Starts a program of the tests' folder.</summary>
    public static WorkerProcess StartProgram(string folder, IEnumerable<(string Name, string Value)> environment, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, command[0]) },
        };
        foreach (var arg in command.Skip(1))
            start.ArgumentList.Add(arg);
        foreach (var (name, value) in Usual.Concat(environment))
            start.Environment[name] = value;
        return new WorkerProcess(Process.Start(start)!, folder);
    }

    /// <summary>Posts an article.</summary>
    public async Task<HttpResponseMessage> PostAsync(string text, string type = "text/plain", string query = "", params (string Name, string Value)[] headers)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(await AddressAsync(), "articles" + query)) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> GetAsync(string path) => await client.GetAsync(new Uri(await AddressAsync(), path));

    /// <summary>Where it listens, as soon as it does.</summary>
    public Task<Uri> AddressAsync() => listening.Task.WaitAsync(Patience);

    /// <summary>Waits until the ledger says something; gives up when nothing in it has changed for long. A busy machine is slow, and no failure.</summary>
    public async Task<IReadOnlyList<Entry>> UntilAsync(Func<IReadOnlyList<Entry>, bool> condition, string why = "")
    {
        IReadOnlyList<Entry> before = [];
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !process.HasExited; await Task.Delay(50))
        {
            var entries = Entry.All(folder);
            if (condition(entries))
                return entries;
            if (!entries.SequenceEqual(before))
                (before, waited) = (entries, Stopwatch.StartNew());
        }

        Assert.Fail($"{why} never came true. The ledger:\n{string.Join('\n', Entry.All(folder).AsEnumerable())}\nThe log:\n{Log}");
        return [];
    }

    /// <summary>Waits until the log says something.</summary>
    public async Task UntilLogAsync(string words)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !Log.Contains(words, StringComparison.Ordinal); await Task.Delay(50))
        {
        }

        Log.ShouldContain(words);
    }

    /// <summary>What a service manager sends.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Ends it without any warning, as a crash would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    public async Task EndAsync() => await process.WaitForExitAsync().WaitAsync(Patience);

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
        client.Dispose();
    }

    // Short times, so that tests are quick; what the machine has set counts for nothing.
    private static IEnumerable<(string, string)> Usual =>
    [
        ("DEFENSETIES_STORE", ""), ("DEFENSETIES_SCANEVERY", "00:00:00.1"), ("DEFENSETIES_SETTLE", "00:00:00.5"), ("DEFENSETIES_HOSTPAUSE", "00:00:00"),
        ("DEFENSETIES_STOREPATIENCE", "00:00:01"), ("DEFENSETIES_RETRYAFTER__0", "00:00:00.3"), ("DEFENSETIES_RETRYAFTER__1", "00:00:00.6"), ("OTEL_EXPORTER_OTLP_ENDPOINT", ""),
    ];

    private void Note(string? line)
    {
        const string Announcement = "Taking articles at ";
        lock (log)
            log.AppendLine(line);
        if (line?.IndexOf(Announcement, StringComparison.Ordinal) is >= 0 and var at)
            listening.TrySetResult(new Uri(line[(at + Announcement.Length)..]));
        else if (line is null && process.HasExited)
            listening.TrySetException(new InvalidOperationException($"it ended before it listened:\n{Log}"));
    }
}

/// <summary>A line of the ledger, read from outside.</summary>
internal sealed record Entry(long Number, string Origin, string Source, string State, long Attempts, string? Reason, string? ArticleId)
{
    /// <summary>All lines of the ledger of a worker's folder.</summary>
    public static IReadOnlyList<Entry> All(string folder)
    {
        var path = Path.Combine(folder, "defenseties-ledger.db");
        if (!File.Exists(path))
            return [];
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, origin, source, state, attempts, reason, article_id FROM entry ORDER BY number";
        try
        {
            using var row = command.ExecuteReader();
            var entries = new List<Entry>();
            while (row.Read())
                entries.Add(new Entry(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6)));
            return entries;
        }
        catch (SqliteException error) when (error.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return []; // it is just being made
        }
    }
}
