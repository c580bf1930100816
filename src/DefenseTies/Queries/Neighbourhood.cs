using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>Who is tied to somebody, up to a number of hops away.</summary>
/// <param name="Graph">Everybody reached, and the ties met on the way. Ties between two nodes at the rim are not among them.</param>
/// <param name="Hops">How many hops away each node is; the centre is at 0.</param>
public sealed record Neighbourhood(TieGraph Graph, IReadOnlyDictionary<string, int> Hops)
{
    /// <summary>Walks out from an entity: one round trip to the store per hop.</summary>
    /// <param name="store">Where to look.</param>
    /// <param name="centre">Entity id to start from.</param>
    /// <param name="depth">Hops to go; 1 or more.</param>
    /// <param name="filter">Only ties that pass are walked.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public static async Task<Neighbourhood> ReadAsync(
        IGraphStore store, string centre, int depth, TieFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        var walk = new Frontier(store, centre, filter);
        while (walk.Depth < depth && await walk.StepAsync(cancellationToken))
        {
            // Each step is one hop.
        }

        return new Neighbourhood(TieGraph.Of(walk.Ties), walk.Hops);
    }
}
