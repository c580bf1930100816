using DefenseTies.Graphs;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>A walk outwards, hop by hop: each step fetches the ties of the whole frontier at once.</summary>
internal sealed class Frontier
{
    private readonly IGraphStore store;
    private readonly TieFilter filter;
    private readonly Dictionary<string, int> hops;
    private readonly Dictionary<string, Tie> ties = new(StringComparer.Ordinal);
    private List<string> rim;

    public Frontier(IGraphStore store, string centre, TieFilter filter)
    {
        this.store = store;
        this.filter = filter;
        rim = [centre];
        hops = new Dictionary<string, int>(StringComparer.Ordinal) { [centre] = 0 };
    }

    /// <summary>Hops walked.</summary>
    public int Depth { get; private set; }

    /// <summary>Nodes whose ties were not fetched yet.</summary>
    public int RimCount => rim.Count;

    /// <summary>How far away each node is that was reached.</summary>
    public IReadOnlyDictionary<string, int> Hops => hops;

    /// <summary>All ties fetched.</summary>
    public IEnumerable<Tie> Ties => ties.Values;

    /// <summary>One hop further.</summary>
    /// <returns>False when there was nowhere left to go.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (rim.Count == 0)
            return false;
        Depth++;
        var reached = new List<string>();
        foreach (var tie in await TieReader.ReadAsync(store, rim, filter, cancellationToken))
        {
            ties[tie.Id] = tie;
            foreach (var end in (ReadOnlySpan<string>)[tie.From.Id, tie.To.Id])
            {
                if (hops.TryAdd(end, Depth))
                    reached.Add(end);
            }
        }

        rim = reached;
        return true;
    }
}
