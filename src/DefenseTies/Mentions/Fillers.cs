using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Something that fills a slot: an entity, or plain words for an item.</summary>
/// <param name="Entity">The entity, or null for plain words.</param>
/// <param name="Words">The plain words, or the entity's name.</param>
/// <param name="Token">The head token it was found at.</param>
/// <param name="IsReference">True when a pronoun or description stood for it.</param>
internal sealed record Filler(Entity? Entity, string Words, int Token, bool IsReference = false)
{
    public GazetteerEntry? Known { get; init; }

    public Mention? Mention { get; init; }

    public string? Quantity { get; init; }
}

/// <summary>Noun phrases → what fills a slot: states behind governments and forces, systems behind "jets", lists expanded, pronouns resolved.</summary>
internal sealed class Fillers(ArticleMentions mentions, References references, Gazetteer gazetteer, Lexicon lexicon)
{
    // No list of suppliers in one phrase is longer.
    private const int LongestList = 16;

    private static readonly HashSet<string> PlacePrepositions = new(StringComparer.Ordinal) { "in", "at", "near", "outside", "over", "inside", "around", "above", "off", "into", "across", "within", "throughout" };
    private static readonly HashSet<string> ListPrepositions = new(StringComparer.Ordinal) { "including", "such as", "like", "namely", "among" };
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "batch", "number", "fleet", "squadron", "dozen", "hundred", "thousand", "pair", "range", "variety", "amount", "quantity", "tranche", "package", "shipment", "consignment",
        "type", "kind", "version", "variant", "set", "lot", "all", "some", "several", "many", "total", "regiment", "battery", "unit", "series", "part", "most", "couple", "score", "rest", "one", "two", "three", "four", "six", "stock", "delivery", "inventory", "array", "lack", "form", "model", "group", "load", "host",
    };

    /// <summary>States and organizations.</summary>
    /// <param name="place">True when a place stands for its state: a base in a city.</param>
    /// <param name="states">True when only a state will do, so that a pronoun is not taken for an organization.</param>
    public IReadOnlyList<Filler> Actors(Roles roles, int token, bool place = false, bool states = false)
    {
        var found = new List<Filler>();
        foreach (var head in Joined(roles.Sentence, token))
            found.AddRange(Actor(roles, head, place, states));
        if (found.Count > 0)
            found.AddRange(Enumerated(roles.Sentence, token, found[0], place).Concat(Enumerated(roles.Sentence, token, found[^1], place)).ToArray());
        return [.. found.DistinctBy(f => f.Entity!.Id).Take(LongestList)];
    }

    /// <summary>Weapon systems, or plain words for arms and equipment.</summary>
    /// <param name="plain">True when plain words will do.</param>
    public IReadOnlyList<Filler> Items(Roles roles, int token, bool plain, int depth = 0)
    {
        var found = new List<Filler>();
        foreach (var head in Joined(roles.Sentence, token))
            found.AddRange(Item(roles, head, plain, depth));
        return [.. found.DistinctBy(f => f.Entity?.Id ?? Names.Key(f.Words)).Take(LongestList)];
    }

    /// <summary>Mentions of a type at a token or joined to it.</summary>
    public IReadOnlyList<Filler> Named(Roles roles, int token, string type)
    {
        var found = new List<Filler>();
        foreach (var head in Joined(roles.Sentence, token))
        {
            var at = mentions.At(roles.Sentence, head) is { } own && own.Entity.Type == type ? [own]
                : Near(roles.Sentence, head, type).SelectMany(m => Joined(roles.Sentence, m.Head).Select(t => mentions.At(roles.Sentence, t))).OfType<Mention>().Where(m => m.Entity.Type == type).ToArray();
            if (at.Length == 0)
                at = [.. type switch { "Leader" => references.Leaders(roles.Sentence, head), "Agreement" => references.Agreements(roles.Sentence, head), _ => [] }];
            found.AddRange(at.Select(m => Of(m, head, m.Sentence != roles.Sentence)));
        }

        return [.. found.DistinctBy(f => f.Entity!.Id)];
    }

    // The phrase's own named parts: "President Macron", "the S-400 system", "Raytheon, maker of …".
    private IEnumerable<Mention> Near(Sentence sentence, int head, string type)
    {
        var (first, _) = sentence.Subtree(head);
        for (var t = head - 1; t >= Math.Max(first, head - 6); t--)
        {
            if (mentions.At(sentence, t) is { } before && before.Entity.Type == type && sentence.Governs(head, before.Head))
                return [before];
        }

        return sentence.Children(head).Where(c => sentence.Tokens[c].Relation is "flat" or "appos" or "nmod:desc" or "dep" or "compound")
            .Select(c => mentions.At(sentence, c)).OfType<Mention>().Where(m => m.Entity.Type == type).Take(1);
    }

    private IEnumerable<Filler> Actor(Roles roles, int head, bool place, bool states)
    {
        var sentence = roles.Sentence;
        var token = sentence.Tokens[head];
        if (mentions.At(sentence, head) is { } mention && mention.Entity.Type is "Country" or "Organization" or "Place")
        {
            // "Türkiye's army", "the Indian Army": an arm of a state is the state.
            if (mention.Entity.Type == "Place")
                return place && mention.Known?.States is [var host, ..] && gazetteer.State(host) is { } state ? [new Filler(state.Entity, state.Entity.Name, head) { Known = state, Mention = mention }] : [];
            if (mention.Kind == NameKind.City && !place)
                return [];
            if (mention.Kind == NameKind.Seat && !place && PlacePrepositions.Contains(roles.CaseOf(mention.Head)))
                return [];
            return [StateOf(mention, head, mention.Kind == NameKind.Reference)];
        }

        if (place && token.Form.ToLowerInvariant() is "there")
            return references.There(sentence, head).Select(m => StateOf(m, head, true));

        // "those of Eritrea"
        if (token.Form.ToLowerInvariant() is "those" or "that" && roles.Fill(head, "prep:of") is [var whose, ..])
            return Actor(roles, whose, place, states);

        if (token.Upos is "PRON" || token.Form.ToLowerInvariant() is "its" or "their")
            return references.Actors(sentence, head, states).Select(m => StateOf(m, head, true));

        // "named Vietnam and Thailand among the countries that have asked"
        if (roles.CaseOf(head) == "among" && token.Head >= 0 && roles.Fill(token.Head, "obj") is [var members, ..] && members != head)
            return Actors(roles, members, place, states);

        var listed = sentence.Children(head).Where(c => ListPrepositions.Contains(roles.CaseOf(c)) || sentence.Tokens[c].Relation == "appos").ToArray();
        var inside = sentence.Children(head).Where(c => sentence.Tokens[c].Relation is "amod" or "compound" or "nmod:poss" or "nmod" or "nmod:desc" or "flat" or "nmod:unmarked" && roles.CaseOf(c) is "" or "of" or "from" or "for");
        if (lexicon["companies"].Contains(token.Lemma) && Near(sentence, head, "Organization").ToArray() is [var company, ..])
            return [StateOf(company, head)];

        if (IsActorNoun(token))
        {
            var owners = inside.SelectMany(c => Joined(sentence, c)).Select(c => mentions.At(sentence, c)).OfType<Mention>()
                .Where(m => m.Entity.Type is "Country" && m.Kind != NameKind.City || m.Entity.Type == "Organization" && m.Known?.Kind is not ("media" or "think-tank")).ToArray();
            if (owners.Length == 0)
                owners = [.. inside.Where(c => sentence.Tokens[c].Relation == "nmod:poss" && sentence.Tokens[c].Upos == "PRON").SelectMany(c => references.Actors(sentence, c, states))];
            // "a brigade of the Ukrainian army"
            if (owners.Length == 0 && inside.FirstOrDefault(c => sentence.Tokens[c].Upos == "NOUN" && roles.CaseOf(c) == "of", -1) is >= 0 and var whole && whole > head)
                return Actor(roles, whole, place, states);
            if (owners.Length > 0)
                return owners.Select(m => StateOf(m, head, m.Sentence != sentence));
        }

        // "Canada and Latvia are among the states paying for it": the predicate noun is its subject.
        if (sentence.Child(head, "nsubj") is >= 0 and var subject && token.Upos == "NOUN")
            return Actors(roles, subject, place, states);

        // The Manda Bay airfield, Ganja airport: a place by its name.
        if (place && inside.Select(c => mentions.At(sentence, c)).OfType<Mention>().FirstOrDefault(m => m.Entity.Type is "Place" or "Country") is { } site)
            return Actor(roles, site.Head, place, states);

        if (listed.Length > 0)
        {
            var named = listed.SelectMany(c => Actors(roles, c, place, states)).ToArray();
            if (named.Length > 0)
                return named;
        }

        return references.Actors(sentence, head, states).Select(m => StateOf(m, head, true));
    }

    private bool IsActorNoun(Token token) => token.Upos is "NOUN" or "PROPN" && (lexicon["state actors"].Contains(token.Lemma.ToLowerInvariant()) || lexicon["companies"].Contains(token.Lemma));

    /// <summary>The state an actor is or belongs to; null when it belongs to none.</summary>
    public Filler? Home(Filler actor) => actor.Entity!.Type == "Country" ? actor
        : (actor.Entity.State ?? actor.Known?.Entity.State) is { } id && gazetteer.Entry(id) is { } state ? actor with { Entity = state.Entity, Words = state.Entity.Name, Known = state } : null;

    /// <summary>The state that the text is speaking of before a token.</summary>
    public IEnumerable<Filler> Topic(Sentence sentence, int token) => references.Topic(sentence, token).Select(m => StateOf(m, token, true));

    /// <summary>The weapon system that the text is speaking of before a token.</summary>
    public IEnumerable<Filler> Spoken(Sentence sentence, int token) => references.Spoken(sentence, token).Select(m => Of(m, token, true));

    /// <summary>A mention as an end: what is plainly an arm of a state is the state.</summary>
    public Filler State(Mention mention, int head) => StateOf(mention, head);

    private Filler StateOf(Mention mention, int head, bool reference = false)
    {
        if (mention.Entity.Type == "Organization" && mention.Known is { IsArm: true } && mention.Entity.State is { } id && gazetteer.Entry(id) is { } state)
            return new Filler(state.Entity, state.Entity.Name, head, reference) { Known = state, Mention = mention };
        return Of(mention, head, reference);
    }

    private Filler Of(Mention mention, int head, bool reference) =>
        new(mentions.Latest(mention.Entity), mention.Entity.Name, head, reference) { Known = mention.Known, Mention = mention, Quantity = mention.Covers(head) ? Quantity(mention.Sentence, head) : null };

    private IEnumerable<Filler> Item(Roles roles, int head, bool plain, int depth)
    {
        var sentence = roles.Sentence;
        var token = sentence.Tokens[head];
        if (mentions.At(sentence, head) is { Entity.Type: "WeaponSystem" } own)
            return [Of(own, head, own.Kind == NameKind.Reference)];
        var near = Systems(sentence, head).ToArray();
        if (near.Length > 0)
            return near.Select(m => Of(m, head, false) with { Quantity = Quantity(sentence, head) });
        if (mentions.At(sentence, head) is { Entity.Type: "Country" or "Organization" or "Leader" or "Person" })
            return [];
        var resolved = references.Weapons(sentence, head);
        if (resolved.Count > 0 && !HasOwnModifier(sentence, head))
            return resolved.Select(m => Of(m, head, true));
        if (depth < 3 && Containers.Contains(token.Lemma) && roles.Fill(head, "prep:of") is [var content, ..])
        {
            var inner = Items(roles, content, plain, depth + 1);
            if (inner.Count > 0)
                return inner;
        }

        if (depth < 2 && sentence.Children(head).FirstOrDefault(c => ListPrepositions.Contains(roles.CaseOf(c)), -1) is >= 0 and var member)
        {
            var listed = Items(roles, member, false, depth + 1);
            if (listed.Count > 0)
                return listed;
        }

        return plain && IsArms(sentence, head) ? [new Filler(null, Phrase(sentence, head), head) { Quantity = Quantity(sentence, head) }] : [];
    }

    // Systems named within the phrase, left of its head or in apposition to it: "Bayraktar TB2 drones", "a frigate, the Admiral".
    private IEnumerable<Mention> Systems(Sentence sentence, int head)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in sentence.Children(head))
        {
            var relation = sentence.Tokens[child].Relation;
            if (relation is not ("amod" or "compound" or "flat" or "appos" or "nmod:desc" or "dep" or "nmod" or "nummod" or "nmod:unmarked" or "nmod:poss" or "conj"))
                continue;
            foreach (var part in Joined(sentence, child).Append(child))
            {
                if (mentions.At(sentence, part) is { Entity.Type: "WeaponSystem" } system && (part < head || relation is "appos" or "nmod:desc" or "dep" or "flat") && seen.Add(system.Entity.Id))
                    yield return system;
            }
        }

        for (var t = head - 1; seen.Count == 0 && t >= Math.Max(0, head - 5); t--)
        {
            if (mentions.At(sentence, t) is { Entity.Type: "WeaponSystem" } system && sentence.Tokens[head].Upos is "NOUN" && !Splits(sentence, system.Last + 1, head) && seen.Add(system.Entity.Id))
                yield return system;
        }
    }

    private static bool Splits(Sentence sentence, int from, int to)
    {
        for (var t = from; t < to; t++)
        {
            if (sentence.Tokens[t].Upos is not ("NOUN" or "ADJ" or "PROPN" or "NUM") && sentence.Tokens[t].Form is not ("-" or "/"))
                return true;
        }

        return false;
    }

    private bool IsArms(Sentence sentence, int head)
    {
        var token = sentence.Tokens[head];
        var lemma = token.Lemma.ToLowerInvariant();
        return token.Upos is "NOUN" or "PROPN" or "ADJ" && (lexicon["arms"].Contains(lemma) || (lexicon["equipment"].Contains(lemma) && IsMilitary(sentence, head))
            || sentence.Children(head).Any(c => c < head && sentence.Tokens[c].BaseRelation is "amod" or "compound" && (lexicon["arms"].Contains(sentence.Tokens[c].Lemma) || sentence.Tokens[c].Lemma is "weapons" or "military" or "defence" or "defense") && lemma is not ("deal" or "contract" or "agreement" or "talk" or "tie" or "cooperation" or "relation" or "industry" or "sale" or "export" or "minister" or "ministry" or "official" or "budget" or "force" or "spending")));
    }

    // Equipment is military by its modifier, or because the sentence speaks of arms.
    private bool IsMilitary(Sentence sentence, int head) =>
        sentence.Children(head).Any(c => c < head && lexicon["military"].Contains(sentence.Tokens[c].Lemma.ToLowerInvariant()))
        || sentence.Tokens.Any(t => t.Index != head && (lexicon["military context"].Contains(t.Lemma) || lexicon["arms"].Contains(t.Lemma) || mentions.At(sentence, t.Index)?.Entity.Type == "WeaponSystem"));

    private static bool HasOwnModifier(Sentence sentence, int head) =>
        sentence.Children(head).Any(c => c < head && sentence.Tokens[c].BaseRelation is "compound" && sentence.Tokens[c].Upos is "PROPN" && sentence.Tokens[c].Form.Any(char.IsDigit));

    /// <summary>The head with the adjectives and nouns right before it: "armed drones", "air defense systems".</summary>
    public string Phrase(Sentence sentence, int head)
    {
        var first = head;
        while (first > 0 && sentence.Tokens[first - 1] is { } before && (before.Upos is "NOUN" or "PROPN" or "ADJ" || before.Form == "-" || (before.Upos == "VERB" && before.Relation == "amod"))
            && mentions.At(sentence, first - 1)?.Entity.Type is not ("Country" or "Organization") && sentence.Governs(head, first - 1))
            first--;
        while (first < head && sentence.Tokens[first].Form is "-" or "other" or "more" or "additional" or "several" or "many" or "new" or "such")
            first++;
        return mentions.Words(sentence, first, head);
    }

    private string? Quantity(Sentence sentence, int head)
    {
        foreach (var child in sentence.Children(head))
        {
            if (sentence.Tokens[child].Relation != "nummod" || sentence.Tokens[child].Form.Length == 4 && sentence.Tokens[child].Form.StartsWith("20", StringComparison.Ordinal))
                continue;
            var (first, last) = sentence.Subtree(child);
            return mentions.Words(sentence, first, last);
        }

        return null;
    }

    // The head and everything coordinated with it.
    private static IEnumerable<int> Joined(Sentence sentence, int token)
    {
        yield return token;
        var open = new Queue<int>([token]);
        for (var count = 0; open.TryDequeue(out var at) && count < LongestList; count++)
        {
            foreach (var child in sentence.Children(at))
            {
                if (sentence.Tokens[child].Relation != "conj" || sentence.Tokens[child].Upos is "VERB" or "AUX" || StartsClause(sentence, at, child))
                    continue;
                yield return child;
                open.Enqueue(child);
            }
        }
    }

    // "trains Ukrainian soldiers, and Latvia …": a name after a comma and "and" goes with no common noun.
    private static bool StartsClause(Sentence sentence, int head, int child) =>
        sentence.Tokens[head].Upos == "NOUN" && sentence.Tokens[child].Upos == "PROPN" && child >= 2
        && sentence.Tokens[child - 1].Upos == "CCONJ" && sentence.Tokens[child - 2].Form == ",";

    // Where the tree loses a list, the commas keep it: "from Turkey, Israel, Germany and the United States".
    private IEnumerable<Filler> Enumerated(Sentence sentence, int token, Filler last, bool place)
    {
        if (last.Mention is not { Kind: NameKind.Name or NameKind.Seat } mention || mention.Sentence != sentence || mentions.At(sentence, token) is null)
            yield break;
        for (var at = mention.Last + 1; at < sentence.Tokens.Count - 1;)
        {
            var start = at;
            while (at < sentence.Tokens.Count && sentence.Tokens[at].Form.ToLowerInvariant() is "," or "and" or "or" or "the" or "also" or "as" or "well")
                at++;
            if (at == start || at >= sentence.Tokens.Count || mentions.At(sentence, at) is not { Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat } next || next.First != at)
                yield break;
            var after = next.Last + 1 < sentence.Tokens.Count ? sentence.Tokens[next.Last + 1] : null;
            if (sentence.Tokens[next.Head].BaseRelation is "nsubj" or "obj" || after?.Form is "'s" or "’s" or "-" || after?.Upos is "NOUN" or "AUX" or "VERB")
                yield break;
            yield return StateOf(next, next.Head);
            at = next.Last + 1;
        }
    }
}
