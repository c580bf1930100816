using System.Runtime.CompilerServices;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;

namespace DefenseTies.Stores;

/// <summary>Holds articles and the claims they make. Ties are derived from claims on reading, so no decision is ever baked in.</summary>
/// <remarks>Implementations throw <see cref="GraphStoreException"/> and nothing of their driver's own.</remarks>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>Writes one article with its entities and claims, or nothing of it. An article already there is left as it is.</summary>
    /// <remarks>
    /// Of an entity already there the first name, type, state and family stay; every other spelling becomes one of its aliases,
    /// and a state or family not known before is filled in.
    /// </remarks>
    /// <returns>What that changed.</returns>
    /// <exception cref="ArgumentException">The article points at entities or words it does not hold: see <see cref="ExtractedArticle.ThrowIfInconsistent"/>.</exception>
    /// <exception cref="GraphStoreException">The store could not write; nothing of the article is in it.</exception>
    Task<StoreChange> AddAsync(ExtractedArticle extracted, CancellationToken cancellationToken = default);

    /// <summary>Writes several articles, in order; each as <see cref="AddAsync"/> does. A store that gains from it writes many at once.</summary>
    /// <param name="articles">At any number; an article may come twice.</param>
    /// <param name="cancellationToken">Stops before the next write.</param>
    /// <returns>What each changed, in their order; once a change is given its article is stored.</returns>
    /// <exception cref="ArgumentException">An article is inconsistent; see <see cref="AddAsync"/>.</exception>
    /// <exception cref="GraphStoreException">The store could not write. Articles whose change was given are stored, the next one is not; of those after it nothing is said.</exception>
    async IAsyncEnumerable<StoreChange> AddAllAsync(IReadOnlyList<ExtractedArticle> articles, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        foreach (var article in articles)
            yield return await AddAsync(article, cancellationToken);
    }

    /// <summary>True when the article with this id is in the store.</summary>
    Task<bool> HasArticleAsync(string articleId, CancellationToken cancellationToken = default);

    /// <summary>All articles with their texts, ordered by id.</summary>
    IAsyncEnumerable<Article> ArticlesAsync(CancellationToken cancellationToken = default);

    /// <summary>Entities any of whose names or aliases has the given <see cref="Names.Key"/>, ordered by id.</summary>
    Task<IReadOnlyList<Entity>> FindAsync(string nameKey, CancellationToken cancellationToken = default);

    /// <summary>All entities, ordered by id.</summary>
    IAsyncEnumerable<Entity> EntitiesAsync(CancellationToken cancellationToken = default);

    /// <summary>Claims that touch any of the entities: one hop for a whole frontier in one round trip. Null asks for all claims. Ordered by claim id.</summary>
    /// <remarks>A claim touches its two ends, not its item: an item is what goes over a tie, not somebody to walk to.</remarks>
    /// <param name="entityIds">The frontier; at any size. Empty finds nothing.</param>
    /// <param name="types">Only these claim types; empty means all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<StoredClaim> ClaimsAsync(IReadOnlyCollection<string>? entityIds, IReadOnlyCollection<string> types, CancellationToken cancellationToken = default);

    /// <summary>The claims behind one tie, ordered by claim id; none when there is no such tie.</summary>
    Task<IReadOnlyList<StoredClaim>> ClaimsOfTieAsync(string tieId, CancellationToken cancellationToken = default);
}

/// <summary>What adding one article changed.</summary>
/// <param name="Unchanged">True when the article was there already and nothing was written.</param>
/// <param name="NewEntities">Entities that were not in the store before.</param>
/// <param name="NewClaims">Claims written.</param>
/// <param name="NewTies">Ties that no earlier claim spoke of.</param>
public sealed record StoreChange(bool Unchanged, int NewEntities, int NewClaims, int NewTies);
