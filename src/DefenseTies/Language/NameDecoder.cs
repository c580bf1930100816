namespace DefenseTies.Language;

/// <summary>Name scores → the best label path in which <c>B I E</c>, <c>S</c> and <c>O</c> follow each other as they may (Viterbi).</summary>
internal sealed class NameDecoder
{
    private const float Never = -1e9f;

    private readonly string[] labels;
    private readonly int[][] before;

    public NameDecoder(string[] labels)
    {
        this.labels = labels;
        before = [.. labels.Select(to => Enumerable.Range(0, labels.Length).Where(from => Follows(labels[from], to)).ToArray())];
    }

    /// <summary>One label per token.</summary>
    public string[] Decode(Func<int, int, float> score, int count)
    {
        var best = new float[labels.Length];
        for (var l = 0; l < labels.Length; l++)
            best[l] = score(0, l) + (labels[l][0] is 'O' or 'B' or 'S' ? 0 : Never);
        var back = new int[count, labels.Length];
        for (var t = 1; t < count; t++)
        {
            var next = new float[labels.Length];
            for (var l = 0; l < labels.Length; l++)
            {
                var from = before[l][0];
                foreach (var candidate in before[l])
                {
                    if (best[candidate] > best[from])
                        from = candidate;
                }

                back[t, l] = from;
                next[l] = best[from] + score(t, l);
            }

            best = next;
        }

        var last = Enumerable.Range(0, labels.Length).Where(l => labels[l][0] is 'O' or 'E' or 'S').MaxBy(l => best[l]);
        var path = new string[count];
        for (var t = count - 1; t >= 0; t--)
        {
            path[t] = labels[last];
            last = back[t, last];
        }

        return path;
    }

    private static bool Follows(string from, string to) =>
        from[0] is 'B' or 'I' ? to[0] is 'I' or 'E' && to[1..] == from[1..] : to[0] is 'O' or 'B' or 'S';
}
