using DefenseTies.Claims;
using DefenseTies.Mentions;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>Decides whether what a tie is about is what somebody asks for.</summary>
internal sealed class ItemMatch
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly string[] words;

    private ItemMatch(string item) => words = Words(item);

    /// <summary>Looks the item up: a weapon family stands for itself and for all its variants, to any depth, and a plain noun for the systems of that kind.</summary>
    public static async Task<ItemMatch> ForAsync(string item, IGraphStore store, Gazetteer gazetteer, CancellationToken cancellationToken)
    {
        var match = new ItemMatch(item);
        var named = await new NameSearch(store, gazetteer).FindAsync(item, cancellationToken);
        foreach (var meaning in named.Meanings)
            match.ids.Add(meaning.Id);
        foreach (var entity in gazetteer.Entities.Where(e => e.Type == "WeaponSystem" && match.IsKind(gazetteer.Entry(e.Id)!.Kind)))
            match.ids.Add(entity.Id);
        if (match.ids.Count == 0)
            return match;

        var variants = gazetteer.Entities.Where(e => e.Family is not null).Select(e => (e.Id, e.Family)).ToList();
        await foreach (var entity in store.EntitiesAsync(cancellationToken))
        {
            if (entity.Family is not null)
                variants.Add((entity.Id, entity.Family));
        }

        while (variants.RemoveAll(v => match.ids.Contains(v.Family!) && (match.ids.Add(v.Id) || true)) > 0)
        {
            // A variant may have variants of its own.
        }

        return match;
    }

    /// <summary>True when the item is one of the systems asked for, or its words contain the words asked for.</summary>
    public bool Fits(ClaimItem? item)
    {
        if (item is null)
            return false;
        if (item.Id is not null && ids.Contains(item.Id))
            return true;
        var said = Words(item.Name);
        return words.Length > 0 && words.All(said.Contains);
    }

    // A "transport aircraft" is an aircraft; an "aircraft engine" and an "anti-tank missile" are neither aircraft nor tanks.
    private bool IsKind(string kind) =>
        Words(kind) is [.., var noun] plain && words is [.., var asked] && noun == asked && words.All(plain.Contains);

    // "drone" and "drones" are one word to somebody who asks.
    private static string[] Words(string text) =>
        [.. Names.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Length > 3 && w[^1] == 's' ? w[..^1] : w)];
}
