using System.Globalization;
using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Finds names of the gazetteers and chooses, among what a name may stand for, by what stands around it.</summary>
internal sealed class NameMatcher(Gazetteer gazetteer, Lexicon lexicon)
{
    // How far an arms word may stand from a name that is also an ordinary word.
    private const int Near = 5;

    /// <summary>Adds the mentions of one sentence.</summary>
    public void Find(Sentence sentence, ArticleMentions into)
    {
        for (var at = 0; at < sentence.Tokens.Count;)
        {
            var (length, candidates) = gazetteer.Match(sentence.Tokens, at);
            // "NATO Secretary General" is an organization and an office.
            if (length > 1 && candidates.All(c => c.Kind == NameKind.Office) && gazetteer.Match(sentence.Tokens, at, c => c.Entry.Entity.Type is "Organization" or "Country") is { Length: > 0 } named)
                (length, candidates) = named;
            if (length > 0 && Choose(sentence, at, length, candidates, into) is { } chosen)
            {
                into.Add(new Mention
                {
                    Sentence = sentence,
                    First = at,
                    Last = at + length - 1,
                    Entity = chosen.Entry.Entity.Type == "WeaponSystem" ? AsSpelled(sentence, at, at + length - 1, chosen.Entry.Entity, into) : chosen.Entry.Entity,
                    Kind = chosen.Kind,
                    Known = chosen.Entry,
                });
            }

            at += Math.Max(length, 1);
        }
    }

    // A system is called as the article calls it ("A-29 Super Tucano"), unless somewhere it says what the gazetteer says ("MiG-29 Fulcrum fighters"): without the noun for what it is, and in the singular.
    private Entity AsSpelled(Sentence sentence, int first, int last, Entity system, ArticleMentions into)
    {
        var tokens = sentence.Tokens;
        while (last > first && !tokens[last].IsCapitalized && !tokens[last].Form.Any(char.IsDigit) && tokens[last - 1].Form != "-" && tokens[last].Form != "class")
            last--;
        var name = into.Words(sentence, first, last);
        if (name.Contains(system.Name, StringComparison.OrdinalIgnoreCase))
            return into.Remember(system);
        if (name[^1] == 's' && name[^2] != 's' && gazetteer.Candidates(name).All(c => c.Entry.Entity.Id != system.Id))
            name = name[..^1];
        // Of two spellings the one that says more: "TB2", then "Bayraktar TB2".
        var isBetter = into.Known(system.Id) is not { } earlier || (earlier.Name != system.Name && name.Contains(earlier.Name, StringComparison.Ordinal));
        return !isBetter || sentence.IsTitleCase || !name.Any(char.IsUpper) ? into.Latest(system)
            : into.Remember(system with { Name = name, Aliases = [.. system.Aliases.Append(system.Name).Where(a => a != name).Distinct().Order(StringComparer.Ordinal)] });
    }

