using DefenseTies.Sqlite;
using DefenseTies.Stores;
using Microsoft.Data.Sqlite;

namespace DefenseTies.Worker;

/// <summary>The memory of the worker, in a SQLite file of its own: what came in, what became of it, what is still to be done. Thread-safe; calls are short and block.</summary>
internal sealed partial class Ledger : IDisposable
{
    private readonly Lock gate = new();
    private readonly FileStream held;
    private readonly SqliteConnection connection;
    private readonly TimeProvider clock;

    /// <summary>Opens the ledger in a file. What an earlier worker had in hand is waiting again.</summary>
    /// <exception cref="LedgerException">The file cannot be used, or another worker uses it.</exception>
    public Ledger(string path, TimeProvider clock)
    {
        path = System.IO.Path.GetFullPath(path);
        this.clock = clock;
        held = LedgerFile.Lock(path);
        try
        {
            connection = LedgerFile.Open(path);
            Run(LedgerQueries.Reclaim);
        }
        catch
        {
            connection?.Dispose();
            held.Dispose();
            throw;
        }
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Writes down what came in, unless the same version of its source did before.</summary>
    /// <param name="arrival">What came in.</param>
    /// <param name="inHand">True when the caller takes it up itself.</param>
    public (LedgerEntry Entry, bool IsNew) Add(Arrival arrival, bool inHand)
    {
        lock (gate)
        {
            var isNew = Insert(arrival, inHand ? null : Now) > 0;
            return (Read(LedgerQueries.BySource, [("$source", arrival.Source), ("$version", arrival.Version)])[0], isNew);
        }
    }

    /// <summary>Writes down several, all or none.</summary>
    /// <returns>How many are new.</returns>
    public int AddAll(IEnumerable<Arrival> arrivals)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var added = arrivals.Sum(a => Insert(a, Now));
            transaction.Commit();
            return added;
        }
    }

    /// <summary>Takes up the next article that is due, or null. It is in hand until one of the methods below says what became of it.</summary>
    public LedgerEntry? TakeArticle() => Take(LedgerQueries.TakeArticle);

    /// <summary>Takes up the next page that is due to be fetched, from none of these hosts, or null.</summary>
    /// <param name="busy">Prefixes of addresses to leave alone, such as <c>https://example.org/</c>.</param>
    public LedgerEntry? TakePage(IReadOnlyCollection<string> busy) => Take(LedgerQueries.TakePage, ("$busy", System.Text.Json.JsonSerializer.Serialize(busy)));

    /// <summary>How long until something waiting is due; a minute when nothing waits, for clocks may be set.</summary>
    /// <param name="pages">Pages to be fetched, or articles to be read.</param>
    public TimeSpan NextDue(bool pages)
    {
        lock (gate)
        {
            using var command = connection.Statement(LedgerQueries.NextDue, ("$pages", pages));
            return command.ExecuteScalar() is long due ? TimeSpan.FromMilliseconds(Math.Clamp(due - Now, 0, 60_000)) : TimeSpan.FromMinutes(1);
        }
    }

    /// <summary>The text of a posted or fetched article, in UTF-8.</summary>
    public byte[] Text(long number)
    {
        lock (gate)
        {
            using var command = connection.Statement(LedgerQueries.Text, ("$number", number));
            return (byte[])command.ExecuteScalar()!;
        }
    }

    /// <summary>The page has been fetched: its article waits to be read.</summary>
    public void Fetched(long number, byte[] text) => Run(LedgerQueries.Fetched, ("$number", number), ("$text", text), ("$now", Now));

    /// <summary>The article is in the graph.</summary>
    public void Done(long number, string articleId, StoreChange change) => Run(
        LedgerQueries.Finish,
        ("$number", number), ("$state", change.Unchanged ? "unchanged" : "done"), ("$reason", DBNull.Value), ("$failed", 0), ("$now", Now),
        ("$article_id", articleId), ("$claims", change.NewClaims), ("$ties", change.NewTies));

    /// <summary>The article is set aside.</summary>
    public void Failed(long number, string reason) => Run(
        LedgerQueries.Finish,
        ("$number", number), ("$state", "failed"), ("$reason", reason), ("$failed", 1), ("$now", Now),
        ("$article_id", DBNull.Value), ("$claims", DBNull.Value), ("$ties", DBNull.Value));

    /// <summary>The article failed and is tried again after a pause.</summary>
    public void Postpone(long number, string reason, TimeSpan pause) =>
        Run(LedgerQueries.Postpone, ("$number", number), ("$reason", reason), ("$due", Now + (long)pause.TotalMilliseconds));

    /// <summary>It was no article: it comes in again under another version.</summary>
    public void Forget(long number) => Run(LedgerQueries.Forget, ("$number", number));

    /// <summary>Everything set aside waits again, with all its tries.</summary>
    /// <returns>How many.</returns>
    public int RetryFailed() => Run(LedgerQueries.RetryFailed);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            connection.Dispose();
            held.Dispose();
        }
    }

    private int Insert(Arrival arrival, long? due) => Run(
        LedgerQueries.Add,
        ("$origin", arrival.Origin.ToString().ToLowerInvariant()), ("$source", arrival.Source), ("$version", arrival.Version), ("$date", (object?)arrival.Date ?? DBNull.Value),
        ("$text", (object?)arrival.Text ?? DBNull.Value), ("$due", (object?)due ?? DBNull.Value), ("$now", Now));

    private LedgerEntry? Take(string sql, params ReadOnlySpan<(string, object)> values)
    {
        lock (gate)
            return Read(sql, [("$now", Now), .. values]).FirstOrDefault();
    }

    private int Run(string sql, params ReadOnlySpan<(string, object)> values)
    {
        lock (gate)
        {
            using var command = connection.Statement(sql, values);
            return command.ExecuteNonQuery();
        }
    }
}
