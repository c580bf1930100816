using DefenseTies.Sqlite;

namespace DefenseTies.Worker;

/// <content>What people and feeds ask of the ledger.</content>
internal sealed partial class Ledger
{
    /// <summary>One entry, or null.</summary>
    public LedgerEntry? Find(long number)
    {
        lock (gate)
            return Read(LedgerQueries.ByNumber, [("$number", number)]).FirstOrDefault();
    }

    /// <summary>The latest entries first.</summary>
    /// <param name="state">Only of this state; null for all.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<LedgerEntry> Latest(string? state, int most)
    {
        lock (gate)
            return Read(state is null ? LedgerQueries.Latest : LedgerQueries.LatestOfState, [("$state", state ?? ""), ("$most", most)]);
    }

    /// <summary>How many entries are in each state.</summary>
    public IReadOnlyDictionary<string, long> Counts()
    {
        lock (gate)
        {
            var counts = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["done"] = 0, ["failed"] = 0, ["unchanged"] = 0, ["waiting"] = 0 };
            using var command = connection.Statement(LedgerQueries.Counts);
            using var row = command.ExecuteReader();
            while (row.Read())
                counts[row.GetString(0)] = row.GetInt64(1);
            return counts;
        }
    }

    /// <summary>What a feed's server sent when it was read last.</summary>
    public (string? ETag, string? LastModified) Validators(string feed)
    {
        lock (gate)
        {
            using var command = connection.Statement(LedgerQueries.Validators, ("$address", feed));
            using var row = command.ExecuteReader();
            return row.Read() ? (row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)) : (null, null);
        }
    }

    /// <summary>Writes down a feed's items and what its server sent with them: all or none, so that no item is missed.</summary>
    /// <returns>How many items are new.</returns>
    public int AddItems(IEnumerable<Arrival> items, string feed, string? etag, string? lastModified)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var added = items.Sum(i => Insert(i, Now));
            Run(LedgerQueries.SaveValidators, ("$address", feed), ("$etag", (object?)etag ?? DBNull.Value), ("$last_modified", (object?)lastModified ?? DBNull.Value));
            transaction.Commit();
            return added;
        }
    }

    private List<LedgerEntry> Read(string sql, ReadOnlySpan<(string, object)> values)
    {
        using var command = connection.Statement(sql, values);
        using var row = command.ExecuteReader();
        var entries = new List<LedgerEntry>();
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        long? Number(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
        while (row.Read())
        {
            entries.Add(new LedgerEntry(
                row.GetInt64(0), Enum.Parse<Origin>(row.GetString(1), ignoreCase: true), row.GetString(2), row.GetString(3), row.GetInt32(4), Text(5), Text(6), Number(7), Number(8), row.GetString(9), Text(10)));
        }

        return entries;
    }
}