    private Candidate? Choose(Sentence sentence, int at, int length, IReadOnlyList<Candidate> candidates, ArticleMentions into)
    {
        if (candidates.All(c => c.Kind == NameKind.Office) && IsInHyphenatedName(sentence, at, length))
            return null; // Hussein Sheikh-Ali
        if (candidates.All(c => c.Kind == NameKind.Office))
            return length == 1 && sentence.Tokens[at].Upos is "VERB" or "ADJ" ? null : candidates[0];
        // "A major non-NATO ally" is none of NATO's.
        if (at >= 2 && sentence.Tokens[at - 1].Form == "-" && sentence.Tokens[at - 2].Form.Equals("non", StringComparison.OrdinalIgnoreCase))
            return null;
        // "Téné Birahima Ouattara" is not the Ouattara who is known.
        if (length == 1 && candidates.All(c => c.Entry.Entity.Type == "Leader") && at > 1 && sentence.Tokens[at - 1] is { Upos: "PROPN", NameClass: "PER" } given && into.At(sentence, at - 1) is null
            && gazetteer.Match(sentence.Tokens, at - 1).Length == 0 && sentence.Tokens[at].NameClass is "PER" or null && given.Form.All(char.IsLetter) && candidates.All(c => !c.Entry.Entity.Name.Contains(given.Form, StringComparison.Ordinal)))
            return null;
        if (PersonCovers(sentence, at, length) && candidates.All(c => c.Entry.Entity.Type != "Leader"))
            return null;

        // "Moscow" was the Soviet Union's before it was Russia's.
        if (candidates.FirstOrDefault(c => c.Kind == NameKind.Seat && c.Entry.Until is not null) is { Entry.Until: { } until } former)
        {
            if (into.HasMention(former.Entry.Entity.Id) && YearOf(sentence, at, into) is { } year && year < until)
                return former;
            candidates = [.. candidates.Where(c => c != former)];
        }

        Candidate? best = null;
        var bestScore = 0;
        foreach (var candidate in candidates)
        {
            // One sense per article: what the name has stood for before it stands for again.
            var score = candidates.Count > 1 && candidate.Kind != NameKind.City && into.HasMention(candidate.Entry.Entity.Id) ? 200 : Score(sentence, at, length, candidate, into);
            if (score > bestScore)
                (best, bestScore) = (candidate, score);
        }

        return best;
    }

    // The year that the text is speaking of: the last one it names, in this sentence or the few before.
    private static int? YearOf(Sentence sentence, int at, ArticleMentions into)
    {
        for (var s = sentence.Index; s >= Math.Max(0, sentence.Index - 3); s--)
        {
            var tokens = into.Sentences[s].Tokens;
            for (var t = s == sentence.Index ? at : tokens.Count - 1; t >= 0; t--)
            {
                var form = tokens[t].Form.AsSpan().TrimEnd('s');
                if (form.Length == 4 && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2100)
                    return year;
            }
        }

        return null;
    }

    // 0 rejects. Among the rest the better known reading wins: a state before a place, a weapon only among arms.
    private int Score(Sentence sentence, int at, int length, Candidate candidate, ArticleMentions into)
    {
        var type = candidate.Entry.Entity.Type;
        if (type == "WeaponSystem")
        {
            var arms = ArmsNear(sentence, at, length);
            // A designation with digits or a full name is nobody else's; a bare word may be.
            return candidate.Entry.NeedsContext && length == 1 && !sentence.Tokens[at].Form.Any(char.IsDigit) ? (arms || into.HasMention(candidate.Entry.Entity.Id) || IsCounted(sentence, at) || IsOfItsState(sentence, at, candidate.Entry) || IsBesideItsMaker(sentence, candidate.Entry) ? 90 : 0) : 80;
        }

        // "The South Korean Marine Corps" is not the American one.
        if (type == "Organization" && candidate.Entry is { IsArm: true, Entity.State: { } own } && at > 0 && into.At(sentence, at - 1) is { Entity.Type: "Country" } nation && nation.Entity.Id != own)
            return 0;
        if (candidate.Entry.NeedsContext && !IsName(sentence, at, length))
            return 0;
        return (type, candidate.Kind) switch
        {
            ("Country", NameKind.Name) => 70,
            ("Country", NameKind.Demonym) => IsName(sentence, at, length) && !IsAlone(sentence.Tokens, at) ? 65 : 0,
            ("Country", NameKind.Seat) => 60,
            ("Organization", _) => 55,
            ("Leader", _) => length > 1 || sentence.Tokens[at].NameClass is null or "PER" or "GPE" or "ORG" ? 50 : 0,
            ("Agreement", _) or ("Exercise", _) or ("Conflict", _) => 58,
            ("Country", NameKind.City) => 20,
            (_, NameKind.Office) => 10,
            _ => 30,
        };
    }

    // "Franco-German"; General Franco and the Indo-Pacific are no states.
    private bool IsAlone(IReadOnlyList<Token> tokens, int at) =>
        lexicon["combining forms"].Contains(tokens[at].Form.ToLowerInvariant())
        && !(at + 2 < tokens.Count && tokens[at + 1].Form is "-" or "–" && gazetteer.Match(tokens, at + 2, c => c.Kind == NameKind.Demonym).Length > 0);

