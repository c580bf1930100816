using DefenseTies.Mentions;
using DefenseTies.Stores;

namespace DefenseTies.Queries;

/// <summary>Finds entities by name as people type it: <c>USA</c>, <c>Türkiye</c>, <c>Turkish</c>, <c>TB2</c>, or by entity id.</summary>
/// <param name="store">Its entities come first.</param>
/// <param name="gazetteer">Adds the demonyms, capitals and other names that no article used.</param>
public sealed class NameSearch(IGraphStore store, Gazetteer gazetteer)
{
    private const int MostSuggestions = 3;

    /// <summary>What the name may mean. A name nobody knows has no meanings, and suggestions where some known name is spelt like it.</summary>
    public async Task<NameMatch> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = Names.Key(name);
        if (name.Contains(':', StringComparison.Ordinal) && await ByIdAsync(name.Trim(), cancellationToken) is { } match)
            return match;

        var known = gazetteer.Find(key);
        var meanings = new SortedDictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var entity in await store.FindAsync(key, cancellationToken))
            meanings[entity.Id] = entity;
        foreach (var entity in known)
        {
            if (await StoredAsync(entity.Id, entity.Name, cancellationToken) is { } stored)
                meanings[stored.Id] = stored;
        }

        if (meanings.Count > 0)
            return Match(name, key, meanings.Values, inStore: true);
        return known.Count > 0
            ? new NameMatch(name, known, InStore: false, [], known[0])
            : new NameMatch(name, [], InStore: false, await SuggestAsync(key, cancellationToken), null);
    }

    private static NameMatch Match(string typed, string key, IEnumerable<Entity> meanings, bool inStore)
    {
        var ordered = meanings.OrderBy(e => Names.Key(e.Name) == key ? 0 : 1).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        var own = ordered.TakeWhile(e => Names.Key(e.Name) == key).ToList();
        var chosen = ordered.Count == 1 ? ordered[0] : own.Count == 1 ? own[0] : null;
        return new NameMatch(typed, ordered, inStore, [], chosen);
    }

    private async Task<NameMatch?> ByIdAsync(string id, CancellationToken cancellationToken)
    {
        // An id ends in its name's slug, which is mostly the name's key with hyphens: look there before reading everything.
        var stored = await StoredAsync(id, id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..], cancellationToken);
        if (stored is null)
        {
            await foreach (var entity in store.EntitiesAsync(cancellationToken))
            {
                if (entity.Id == id)
                    stored = entity;
            }
        }

        var found = stored ?? gazetteer.Entities.FirstOrDefault(e => e.Id == id);
        return found is null ? null : new NameMatch(id, [found], stored is not null, [], found);
    }

    private async Task<Entity?> StoredAsync(string id, string name, CancellationToken cancellationToken) =>
        (await store.FindAsync(Names.Key(name), cancellationToken)).FirstOrDefault(e => e.Id == id);

    private async Task<IReadOnlyList<string>> SuggestAsync(string key, CancellationToken cancellationToken)
    {
        if (key.Length < 2)
            return [];
        var most = Math.Max(1, key.Length / 3);
        var nearest = new Dictionary<string, (int Distance, string Name)>(StringComparer.Ordinal);
        void Weigh(Entity entity)
        {
            foreach (var name in entity.Aliases.Prepend(entity.Name))
            {
                var candidate = Names.Key(name);
                var distance = Spelling.Distance(key, candidate, most);
                // Half a name is as good as one typing error.
                if (distance > most && key.Length >= 3 && candidate.StartsWith(key, StringComparison.Ordinal))
                    distance = 1;
                if (distance <= most && (!nearest.TryGetValue(entity.Id, out var best) || distance < best.Distance))
                    nearest[entity.Id] = (distance, entity.Name);
            }
        }

        await foreach (var entity in store.EntitiesAsync(cancellationToken))
            Weigh(entity);
        foreach (var entity in gazetteer.Entities)
            Weigh(entity);
        return [.. nearest.Values.OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal).Select(n => n.Name).Distinct().Take(MostSuggestions)];
    }
}
