using System.Text.RegularExpressions;
using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Weapon systems nobody listed: letters and digits (<c>MQ-9B</c>, <c>TB3</c>), or a name in capitals, right before an arms noun.</summary>
internal sealed partial class DesignationPattern(Gazetteer gazetteer, Lexicon lexicon)
{
    /// <summary>Adds the designations of one sentence.</summary>
    public void Find(Sentence sentence, ArticleMentions into)
    {
        for (var t = 0; t < sentence.Tokens.Count; t++)
        {
            if (into.At(sentence, t) is not null)
                continue;
            var form = sentence.Tokens[t].Form;
            if (Letters().IsMatch(form) && Family(form, into) is var (family, known))
                AddVariant(sentence, t, family, known, into);
            else if (Letters().IsMatch(form) && ArmsAfter(sentence, t + 1))
                Add(sentence, Maker(sentence, t, into), t, into);
            else if (CapitalizedRun.IsCapital(sentence.Tokens[t]) && sentence.Tokens[t].NameClass is null or "PRODUCT" or "ORG" or "FAC")
                t = Named(sentence, t, into);
        }
    }

    // The K9A1 in an article about the K9, the C295W of a C295 that everybody knows: what begins with a known designation is a variant of it.
    private (Entity Family, GazetteerEntry? Known)? Family(string form, ArticleMentions into)
    {
        for (var length = form.Length - 1; length > 1; length--)
        {
            if (!char.IsDigit(form[length - 1]) || char.IsDigit(form[length]))
                continue;
            if (Entity.IdOf("WeaponSystem", form[..length]) is var id && into.HasMention(id))
                return into.All.First(m => m.Entity.Id == id) is var mention ? (mention.Entity, mention.Known) : null;
            if (length > 3 && gazetteer.Candidates(form[..length]).FirstOrDefault(c => c.Entry.Entity.Type == "WeaponSystem") is { } candidate && form[length..] != "s")
                return (candidate.Entry.Entity, candidate.Entry);
        }

        return null;
    }

    private static void AddVariant(Sentence sentence, int t, Entity family, GazetteerEntry? known, ArticleMentions into)
    {
        var form = sentence.Tokens[t].Form;
        var name = form[^1] == 's' && form.Length > 3 && !char.IsDigit(form[^2]) ? form[..^1] : form;
        var entity = into.Remember(into.Introduce("WeaponSystem", name) with { Family = family.Id });
        into.Add(new Mention { Sentence = sentence, First = t, Last = t, Entity = entity, Kind = NameKind.Name, Known = known });
    }

    // Kızılelma drones, a Hisar-O+ battery: capitals inside the sentence, then the arms noun itself.
    private int Named(Sentence sentence, int t, ArticleMentions into)
    {
        var last = t;
        while (last + 1 < sentence.Tokens.Count && last - t < 3 && CapitalizedRun.IsCapital(sentence.Tokens[last + 1]) && into.At(sentence, last + 1) is null)
            last++;
        var next = last + 1;
        if (next < sentence.Tokens.Count && sentence.Tokens[next].Form == "-" && next + 1 < sentence.Tokens.Count && sentence.Tokens[next + 1].Form == "class")
            next += 2;
        // "Western arms"
        if (last == t && sentence.Tokens[t].Upos == "ADJ")
            return last;
        if (t == 0 || last - t > 2 || next >= sentence.Tokens.Count || !ArmsAfter(sentence, next) || sentence.Tokens[last].Form.Length < 3
            || Enumerable.Range(t, last - t + 1).Any(i => lexicon["arms"].Contains(sentence.Tokens[i].Lemma.ToLowerInvariant()) || lexicon["military"].Contains(sentence.Tokens[i].Form.ToLowerInvariant())))
            return last;
        Add(sentence, t, last, into);
        return last;
    }

    // The arms noun within three words, with only adjectives and nouns between.
    private bool ArmsAfter(Sentence sentence, int from)
    {
        for (var t = from; t < Math.Min(from + 4, sentence.Tokens.Count); t++)
        {
            var token = sentence.Tokens[t];
            if (token.IsCapitalized)
                return false;
            // "Bastion armoured vehicles": what is no arm by itself is one by the word before it.
            if (token.Upos == "NOUN" && (lexicon["arms"].Contains(token.Lemma) || (t > from && lexicon["equipment"].Contains(token.Lemma) && lexicon["military"].Contains(sentence.Tokens[t - 1].Form.ToLowerInvariant()))))
                return true;
            if (token.Upos is not ("ADJ" or "NOUN" or "PROPN") && token.Xpos != "VBN" && token.Form != "-")
                return false;
        }

        return false;
    }

    // Bayraktar TB3: the maker's name right before belongs to the designation, when nothing else claims it.
    private static int Maker(Sentence sentence, int t, ArticleMentions into) =>
        t > 1 && CapitalizedRun.IsCapital(sentence.Tokens[t - 1]) && into.At(sentence, t - 1) is null ? t - 1 : t;

    private static void Add(Sentence sentence, int first, int last, ArticleMentions into)
    {
        var name = into.Words(sentence, first, last);
        if (name.Length > 3 && name[^1] == 's' && char.IsDigit(name[^2]))
            name = name[..^1];
        into.Add(new Mention { Sentence = sentence, First = first, Last = last, Entity = into.Introduce("WeaponSystem", name, null, into.Words(sentence, last, last)), Kind = NameKind.Name });
    }

    [GeneratedRegex(@"^(?:[A-Z][A-Za-z]{0,4}[-\u2010\u2011]?\d{1,4}[A-Za-z]{0,4}s?|\d{1,3}[A-Z]{1,2}\d{1,4}[A-Za-z]{0,3})$")]
    private static partial Regex Letters();
}
