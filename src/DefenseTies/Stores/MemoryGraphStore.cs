using System.Runtime.CompilerServices;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;

namespace DefenseTies.Stores;

/// <summary>A store that lives as long as the program: for tests and for small runs. Safe for use by many threads.</summary>
/// <remarks>A reading shows the store as it was when the reading began.</remarks>
public sealed class MemoryGraphStore : IGraphStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Article> articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> entitiesByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredClaim> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StoredClaim>> claimsByEnd = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<StoredClaim>> claimsByTie = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<StoreChange> AddAsync(ExtractedArticle extracted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(extracted);
        cancellationToken.ThrowIfCancellationRequested();
        extracted.ThrowIfInconsistent();
        lock (gate)
        {
            var article = extracted.Article;
            if (!articles.TryAdd(article.Id, article))
                return Task.FromResult(new StoreChange(true, 0, 0, 0));
            var (entitiesBefore, claimsBefore, tiesBefore) = (entities.Count, claims.Count, claimsByTie.Count);
            foreach (var entity in extracted.Entities)
                Unite(entity);
            foreach (var claim in extracted.Claims)
                Keep(new StoredClaim(claim, article.Date, article.Source, article.Title));
            return Task.FromResult(new StoreChange(false, entities.Count - entitiesBefore, claims.Count - claimsBefore, claimsByTie.Count - tiesBefore));
        }
    }

    /// <inheritdoc/>
    public Task<bool> HasArticleAsync(string articleId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(articles.ContainsKey(articleId));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Article> ArticlesAsync(CancellationToken cancellationToken = default) =>
        Stream<Article>(() => [.. articles.Values.OrderBy(a => a.Id, StringComparer.Ordinal)], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Entity>> FindAsync(string nameKey, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var ids = entitiesByKey.GetValueOrDefault(nameKey) ?? [];
            return Task.FromResult<IReadOnlyList<Entity>>([.. ids.Order(StringComparer.Ordinal).Select(id => entities[id])]);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Entity> EntitiesAsync(CancellationToken cancellationToken = default) =>
        Stream<Entity>(() => [.. entities.Values.OrderBy(e => e.Id, StringComparer.Ordinal)], cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredClaim> ClaimsAsync(IReadOnlyCollection<string>? entityIds, IReadOnlyCollection<string> types, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(types);
        return Stream<StoredClaim>(
            () =>
            {
                var touching = entityIds?.SelectMany(id => claimsByEnd.GetValueOrDefault(id) ?? []).Distinct() ?? claims.Values;
                return [.. touching.Where(c => types.Count == 0 || types.Contains(c.Claim.Type)).OrderBy(c => c.Claim.Id, StringComparer.Ordinal)];
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredClaim>> ClaimsOfTieAsync(string tieId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var behind = claimsByTie.GetValueOrDefault(tieId) ?? [];
            return Task.FromResult<IReadOnlyList<StoredClaim>>([.. behind.OrderBy(c => c.Claim.Id, StringComparer.Ordinal)]);
        }
    }

    /// <summary>Does nothing: the store goes with the last reference to it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Unite(Entity entity)
    {
        var known = entities.GetValueOrDefault(entity.Id) ?? entity;
        entities[entity.Id] = known with
        {
            Aliases = [.. known.Aliases.Concat(entity.Aliases).Append(entity.Name).Where(name => name != known.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            State = known.State ?? entity.State,
            Family = known.Family ?? entity.Family,
        };
        foreach (var name in entity.Aliases.Append(entity.Name))
        {
            if (!entitiesByKey.TryGetValue(Names.Key(name), out var ids))
                entitiesByKey[Names.Key(name)] = ids = new HashSet<string>(StringComparer.Ordinal);
            ids.Add(entity.Id);
        }
    }

    private void Keep(StoredClaim stored)
    {
        var claim = stored.Claim;
        if (!claims.TryAdd(claim.Id, stored))
            return;
        Append(claimsByTie, claim.TieId, stored);
        Append(claimsByEnd, claim.From.Id, stored);
        if (claim.To.Id != claim.From.Id)
            Append(claimsByEnd, claim.To.Id, stored);
    }

    private static void Append(Dictionary<string, List<StoredClaim>> index, string key, StoredClaim stored)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        list.Add(stored);
    }

    private async IAsyncEnumerable<T> Stream<T>(Func<List<T>> snapshot, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<T> items;
        lock (gate)
            items = snapshot();
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }

        await Task.CompletedTask;
    }
}
