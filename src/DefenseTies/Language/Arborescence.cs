namespace DefenseTies.Language;

/// <summary>
/// Chu-Liu/Edmonds in place: whenever following best heads closes a cycle, it becomes one node. Each merger costs the number of nodes times the length of
/// the cycle, so that the whole is quadratic, whatever the scores.
/// </summary>
internal sealed class Arborescence
{
    private const int None = -2;

    // scores[dependent, head]; node 0 is the root.
    private readonly double[,] scores;
    private readonly (int Dependent, int Head)[,] edges;
    private readonly int[] best;
    private readonly List<int>[] tokens;
    private readonly List<int> open;
    private readonly Stack<(List<int> Tokens, (int Dependent, int Head) Edge)[]> merged = [];

    private Arborescence(double[,] scores)
    {
        this.scores = scores;
        var n = scores.GetLength(0);
        edges = new (int, int)[n, n];
        for (var d = 0; d < n; d++)
        {
            for (var h = 0; h < n; h++)
                edges[d, h] = (d, h);
        }

        open = [.. Enumerable.Range(0, n)];
        tokens = [.. open.Select(i => new List<int> { i })];
        best = [.. open.Select(i => i == 0 ? None : BestHead(i))];
    }

    /// <summary>The head of each node in the best tree below node 0; node 0 itself has -1.</summary>
    /// <param name="scores">Row per dependent, column per head; spoilt by the search.</param>
    public static int[] Best(double[,] scores) => new Arborescence(scores).Solve();

    private int[] Solve()
    {
        // State of a node: 0 not met, else the walk that met it; walks that ended at the root stay below the current one.
        var met = new int[best.Length];
        for (var start = 1; start < best.Length; start++)
        {
            var at = start;
            while (at > 0 && met[at] == 0)
            {
                met[at] = start;
                at = best[at];
                if (at > 0 && met[at] == start)
                {
                    at = Merge(at);
                    met[at] = 0;
                }
            }
        }

        return Unfold();
    }

    private int BestHead(int dependent)
    {
        var head = 0;
        foreach (var h in open)
        {
            if (h != dependent && scores[dependent, h] > scores[dependent, head])
                head = h;
        }

        return head;
    }

    // The cycle through a node becomes its first node; the others close.
    private int Merge(int start)
    {
        var cycle = new List<int>();
        for (var at = start; cycle.Count == 0 || at != start; at = best[at])
            cycle.Add(at);
        var into = cycle[0];
        merged.Push([.. cycle.Select(c => (tokens[c], edges[c, best[c]]))]);
        var costs = cycle.Select(c => scores[c, best[c]]).ToArray();
        tokens[into] = [.. cycle.SelectMany(c => tokens[c])];
        var inside = cycle.ToHashSet();
        open.RemoveAll(inside.Contains);
        foreach (var other in open)
        {
            var (enter, leave) = (0, 0);
            for (var i = 1; i < cycle.Count; i++)
            {
                if (scores[cycle[i], other] - costs[i] > scores[cycle[enter], other] - costs[enter])
                    enter = i;
                if (scores[other, cycle[i]] > scores[other, cycle[leave]])
                    leave = i;
            }

            (scores[into, other], edges[into, other]) = (scores[cycle[enter], other] - costs[enter], edges[cycle[enter], other]);
            (scores[other, into], edges[other, into]) = (scores[other, cycle[leave]], edges[other, cycle[leave]]);
            if (inside.Contains(best[other]))
                best[other] = into;
        }

        open.Add(into);
        best[into] = BestHead(into);
        return into;
    }

    // Each cycle opens where an edge comes in from outside.
    private int[] Unfold()
    {
        var heads = new int[best.Length];
        Array.Fill(heads, None);
        heads[0] = -1;
        foreach (var node in open.Where(n => n > 0))
        {
            var (dependent, head) = edges[node, best[node]];
            heads[dependent] = head;
        }

        foreach (var (inner, edge) in merged.SelectMany(cycle => cycle))
        {
            if (inner.TrueForAll(t => heads[t] == None))
                heads[edge.Dependent] = edge.Head;
        }

        return heads;
    }
}
