using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>Everything a store holds, as one graph.</summary>
public static class WholeGraph
{
    /// <summary>All ties that pass the filter, and all entities, tied or not.</summary>
    public static async Task<TieGraph> ReadAsync(IGraphStore store, TieFilter filter, CancellationToken cancellationToken = default)
    {
        var ties = await TieReader.ReadAsync(store, null, filter, cancellationToken);
        return TieGraph.Of(ties, await EntitiesAsync(store, null, cancellationToken));
    }

    /// <summary>The same graph, its nodes with everything the store knows of them (aliases, state, family).</summary>
    public static async Task<TieGraph> DescribeAsync(IGraphStore store, TieGraph graph, CancellationToken cancellationToken = default)
    {
        var wanted = graph.Nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        return TieGraph.Of(graph.Ties, graph.Nodes.Concat(await EntitiesAsync(store, wanted, cancellationToken)));
    }

    private static async Task<List<Entity>> EntitiesAsync(IGraphStore store, HashSet<string>? wanted, CancellationToken cancellationToken)
    {
        var entities = new List<Entity>();
        await foreach (var entity in store.EntitiesAsync(cancellationToken))
        {
            if (wanted is null || wanted.Contains(entity.Id))
                entities.Add(entity);
        }

        return entities;
    }
}
