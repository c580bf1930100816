namespace DefenseTies.Language;

/// <summary>Name scores → the best label path in which <c>B I E</c>, <c>S</c> and <c>O</c> follow each other as they may (Viterbi).</summary>
internal sealed class NameDecoder
{
    private const float Never = -1e9f;

    private readonly string[] labels;

    // Labels after which nothing is open, and for labels that go on with a name those they may follow.
    private readonly int[] closed;
    private readonly int[]?[] before;

    public NameDecoder(string[] labels)
    {
        this.labels = labels;
        closed = [.. Enumerable.Range(0, labels.Length).Where(l => labels[l][0] is 'O' or 'E' or 'S')];
        before = [.. labels.Select(to => to[0] is 'I' or 'E' ? Enumerable.Range(0, labels.Length).Where(from => labels[from][0] is 'B' or 'I' && labels[from][1..] == to[1..]).ToArray() : null)];
    }

    /// <summary>One label per token.</summary>
    /// <param name="scores">The tokens' rows of scores.</param>
    /// <param name="stride">Length of a row.</param>
    /// <param name="offset">Where the labels' scores begin in a row.</param>
    /// <param name="count">Number of tokens, at least 1.</param>
    public string[] Decode(ReadOnlySpan<float> scores, int stride, int offset, int count)
    {
        var n = labels.Length;
        var (best, next) = (new float[n], new float[n]);
        for (var l = 0; l < n; l++)
            best[l] = scores[offset + l] + (labels[l][0] is 'O' or 'B' or 'S' ? 0 : Never);
        var back = new byte[count * n];
        for (var t = 1; t < count; t++)
        {
            var row = scores.Slice((t * stride) + offset, n);
            var rest = Best(best, closed);
            for (var l = 0; l < n; l++)
            {
                var from = before[l] is { } open ? Best(best, open) : rest;
                back[(t * n) + l] = (byte)from;
                next[l] = best[from] + row[l];
            }

            (best, next) = (next, best);
        }

        var last = Best(best, closed);
        var path = new string[count];
        for (var t = count - 1; t >= 0; t--)
        {
            path[t] = labels[last];
            last = back[(t * n) + last];
        }

        return path;
    }

    private static int Best(float[] scores, int[] among)
    {
        var best = among[0];
        foreach (var candidate in among)
        {
            if (scores[candidate] > scores[best])
                best = candidate;
        }

        return best;
    }
}
