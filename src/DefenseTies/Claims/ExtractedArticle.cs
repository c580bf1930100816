using DefenseTies.Articles;
using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>What the pipeline reads in one article: the unit of work of a store.</summary>
/// <param name="Article">The article itself.</param>
/// <param name="Entities">Everything named in it, each once, ordered by first mention.</param>
/// <param name="Mentions">Where each entity is spoken of, in text order: entity id and span.</param>
/// <param name="Claims">What it says, in text order; every end is among <paramref name="Entities"/>.</param>
public sealed record ExtractedArticle(
    Article Article,
    IReadOnlyList<Entity> Entities,
    IReadOnlyList<EntityMention> Mentions,
    IReadOnlyList<Claim> Claims);

/// <summary>One place where an entity is spoken of.</summary>
/// <param name="EntityId">Which entity.</param>
/// <param name="Span">The words.</param>
public sealed record EntityMention(string EntityId, TextSpan Span);
