using DefenseTies.Claims;
using DefenseTies.Graphs;
using QuikGraph;
using QuikGraph.Algorithms.ShortestPath;

namespace DefenseTies.Queries;

/// <summary>Fetched ties → the best ways through them, by Yen's algorithm.</summary>
internal static class BestPaths
{
    /// <summary>At most <paramref name="most"/> ways of at most <paramref name="mostHops"/> hops, best first.</summary>
    public static IReadOnlyList<TiePath> Choose(IEnumerable<Tie> ties, string from, string to, int most, int mostHops)
    {
        var hops = new Dictionary<(string, string), Tie>();
        var names = new Dictionary<string, EntityRef>(StringComparer.Ordinal);
        foreach (var tie in ties.Where(t => t.From.Id != t.To.Id).OrderByDescending(t => t.Belief).ThenBy(t => t, TieOrder.Instance))
        {
            hops.TryAdd((tie.From.Id, tie.To.Id), tie);
            hops.TryAdd((tie.To.Id, tie.From.Id), tie);
            names.TryAdd(tie.From.Id, tie.From);
            names.TryAdd(tie.To.Id, tie.To);
        }

        // Strongest of both directions, so that a hop is the same tie whichever way it is walked.
        foreach (var (a, b) in hops.Keys.ToList())
            hops[(a, b)] = hops[(b, a)].Belief > hops[(a, b)].Belief ? hops[(b, a)] : hops[(a, b)];

        var graph = Between(hops, from, to, mostHops);
        if (!graph.ContainsVertex(from) || !graph.ContainsVertex(to))
            return [];

        // Costs add up and a weakest hop does not, so more ways are asked for than are wanted, and the best chosen by their weakest hop.
        var found = new YenShortestPathsAlgorithm<string>(graph, from, to, most == 1 ? 16 : most * 4 + 16).Execute();
        var paths = found.Select(p => p.ToList()).Where(p => p.Count <= mostHops)
            .Select(p => new TiePath([names[from], .. p.Select(e => names[e.Target])], [.. p.Select(e => hops[(e.Source, e.Target)])]))
            .Where(p => p.Nodes.DistinctBy(n => n.Id).Count() == p.Nodes.Count)
            .ToList();
        paths.Sort(TiePath.Compare);
        return [.. paths.DistinctBy(p => string.Join('\n', p.Nodes.Select(n => n.Id))).Take(most)];
    }

    /// <summary>Only what lies on some way that is short enough: the algorithm's time grows with everything it is given.</summary>
    private static AdjacencyGraph<string, EquatableTaggedEdge<string, double>> Between(
        Dictionary<(string From, string To), Tie> hops, string from, string to, int mostHops)
    {
        var next = hops.Keys.ToLookup(h => h.From, h => h.To, StringComparer.Ordinal);
        var (near, far) = (Distances(next, from), Distances(next, to));
        var graph = new AdjacencyGraph<string, EquatableTaggedEdge<string, double>>(allowParallelEdges: false);
        foreach (var ((a, b), tie) in hops.OrderBy(h => h.Key.From, StringComparer.Ordinal).ThenBy(h => h.Key.To, StringComparer.Ordinal))
        {
            if (near.TryGetValue(a, out var before) && far.TryGetValue(b, out var after) && before + 1 + after <= mostHops)
                graph.AddVerticesAndEdge(new EquatableTaggedEdge<string, double>(a, b, Cost(tie)));
        }

        return graph;
    }

    // A hop costs one; doubt adds so little that even a long way's doubts never outweigh a hop, and one weak hop outweighs several fair ones.
    private static double Cost(Tie tie) => 1 + Math.Pow(1 - tie.Belief, 4) / 64;

    private static Dictionary<string, int> Distances(ILookup<string, string> next, string from)
    {
        var distances = new Dictionary<string, int>(StringComparer.Ordinal) { [from] = 0 };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var other in next[at])
            {
                if (distances.TryAdd(other, distances[at] + 1))
                    queue.Enqueue(other);
            }
        }

        return distances;
    }
}
