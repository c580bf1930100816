using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>How one entity is tied to another.</summary>
public static class Paths
{
    /// <summary>Hops beyond the shortest way that other ways may take: longer detours say little.</summary>
    private const int Detour = 1;

    /// <summary>The best ways from one to the other, whichever way their ties point: the shortest first, of equally short ones that with the strongest weakest hop.</summary>
    /// <remarks>Walks from both ends at once, always on from the smaller frontier, one round trip to the store per hop. Ways longer than the shortest by more than one hop are not looked for.</remarks>
    /// <param name="store">Where to look.</param>
    /// <param name="from">Entity id of one end.</param>
    /// <param name="to">Entity id of the other end; another one.</param>
    /// <param name="filter">Only ties that pass are walked.</param>
    /// <param name="most">How many ways to find; 1 or more.</param>
    /// <param name="mostHops">How long a way may be; 1 or more.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>At most <paramref name="most"/> ways without cycles; none when there is no way that short.</returns>
    public static async Task<IReadOnlyList<TiePath>> FindAsync(
        IGraphStore store, string from, string to, TieFilter filter, int most = 1, int mostHops = 6, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostHops, 1);
        ArgumentOutOfRangeException.ThrowIfEqual(to, from);
        var (near, far) = (new Frontier(store, from, filter), new Frontier(store, to, filter));
        while (Shortest(near, far) is var shortest && near.Depth + far.Depth < Wanted(shortest, most, mostHops))
        {
            var smaller = near.RimCount <= far.RimCount ? near : far;

            // A walk that ended has seen all there is on its side: the other need not go on without a meeting.
            if (!await smaller.StepAsync(cancellationToken) && (shortest is null || !await (smaller == near ? far : near).StepAsync(cancellationToken)))
                break;
        }

        var ties = near.Ties.Concat(far.Ties).DistinctBy(t => t.Id);
        return Shortest(near, far) is { } hops && hops <= mostHops
            ? BestPaths.Choose(ties, from, to, most, Math.Min(mostHops, hops + (most > 1 ? Detour : 0)))
            : [];
    }

    private static int Wanted(int? shortest, int most, int mostHops) =>
        Math.Min(mostHops, shortest + (most > 1 ? Detour : 0) ?? mostHops);

    private static int? Shortest(Frontier near, Frontier far)
    {
        int? shortest = null;
        var (fewer, more) = near.Hops.Count <= far.Hops.Count ? (near.Hops, far.Hops) : (far.Hops, near.Hops);
        foreach (var (node, hops) in fewer)
        {
            if (more.TryGetValue(node, out var rest) && (shortest is null || hops + rest < shortest))
                shortest = hops + rest;
        }

        return shortest;
    }
}
