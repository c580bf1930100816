using DefenseTies.Articles;
using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>What the pipeline reads in one article: the unit of work of a store.</summary>
/// <param name="Article">The article itself.</param>
/// <param name="Entities">Everything named in it, each once, ordered by first mention; what only proposals name comes last.</param>
/// <param name="Mentions">Where each entity is spoken of, in text order: entity id and span.</param>
/// <param name="Claims">What it says, in text order; every end is among <paramref name="Entities"/>.</param>
public sealed record ExtractedArticle(
    Article Article,
    IReadOnlyList<Entity> Entities,
    IReadOnlyList<EntityMention> Mentions,
    IReadOnlyList<Claim> Claims)
{
    /// <summary>Checks what every store relies on: claims with an id, evidence in this article, ends and mentions among the entities.</summary>
    /// <exception cref="ArgumentException">One of these does not hold; the message names the first that does not.</exception>
    public void ThrowIfInconsistent()
    {
        var known = Entities.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var mention in Mentions)
        {
            if (!known.Contains(mention.EntityId))
                throw new ArgumentException($"Article {Article.Id} mentions {mention.EntityId}, which is not among its entities. Add the entity.");
        }

        foreach (var claim in Claims)
        {
            if (claim.Id.Length == 0)
                throw new ArgumentException($"A {claim.Type} claim of article {Article.Id} has no id. Call {nameof(Claim.WithId)} on it.");
            if (claim.Evidence.ArticleId != Article.Id)
                throw new ArgumentException($"Claim {claim.Id} of article {Article.Id} rests on article {claim.Evidence.ArticleId}. A claim goes with the article that says it.");
            foreach (var end in (ReadOnlySpan<EntityRef>)[claim.From, claim.To])
            {
                if (!known.Contains(end.Id))
                    throw new ArgumentException($"Claim {claim.Id} of article {Article.Id} is about {end.Id}, which is not among its entities. Add the entity.");
            }
        }
    }
}

/// <summary>One place where an entity is spoken of.</summary>
/// <param name="EntityId">Which entity.</param>
/// <param name="Span">The words.</param>
public sealed record EntityMention(string EntityId, TextSpan Span);
