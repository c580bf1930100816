namespace DefenseTies.Language;

/// <summary>Arc scores → the best tree with one root. Greedy where that is a tree, else Chu-Liu/Edmonds.</summary>
internal static class TreeDecoder
{
    private const double Never = -1e9;

    // More roots than this are not tried one by one: text that is none can have one at every token.
    private const int MostRootsTried = 8;

    // Larger than any difference between trees, so that a second root never pays.
    private const double RootCost = 1e6;

    /// <summary>Heads of <paramref name="count"/> tokens, 1-based; 0 is the root.</summary>
    /// <param name="arcs">Row per token, column per head, column 0 the root; rows are <paramref name="stride"/> apart.</param>
    public static int[] Decode(ReadOnlySpan<float> arcs, int stride, int count)
    {
        var heads = Greedy(arcs, stride, count);
        if (IsTree(heads))
            return heads[1..];

        var scores = Scores(arcs, stride, count);
        heads = Arborescence.Best((double[,])scores.Clone());
        var roots = Enumerable.Range(1, count).Where(i => heads[i] == 0).ToArray();
        if (roots.Length > MostRootsTried)
            heads = Arborescence.Best(Change(scores, (_, score) => score - RootCost));
        else if (roots.Length > 1)
            heads = roots.Select(r => Arborescence.Best(Change(scores, (i, score) => i == r ? score : Never))).MaxBy(h => Total(scores, h))!;
        return heads[1..];
    }

    private static int[] Greedy(ReadOnlySpan<float> arcs, int stride, int count)
    {
        var heads = new int[count + 1];
        heads[0] = -1;
        for (var d = 1; d <= count; d++)
        {
            var row = arcs.Slice((d - 1) * stride, count + 1);
            var best = 0;
            for (var h = 1; h < row.Length; h++)
            {
                if (row[h] > row[best] && h != d)
                    best = h;
            }

            heads[d] = best;
        }

        return heads;
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.AsSpan(1).Count(0) != 1)
            return false;
        var seen = new int[heads.Length];
        for (var i = 1; i < heads.Length; i++)
        {
            var at = i;
            for (; at > 0 && seen[at] == 0; at = heads[at])
                seen[at] = i;
            if (at > 0 && seen[at] == i)
                return false;
        }

        return true;
    }

    private static double[,] Scores(ReadOnlySpan<float> arcs, int stride, int count)
    {
        var scores = new double[count + 1, count + 1];
        for (var dependent = 0; dependent <= count; dependent++)
        {
            for (var head = 0; head <= count; head++)
                scores[dependent, head] = dependent == 0 || dependent == head ? Never : arcs[((dependent - 1) * stride) + head];
        }

        return scores;
    }

    private static double[,] Change(double[,] scores, Func<int, double, double> root)
    {
        var changed = (double[,])scores.Clone();
        for (var i = 1; i < changed.GetLength(0); i++)
            changed[i, 0] = root(i, changed[i, 0]);
        return changed;
    }

    private static double Total(double[,] scores, int[] heads)
    {
        var sum = 0.0;
        for (var i = 1; i < heads.Length; i++)
            sum += scores[i, heads[i]];
        return sum;
    }
}
