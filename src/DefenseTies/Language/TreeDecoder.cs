namespace DefenseTies.Language;

/// <summary>Arc scores → the best tree with one root. Greedy where that is a tree, else Chu-Liu/Edmonds.</summary>
internal static class TreeDecoder
{
    private const double Never = -1e9;

    /// <summary>Heads of <paramref name="count"/> tokens, 1-based; 0 is the root.</summary>
    /// <param name="arcs">Row per token, column per head, column 0 the root; rows are <paramref name="stride"/> apart.</param>
    public static int[] Decode(ReadOnlySpan<float> arcs, int stride, int count)
    {
        var scores = new double[count + 1, count + 1];
        for (var dependent = 0; dependent <= count; dependent++)
        {
            for (var head = 0; head <= count; head++)
                scores[dependent, head] = dependent == 0 ? Never : arcs[((dependent - 1) * stride) + head];
        }

        var heads = Arborescence(scores);
        var roots = Enumerable.Range(1, count).Where(i => heads[i] == 0).ToArray();
        if (roots.Length != 1)
            heads = roots.Select(r => WithRoot(scores, r)).MaxBy(h => Total(scores, h))!;
        return heads[1..];
    }

    private static int[] WithRoot(double[,] scores, int root)
    {
        var only = (double[,])scores.Clone();
        for (var i = 1; i < only.GetLength(0); i++)
        {
            if (i != root)
                only[i, 0] = Never;
        }

        return Arborescence(only);
    }

    private static double Total(double[,] scores, int[] heads)
    {
        var sum = 0.0;
        for (var i = 1; i < heads.Length; i++)
            sum += scores[i, heads[i]];
        return sum;
    }

    // scores[dependent, head]; node 0 is the root. Recursion is as deep as cycles nest.
    private static int[] Arborescence(double[,] given)
    {
        var n = given.GetLength(0);
        var scores = (double[,])given.Clone();
        var heads = new int[n];
        heads[0] = -1;
        for (var d = 0; d < n; d++)
        {
            scores[d, d] = Never;
            if (d == 0)
                continue;
            for (var h = 1; h < n; h++)
            {
                if (scores[d, h] > scores[d, heads[d]])
                    heads[d] = h;
            }
        }

        var cycle = Cycle(heads);
        if (cycle.Length == 0)
            return heads;

        var inside = cycle.ToHashSet();
        var rest = Enumerable.Range(0, n).Where(i => !inside.Contains(i)).ToArray();
        var k = rest.Length;
        var smaller = new double[k + 1, k + 1];
        var (enterBy, leaveTo) = (new int[k], new int[k]);
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b < k; b++)
                smaller[a, b] = scores[rest[a], rest[b]];
            enterBy[a] = cycle.MaxBy(c => scores[c, rest[a]] - scores[c, heads[c]]);
            smaller[k, a] = scores[enterBy[a], rest[a]] - scores[enterBy[a], heads[enterBy[a]]];
            leaveTo[a] = cycle.MaxBy(c => scores[rest[a], c]);
            smaller[a, k] = scores[rest[a], leaveTo[a]];
        }

        smaller[k, k] = Never;
        var solved = Arborescence(smaller);
        for (var a = 0; a < k; a++)
        {
            if (rest[a] != 0)
                heads[rest[a]] = solved[a] == k ? leaveTo[a] : rest[solved[a]];
        }

        heads[enterBy[solved[k]]] = rest[solved[k]];
        return heads;
    }

    private static int[] Cycle(int[] heads)
    {
        var seen = new int[heads.Length];
        for (var i = 1; i < heads.Length; i++)
        {
            var path = new List<int>();
            var j = i;
            while (j > 0 && seen[j] == 0)
            {
                seen[j] = i;
                path.Add(j);
                j = heads[j];
            }

            if (j > 0 && seen[j] == i)
                return [.. path[path.IndexOf(j)..]];
        }

        return [];
    }
}
