using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>Which of an article's mentions are entities of the graph: what it names, and whatever a claim needs.</summary>
internal static class EntityCollector
{
    /// <summary>Puts an article's entities, mentions and claims together.</summary>
    public static ExtractedArticle Collect(ArticleMentions mentions, IReadOnlyList<Claim> claims, Gazetteer gazetteer)
    {
        var needed = claims.SelectMany(c => new[] { c.From.Id, c.To.Id, c.Item?.Id }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var entities = new Dictionary<string, Entity>(StringComparer.Ordinal);
        var places = new List<EntityMention>();
        foreach (var mention in mentions.All)
        {
            if (!needed.Contains(mention.Entity.Id) && !IsNamed(mention))
                continue;
            var entity = mentions.Latest(mention.Entity);
            entities.TryAdd(entity.Id, entity);
            places.Add(new EntityMention(entity.Id, mention.Span));
        }

        // An end may be spoken of only through its arm or its leader: the Indian Army, President Macron.
        foreach (var id in needed.Where(id => !entities.ContainsKey(id)).Order(StringComparer.Ordinal))
        {
            if ((mentions.Known(id) ?? gazetteer.Entry(id)?.Entity) is { } entity)
                entities.Add(id, entity);
        }

        return new ExtractedArticle(mentions.Article, [.. entities.Values], places, claims);
    }

    private static bool IsNamed(Mention mention) => mention.Entity.Type switch
    {
        "Office" or "Place" or "Programme" => false,
        "Country" => mention.Kind is NameKind.Name or NameKind.Demonym,
        "Agreement" => mention.Kind != NameKind.Reference,
        _ => true,
    };
}
