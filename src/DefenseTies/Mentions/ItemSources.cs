using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>
/// Where arms come from, told without a verb of trade: <c>older Russian and Chinese armaments</c>, <c>equipment from a variety of suppliers, including France and the US</c>.
/// Read by position: such lists are long, and the tree loses them.
/// </summary>
internal sealed class ItemSources(ArticleMentions mentions, Lexicon lexicon)
{
    /// <summary>The states named after a token, in its clause, as sources of arms; in text order.</summary>
    public IEnumerable<Mention> After(Sentence sentence, int trigger) =>
        mentions.In(sentence).Where(m => m.First > trigger && m.Entity.Type == "Country" && m.Kind is NameKind.Name or NameKind.Demonym
            && !IsNextClause(sentence, trigger, m.First) && (Describes(sentence, m) || (m.Kind == NameKind.Name && IsListed(sentence, m))));

    /// <summary>Who the item's own phrase says makes it, as tokens: <c>Chinese CH-4 drones</c>, <c>Turkish-made vehicles</c>, <c>corvettes built by Fincantieri</c>, <c>vessels built in France</c>.</summary>
    public IEnumerable<int> MakersOf(Roles roles, int item)
    {
        var sentence = roles.Sentence;
        // "French Gazelle helicopters": what describes the name describes the thing.
        var name = sentence.Children(item).Where(c => c < item && mentions.At(sentence, c)?.Entity.Type == "WeaponSystem").SelectMany(sentence.Children);
        foreach (var child in sentence.Children(item).Concat(name))
        {
            var token = sentence.Tokens[child];
            if (child < item && token.BaseRelation is "amod" or "compound" or "nmod" or "flat" && mentions.At(sentence, child) is { Entity.Type: "Country" } or { Known.Kind: "company" })
            {
                yield return child;
            }
            else if (IsHyphenated(sentence, item, child, "makes"))
            {
                foreach (var of in sentence.Children(child).Where(c => mentions.At(sentence, c) is { Entity.Type: "Country" or "Organization" }))
                    yield return of;
            }
            else if (child > item && token.BaseRelation is "acl" && lexicon["given"].Contains(token.Form.ToLowerInvariant()))
            {
                foreach (var by in roles.Fill(child, "prep:by").Concat(roles.Fill(child, "prep:in")).Take(1))
                    yield return by;
            }
            else if (child > item && token.BaseRelation is "nmod" && roles.CaseOf(child) == "from" && mentions.At(sentence, child) is { Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat } or { Known.Kind: "company" })
            {
                yield return child; // "the FDI from Naval Group"
            }
            else if (child > item && token.BaseRelation is "nmod" && token.Lemma is "make" or "origin" or "design" or "manufacture" && roles.CaseOf(child) == "of")
            {
                foreach (var of in roles.Fill(child, "mod"))
                    yield return of;
            }
        }
    }

    /// <summary>Who leads a force by what stands before it: <c>a Canadian-led battlegroup</c>.</summary>
    public IEnumerable<Mention> Leading(Sentence sentence, int force) =>
        sentence.Children(force).Where(c => IsHyphenated(sentence, force, c, "leads")).SelectMany(sentence.Children).Select(c => mentions.At(sentence, c)).OfType<Mention>().Where(m => m.Entity.Type == "Country");

    // "Turkish-made vehicles", as the tree has it: the participle before the noun, with the nationality under it.
    private bool IsHyphenated(Sentence sentence, int noun, int child, string words) =>
        child < noun && sentence.Tokens[child].BaseRelation is "amod" or "compound" && lexicon[words].Contains(sentence.Tokens[child].Form.ToLowerInvariant());

    // A second finite verb begins another clause; participles do not: acquired from, consisting of.
    private static bool IsNextClause(Sentence sentence, int from, int to)
    {
        var verbs = 0;
        for (var t = from + 1; t < to; t++)
        {
            if (sentence.Tokens[t].Form is ";")
                return true;
            // "use Soviet equipment, but they have bought drones from Turkey"
            if (sentence.Tokens[t] is { Relation: "conj", Upos: "VERB" } joined && joined.Head == from && sentence.HasChild(t, "nsubj"))
                return true;
            if (sentence.Tokens[t].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && ++verbs > 1)
                return true;
        }

        return false;
    }

    // Right before what it describes, or in a list of adjectives before it.
    private bool Describes(Sentence sentence, Mention m)
    {
        for (var t = m.Last + 1; t < sentence.Tokens.Count; t++)
        {
            var token = sentence.Tokens[t];
            if (token.Form is "-" or "–" && t + 1 < sentence.Tokens.Count && sentence.Tokens[t + 1] is { } suffix && suffix.Upos is not "CCONJ")
            {
                if (t == m.Last + 1)
                    return lexicon["makes"].Contains(suffix.Form.ToLowerInvariant());
                t++;
                continue;
            }

            if (token.Upos == "NOUN" && lexicon["sourced things"].Contains(token.Lemma.ToLowerInvariant()))
                return true;
            var inList = token.Form is "," or "/" or "-" or "–" || token.Upos is "ADJ" or "CCONJ" or "ADV" || token.Relation is "amod" || token.Xpos is "VBN" || token.Form is "some" or "other"
                || mentions.At(sentence, t) is { Entity.Type: "Country" } || (token.Upos == "NOUN" && t + 1 < sentence.Tokens.Count && sentence.Tokens[t + 1].Upos == "NOUN");
            if (!inList)
                return false;
        }

        return false;
    }

    // After "from", "including", "such as", or further on in a list that began so.
    private bool IsListed(Sentence sentence, Mention m)
    {
        for (var t = m.First - 1; t >= 0; t--)
        {
            var token = sentence.Tokens[t];
            var form = token.Form.ToLowerInvariant();
            if (lexicon["source cues"].Contains(form) && !(form == "as" && (t == 0 || sentence.Tokens[t - 1].Form is "well" or "much")))
                return true;
            if (form == "by")
                return t > 0 && lexicon["given"].Contains(sentence.Tokens[t - 1].Form.ToLowerInvariant());
            if (form is "," or "/" or "and" or "or" or "the" or "also" or "former" or "both" or "as" or "well" or "mostly" or "largely" or "several" or "some" or "other" or "eu"
                || mentions.At(sentence, t) is { Entity.Type: "Country" or "Place" } || (token.Upos is "NOUN" && token.Lemma is "country" or "state" or "nation") || token.Upos == "ADJ")
                continue;
            return false;
        }

        return false;
    }
}
