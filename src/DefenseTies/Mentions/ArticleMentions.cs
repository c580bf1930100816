using DefenseTies.Articles;
using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>All mentions of one article, by sentence, and the entities the article itself introduces.</summary>
internal sealed class ArticleMentions
{
    private readonly Mention?[][] byToken;
    private readonly HashSet<string> mentioned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> entities = new(StringComparer.Ordinal);

    public ArticleMentions(Article article, IReadOnlyList<Sentence> sentences)
    {
        Article = article;
        Sentences = sentences;
        byToken = [.. sentences.Select(s => new Mention?[s.Tokens.Count])];
    }

    public Article Article { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The mention that covers a token, or null.</summary>
    public Mention? At(Sentence sentence, int token) => byToken[sentence.Index][token];

    /// <summary>The mentions of a sentence in text order.</summary>
    public IEnumerable<Mention> In(Sentence sentence)
    {
        Mention? last = null;
        foreach (var mention in byToken[sentence.Index])
        {
            if (mention is not null && mention != last)
                yield return mention;
            last = mention ?? last;
        }
    }

    /// <summary>All mentions in text order.</summary>
    public IEnumerable<Mention> All => Sentences.SelectMany(In);

    /// <summary>True when the entity has been mentioned already.</summary>
    public bool HasMention(string entityId) => mentioned.Contains(entityId);

    /// <summary>True when no mention covers any of the tokens.</summary>
    public bool IsFree(Sentence sentence, int first, int last)
    {
        for (var t = first; t <= last; t++)
        {
            if (byToken[sentence.Index][t] is not null)
                return false;
        }

        return true;
    }

    /// <summary>Adds a mention; mentions it covers wholly give way, others stay and it is dropped.</summary>
    /// <returns>The mention, or null when it was dropped.</returns>
    public Mention? Add(Mention mention)
    {
        var row = byToken[mention.Sentence.Index];
        for (var t = mention.First; t <= mention.Last; t++)
        {
            if (row[t] is { } other && (other.First < mention.First || other.Last > mention.Last))
                return null;
        }

        mentioned.Add(mention.Entity.Id);
        Array.Fill(row, mention, mention.First, mention.Last - mention.First + 1);
        return mention;
    }

    /// <summary>Takes a mention away.</summary>
    public void Remove(Mention mention) =>
        Array.Fill(byToken[mention.Sentence.Index], null, mention.First, mention.Last - mention.First + 1);

    /// <summary>The article's entity of that type and name, made when it is new.</summary>
    public Entity Introduce(string type, string name, string? state = null, params string[] aliases)
    {
        var id = Entity.IdOf(type, name);
        var known = entities.GetValueOrDefault(id) ?? new Entity { Id = id, Type = type, Name = name, State = state };
        var all = known.Aliases.Concat(aliases).Where(a => a != known.Name && a.Length > 0).Distinct().Order(StringComparer.Ordinal);
        return entities[id] = known with { Aliases = [.. all], State = known.State ?? state };
    }

    /// <summary>The article's form of an entity from the gazetteers, or null when it has not occurred yet.</summary>
    public Entity? Known(string id) => entities.GetValueOrDefault(id);

    /// <summary>Keeps the article's form of an entity for later mentions.</summary>
    public Entity Remember(Entity entity) => entities[entity.Id] = entity;

    /// <summary>The first mention of each entity, by the entity's id, as things stand.</summary>
    public Dictionary<string, Mention> FirstOfEach()
    {
        var first = new Dictionary<string, Mention>(StringComparer.Ordinal);
        foreach (var mention in All)
            first.TryAdd(mention.Entity.Id, mention);
        return first;
    }

    /// <summary>True when a mention before this one named its entity.</summary>
    public bool HasNamed(Mention mention) => All.TakeWhile(m => m != mention).Any(m => m.Entity.Id == mention.Entity.Id);

    /// <summary>Calls an entity that was only described by its name, in every mention.</summary>
    public void Rename(Entity described, Entity named)
    {
        var all = Introduce(named.Type, named.Name, named.State, [.. Latest(described).Aliases, described.Name]);
        foreach (var mention in All.Where(m => m.Entity.Id == described.Id || m.Entity.Id == named.Id))
            mention.Entity = all;
    }

    /// <summary>Makes people leaders, in every mention.</summary>
    public void Promote(IEnumerable<Entity> people)
    {
        var leaders = people.ToDictionary(p => p.Id, p => Latest(p) with { Id = Entity.IdOf("Leader", p.Name), Type = "Leader" }, StringComparer.Ordinal);
        foreach (var leader in leaders.Values)
            entities[leader.Id] = leader;
        foreach (var mention in All)
            mention.Entity = leaders.GetValueOrDefault(mention.Entity.Id, mention.Entity);
    }

    /// <summary>The entity with this id as the article knows it best.</summary>
    public Entity Latest(Entity entity) => entities.GetValueOrDefault(entity.Id, entity);

    /// <summary>Words from the text between two tokens, both included.</summary>
    public string Words(Sentence sentence, int first, int last) =>
        TextSpan.FromBounds(sentence.Tokens[first].Span.Start, sentence.Tokens[last].Span.End).In(Article.Text).ToString().ReplaceLineEndings(" ");
}
