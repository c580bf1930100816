using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies.LanguageModel;

/// <summary>A name in an answer → the entity it stands for in the article, or nobody.</summary>
internal sealed class EndResolver
{
    // Longer "names" are sentences.
    private const int LongestName = 100;

    private readonly ExtractedArticle read;
    private readonly GraphSchema vocabulary;
    private readonly Gazetteer gazetteer;
    private readonly FoldedText text;
    private readonly ILookup<string, Entity> byKey;
    private readonly Dictionary<string, Entity> byId;
    private readonly HashSet<string> mentioned;

    public EndResolver(ExtractedArticle read, GraphSchema vocabulary, Gazetteer gazetteer, FoldedText text)
    {
        (this.read, this.vocabulary, this.gazetteer, this.text) = (read, vocabulary, gazetteer, text);
        byKey = read.Entities.SelectMany(e => e.Aliases.Append(e.Name).Select(n => (Key: Names.Key(n), e))).ToLookup(p => p.Key, p => p.e, StringComparer.Ordinal);
        byId = read.Entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        mentioned = read.Mentions.Select(m => m.EntityId).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The weapon system that words stand for: by its name, or because the article's words name one system ("TB2 drones"); null for none.</summary>
    public Entity? System(string words)
    {
        if (Known(words, "WeaponSystem") is { Type: "WeaponSystem" } named && IsSpokenOf(named, words, out _))
            return named;
        var place = text.Find(words);
        var there = read.Mentions.Where(m => place is { } p && p.Overlaps(m.Span)).Select(m => byId[m.EntityId]).Where(e => e.Type == "WeaponSystem").Distinct().ToArray();
        return there is [var only] ? only : null;
    }

    // Whom the article or the gazetteers know by that name, of the wanted type where several share it.
    private Entity? Known(string name, string? type)
    {
        var key = Names.Key(name);
        var candidates = byKey[key].Concat(gazetteer.Find(key).Select(e => byId.GetValueOrDefault(e.Id) ?? e)).ToArray();
        return candidates.FirstOrDefault(e => e.Type == type) ?? candidates.FirstOrDefault();
    }

    /// <summary>Whom an end stands for: somebody known, else somebody new of the type the answer says, when the words look like a name.</summary>
    public Entity? Resolve(ProposedEnd end)
    {
        var name = FoldedText.OneLine(end.Name ?? "");
        if (name.Length is 0 or > LongestName || Names.Key(name).Length == 0)
            return null;
        return Known(name, end.Type)
            ?? (end.Type is not null && vocabulary.Entity(end.Type) is { } type && name.Any(c => char.IsUpper(c) || char.IsDigit(c))
                ? new Entity { Id = Entity.IdOf(type.Name, name), Type = type.Name, Name = name } : null);
    }

    /// <summary>True when the article speaks of the entity, under whatever name.</summary>
    /// <param name="place">A place where its name stands, for an entity that had none yet.</param>
    public bool IsSpokenOf(Entity entity, string asNamed, out TextSpan? place)
    {
        place = null;
        if (mentioned.Contains(entity.Id))
            return true;
        place = entity.Aliases.Prepend(entity.Name).Prepend(asNamed).Select(text.FindWhole).FirstOrDefault(p => p is not null);
        return place is not null;
    }
}
