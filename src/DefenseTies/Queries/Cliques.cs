using QuikGraph;
using QuikGraph.Algorithms.ConnectedComponents;

namespace DefenseTies.Queries;

/// <summary>Pairs → the largest groups in which everybody is paired with everybody.</summary>
internal static class Cliques
{
    /// <summary>All maximal cliques of two or more, each once (Bron–Kerbosch with pivots, one connected component at a time).</summary>
    public static IEnumerable<IReadOnlySet<string>> Maximal(IEnumerable<(string One, string Other)> pairs)
    {
        var graph = new UndirectedGraph<string, Edge<string>>(allowParallelEdges: false);
        foreach (var (one, other) in pairs)
        {
            // Not UndirectedEdge: that one wants its ends in the order of the current culture.
            if (one != other)
                graph.AddVerticesAndEdge(new Edge<string>(one, other));
        }

        var components = new ConnectedComponentsAlgorithm<string, Edge<string>>(graph);
        components.Compute();
        var neighbours = graph.Vertices.ToDictionary(
            v => v,
            v => graph.AdjacentEdges(v).Select(e => e.Source == v ? e.Target : e.Source).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        return components.Components.GroupBy(c => c.Value, c => c.Key)
            .SelectMany(c => Extend([], [.. c], [], neighbours))
            .Where(c => c.Count > 1);
    }

    private static IEnumerable<IReadOnlySet<string>> Extend(
        HashSet<string> clique, HashSet<string> open, HashSet<string> done, Dictionary<string, HashSet<string>> neighbours)
    {
        if (open.Count == 0)
        {
            if (done.Count == 0)
                yield return clique;
            yield break;
        }

        // The neighbours of the pivot need not be tried: a clique that has one of them and not the pivot is not maximal.
        var pivot = open.Concat(done).MaxBy(v => neighbours[v].Count(open.Contains))!;
        foreach (var vertex in open.Where(v => !neighbours[pivot].Contains(v)).ToList())
        {
            var around = neighbours[vertex];
            foreach (var found in Extend([.. clique, vertex], [.. open.Where(around.Contains)], [.. done.Where(around.Contains)], neighbours))
                yield return found;
            open.Remove(vertex);
            done.Add(vertex);
        }
    }
}
