namespace DefenseTies.Worker;

/// <summary>Which files have stopped changing, by what they looked like each time.</summary>
/// <param name="settle">For how long a file must not have changed.</param>
/// <param name="clock">Tells how long that is.</param>
internal sealed class SettledFiles(TimeSpan settle, TimeProvider clock)
{
    private Dictionary<string, Seen> files = new(StringComparer.Ordinal);

    /// <summary>Takes what is there now, and gives what has settled: each version of a file once.</summary>
    public IReadOnlyList<(string Path, string Version)> See(IEnumerable<(string Path, string Version)> now)
    {
        var next = new Dictionary<string, Seen>(StringComparer.Ordinal);
        var settled = new List<(string, string)>();
        foreach (var (path, version) in now)
        {
            var seen = files.TryGetValue(path, out var before) && before.Version == version ? before : new Seen(version, clock.GetTimestamp(), IsTold: false);
            if (!seen.IsTold && clock.GetElapsedTime(seen.Since) >= settle)
            {
                settled.Add((path, version));
                seen = seen with { IsTold = true };
            }

            next[path] = seen;
        }

        files = next;
        return settled;
    }

    private sealed record Seen(string Version, long Since, bool IsTold);
}
