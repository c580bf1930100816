using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>Who supplies whom with what. A part that is null does not matter.</summary>
/// <param name="Supplier">Entity id of the supplier.</param>
/// <param name="Recipient">Entity id of the recipient.</param>
/// <param name="Item">A weapon system's name or id, or words: <c>F-16</c> finds its variants too, <c>drone</c> finds <c>armed drones</c> and the <c>Bayraktar TB2</c>.</param>
public sealed record SupplyQuery(string? Supplier = null, string? Recipient = null, string? Item = null)
{
    private static readonly HashSet<string> Supplies = ["SUPPLIES"];

    /// <summary>The supplies that pass the filter, ordered by <see cref="TieOrder"/>. The filter's types do not count.</summary>
    /// <param name="store">Where to look.</param>
    /// <param name="gazetteer">Knows which weapon is a variant of which, and what kind it is.</param>
    /// <param name="filter">What counts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Tie>> ReadAsync(
        IGraphStore store, Gazetteer gazetteer, TieFilter filter, CancellationToken cancellationToken = default)
    {
        var item = Item is null ? null : await ItemMatch.ForAsync(Item, store, gazetteer, cancellationToken);
        string[]? touching = Supplier is not null ? [Supplier] : Recipient is not null ? [Recipient] : null;
        var ties = await TieReader.ReadAsync(store, touching, filter with { Types = Supplies }, cancellationToken);
        return [.. ties.Where(t => (Supplier is null || t.From.Id == Supplier) && (Recipient is null || t.To.Id == Recipient) && (item is null || item.Fits(t.Item)))];
    }
}