    private static bool IsInHyphenatedName(Sentence sentence, int at, int length) =>
        at > 0 && at + length + 1 < sentence.Tokens.Count && sentence.Tokens[at + length] is { Form: "-" } hyphen && hyphen.Span.Start == sentence.Tokens[at + length - 1].Span.End && sentence.Tokens[at + length + 1].IsCapitalized && sentence.Tokens[at - 1].Upos == "PROPN";

    // A name inside a longer personal name: Michael Jordan, Chad Smith, Georgia O'Keeffe.
    private static bool PersonCovers(Sentence sentence, int at, int length)
    {
        var tokens = sentence.Tokens;
        if (!Enumerable.Range(at, length).All(t => tokens[t].NameClass == "PER"))
            return false;
        var before = at > 0 && tokens[at - 1].NameClass == "PER" && !tokens[at].NameStart;
        var after = at + length < tokens.Count && tokens[at + length] is { NameClass: "PER", NameStart: false } next && next.Form is not ("'s" or "’s");
        return before || after;
    }

    private bool ArmsNear(Sentence sentence, int at, int length)
    {
        var arms = lexicon["arms"];
        var equipment = lexicon["equipment"];
        var beside = lexicon["beside weapons"];
        for (var t = Math.Max(0, at - Near); t < Math.Min(sentence.Tokens.Count, at + length + Near); t++)
        {
            if (t >= at && t < at + length)
                continue;
            var token = sentence.Tokens[t];
            var lemma = token.Lemma.ToLowerInvariant();
            // In a name the plural may have stayed: "Javelin Anti-Tank Guided Missiles".
            if (arms.Contains(lemma) || (token.IsCapitalized && arms.Contains(lemma.TrimEnd('s'))) || equipment.Contains(token.Lemma) || beside.Contains(token.Lemma) || (token.Form.Any(char.IsDigit) && token.Form.Any(char.IsUpper)))
                return true;
        }

        return false;
    }

    // "40 Typhoons", "to buy second-hand Hornets": storms and animals in such numbers wear no capital, and nobody trades in them.
    private bool IsCounted(Sentence sentence, int at)
    {
        if (at == 0 || sentence.Tokens[at] is not { IsCapitalized: true } token)
            return false;
        // "US-supplied Patriot"
        if (at >= 2 && sentence.Tokens[at - 2].Form == "-" && lexicon["makes"].Contains(sentence.Tokens[at - 1].Form))
            return true;
        if (!token.Form.EndsWith('s'))
            return false;
        return sentence.Tokens[at - 1].Upos is "NUM" || sentence.Tokens.Any(t => t.Upos == "VERB" && lexicon["trading verbs"].Contains(t.Lemma));
    }

    // "The American Patriot", "Brazil's Guarani"
    private bool IsOfItsState(Sentence sentence, int at, GazetteerEntry entry)
    {
        var before = at > 1 && sentence.Tokens[at - 1].Form is "'s" or "’s" ? at - 2 : at - 1;
        return before >= 0 && gazetteer.Match(sentence.Tokens, before, c => (c.Kind == NameKind.Demonym || before < at - 1) && entry.States.Contains(c.Entry.Entity.Name)).Length == 1;
    }

    // "Rafael's Spyder", "the heavier Akıncı, also built by Baykar"
    private bool IsBesideItsMaker(Sentence sentence, GazetteerEntry entry) =>
        entry.Makers.Count > 0 && sentence.Tokens.Any(t => t.IsCapitalized && gazetteer.Match(sentence.Tokens, t.Index, c => c.Entry.Entity.Type == "Organization" && entry.Makers.Contains(c.Entry.Entity.Name)).Length > 0);

    // A capital inside a sentence, or a tag of a name or adjective at its start.
    private static bool IsName(Sentence sentence, int at, int length) =>
        Enumerable.Range(at, length).Any(t => sentence.Tokens[t].IsCapitalized || sentence.Tokens[t].Form.Any(char.IsDigit));
}
