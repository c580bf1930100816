using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Noun phrases → what goes over a tie: named systems behind "jets", or plain words for arms and equipment.</summary>
internal sealed class ItemFillers(ArticleMentions mentions, References references, Lexicon lexicon)
{
    // Nouns that hold what follows their "of": batches of missiles, dozens of tanks.
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "batch", "container", "crate", "truckload", "planeload", "shipload", "trainload", "wagon", "number", "fleet", "squadron", "dozen", "hundred", "thousand", "million", "ten", "tens", "tonne", "ton", "percent", "cent", "%", "third", "quarter", "half", "majority", "bulk", "share", "remainder", "first", "second", "last", "another", "round", "collection", "mix", "mixture", "pair", "range", "variety", "amount", "quantity", "tranche", "package", "shipment", "consignment",
        "type", "kind", "version", "variant", "set", "lot", "all", "some", "several", "many", "total", "regiment", "battery", "unit", "series", "part", "most", "couple", "score", "rest", "one", "two", "three", "four", "six", "worth", "stock", "delivery", "inventory", "array", "lack", "form", "model", "group", "load", "host", "mix", "mixture", "majority", "bulk", "assortment", "collection",
    };

    private bool? speaksOfArms;

    /// <summary>Weapon systems, or plain words for arms and equipment.</summary>
    /// <param name="plain">True when plain words will do.</param>
    public IReadOnlyList<Filler> Of(Roles roles, int token, bool plain, int depth = 0)
    {
        var found = new List<Filler>();
        foreach (var head in Coordination.Of(roles.Sentence, token))
            found.AddRange(Item(roles, head, plain, depth));
        return [.. found.DistinctBy(f => f.Entity?.Id ?? Names.Key(f.Words)).Take(Coordination.Longest)];
    }

    /// <summary>A named system alone, whatever it is joined to.</summary>
    public Filler Itself(Mention system) => Named(system, system.Head, system.Kind == NameKind.Reference);

    /// <summary>The weapon system that the text is speaking of before a token.</summary>
    public IEnumerable<Filler> Spoken(Sentence sentence, int token) => references.Spoken(sentence, token).Select(m => Named(m, token, true));

    private IEnumerable<Filler> Item(Roles roles, int head, bool plain, int depth)
    {
        var sentence = roles.Sentence;
        var token = sentence.Tokens[head];
        if (mentions.At(sentence, head) is { Entity.Type: "WeaponSystem" } own)
            return [Named(own, head, own.Kind == NameKind.Reference)];
        // "The K9 is a howitzer designed by X": what it is said to be is it.
        if (sentence.Child(head, "cop") >= 0 && sentence.Child(head, "nsubj") is >= 0 and var subject && mentions.At(sentence, subject) is { Entity.Type: "WeaponSystem" } itself)
            return [Named(itself, head, false)];
        var near = Systems(sentence, head).ToArray();
        if (near.Length > 0)
            return near.Select(m => Named(m, head, false) with { Quantity = Quantity(sentence, head) });
        // "Ethiopia's missiles" may have been taken to stand for Ethiopia: they are missiles all the same.
        if (mentions.At(sentence, head) is { Kind: not NameKind.Reference, Entity.Type: "Country" or "Organization" or "Leader" or "Person" })
            return [];
        var resolved = references.Weapons(sentence, head);
        if (resolved.Count > 0 && !HasOwnModifier(sentence, head))
            return resolved.Select(m => Named(m, head, true));
        if (depth < 3 && (token.Upos == "NUM" || Containers.Contains(token.Lemma)) && roles.Fill(head, "prep:of") is [var content, ..])
        {
            var inner = Of(roles, content, plain, depth + 1);
            if (inner.Count > 0)
                return inner;
        }

        if (depth < 2 && sentence.Children(head).FirstOrDefault(c => Coordination.Introduces(roles.CaseOf(c)), -1) is >= 0 and var member)
        {
            var listed = Of(roles, member, plain, depth + 1);
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
            foreach (var part in Coordination.Of(sentence, child).Append(child))
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
        return token.Upos is "NOUN" or "PROPN" or "ADJ" && (lexicon["arms"].Contains(lemma) || (lexicon["equipment"].Contains(lemma) && (SpeaksOfArms || IsMilitary(sentence, head))) || (lexicon["goods"].Contains(lemma) && IsMilitary(sentence, head))
            || sentence.Children(head).Any(c => c < head && sentence.Tokens[c].BaseRelation is "amod" or "compound" && (lexicon["arms"].Contains(sentence.Tokens[c].Lemma) || sentence.Tokens[c].Lemma is "weapons" or "military" or "defence" or "defense") && !lexicon["forces"].Contains(lemma) && lemma is not ("deal" or "contract" or "agreement" or "talk" or "tie" or "cooperation" or "relation" or "industry" or "sale" or "export" or "minister" or "ministry" or "official" or "budget" or "force" or "spending" or "import" or "purchase" or "procurement" or "acquisition")));
    }

    /// <summary>True for an article that speaks of arms anywhere: it means arms by "engines", and customers of arms.</summary>
    internal bool SpeaksOfArms => speaksOfArms ??= mentions.Sentences.Any(s => s.Tokens.Any(t => lexicon["military context"].Contains(t.Lemma) || lexicon["arms"].Contains(t.Lemma)))
        || mentions.All.Any(m => m.Entity.Type == "WeaponSystem" || m.Known?.Kind is "alliance");

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
        while (first > 0 && sentence.Tokens[first - 1] is { } before && (before.Upos is "NOUN" or "PROPN" or "ADJ" || before.Form == "-" || (before.Upos == "VERB" && before.Relation == "amod" && !lexicon["makes"].Contains(before.Form)))
            && before.NameClass != "NORP" && mentions.At(sentence, first - 1)?.Entity.Type is not ("Country" or "Organization") && sentence.Governs(head, first - 1))
            first--;
        while (first < head && sentence.Tokens[first].Form is "-" or "other" or "more" or "additional" or "several" or "many" or "new" or "such")
            first++;
        return mentions.Words(sentence, first, head);
    }

    /// <summary>How many, in the phrase's own words; null when it does not say.</summary>
    public string? Quantity(Sentence sentence, int head)
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

    private Filler Named(Mention mention, int head, bool reference) =>
        new(mentions.Latest(mention.Entity), mention.Entity.Name, head, reference) { Known = mention.Known, Mention = mention, Quantity = mention.Covers(head) ? Quantity(mention.Sentence, head) : null };
}
