using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>The people of one article: known leaders, names the model found, and whatever capitals follow a title. A surname alone is whoever bore it last.</summary>
internal sealed class PersonFinder(Gazetteer gazetteer, Lexicon lexicon)
{
    // Who bore a surname last, by the surname alone and with each initial.
    private readonly Dictionary<(string Surname, char? Initial), Mention> bearers = [];

    /// <summary>Adds the people of one sentence; sentences must come in text order.</summary>
    public void Find(Sentence sentence, ArticleMentions into)
    {
        for (var t = 0; t < sentence.Tokens.Count; t++)
        {
            if (into.At(sentence, t) is { } mention)
            {
                if (mention.Entity.Type == "Office" && NameAfterTitle(sentence, mention.Last + 1, into) is { } titled)
                    Add(sentence, mention.Last + 1, titled, afterTitle: true, into);
                else if (mention.Entity.Type == "Leader" && mention.First == t)
                    Extend(sentence, mention, into);
                t = Math.Max(t, Passed(sentence, t, into)?.Last ?? t);
                continue;
            }

            // "HMS Somerset" is a ship.
            if (lexicon["ship prefixes"].Contains(sentence.Tokens[t].Form) || (t > 0 && lexicon["ship prefixes"].Contains(sentence.Tokens[t - 1].Form)))
            {
                while (t + 1 < sentence.Tokens.Count && sentence.Tokens[t + 1] is { NameClass: "PER", NameStart: false } && into.At(sentence, t + 1) is null)
                    t++;
                continue;
            }

            if (sentence.Tokens[t] is not { NameClass: "PER", NameStart: true, IsCapitalized: true })
            {
                if (IsBorne(sentence, t))
                    Add(sentence, t, t, afterTitle: false, into);
                continue;
            }

            var last = t;
            while (Continues(sentence, last + 1, into))
                last++;
            Add(sentence, t, WithSuffix(sentence, last), afterTitle: false, into);
            Passed(sentence, t, into);
            t = last;
        }
    }

    // A surname that somebody bore before, alone, whatever the model takes it for.
    private bool IsBorne(Sentence sentence, int t) =>
        sentence.Tokens[t] is { Upos: "PROPN", IsCapitalized: true } token && bearers.ContainsKey((Names.Key(token.Form), null))
        && !(t > 0 && sentence.Tokens[t - 1] is { Upos: "PROPN", NameClass: not "DATE" }) && !(t + 1 < sentence.Tokens.Count && sentence.Tokens[t + 1].Upos == "PROPN");

    private Mention? Passed(Sentence sentence, int t, ArticleMentions into)
    {
        if (into.At(sentence, t) is not { Entity: { Type: "Leader" or "Person" } person } mention)
            return into.At(sentence, t);
        var surname = Surname(person.Name);
        bearers[(surname, null)] = mention;
        if (Names.Key(person.Name) is [var initial, ..])
            bearers[(surname, initial)] = mention;
        return mention;
    }

    // Capitals and name particles right after a title; null when there is no name.
    private int? NameAfterTitle(Sentence sentence, int at, ArticleMentions into)
    {
        // "Defense Minister Shin Won-sik": a known name ends where the gazetteer ends it, whatever the tags.
        var last = at < sentence.Tokens.Count && into.At(sentence, at) is { Entity.Type: "Leader" } known && known.First == at ? known.Last : at - 1;
        for (var t = last < at ? at : last + 1; t < sentence.Tokens.Count && t - at < 7; t++)
        {
            var token = sentence.Tokens[t];
            if (into.At(sentence, t) is { } there && !(there.Entity.Type is "Leader" or "Person" || (there.Kind == NameKind.City && token.NameClass == "PER")))
                break;
            if (CapitalizedRun.IsCapital(token) && token.Form.All(c => char.IsLetter(c) || c is '.' or '\'' or '’'))
                last = t;
            else if (t > at && sentence.Tokens[t - 1].Form == "-" && sentence.Tokens[t - 1].Span.End == token.Span.Start && token.Form.All(char.IsLetter))
                last = t; // Lee Jong-sup
            else if (!(token.Form == "-" || lexicon["name particles"].Contains(token.Form)) || t == at)
                break;
        }

        return last < at || lexicon["agency words"].Contains(sentence.Tokens[at].Form) ? null : WithSuffix(sentence, last);
    }

    // A gazetteer may know only part of the name that stands here: "Lloyd J. Austin III".
    private void Extend(Sentence sentence, Mention mention, ArticleMentions into)
    {
        var first = mention.First;
        while (first > 0 && sentence.Tokens[first - 1].NameClass == "PER" && into.At(sentence, first - 1) is null && !sentence.Tokens[first].NameStart)
            first--;
        var last = mention.Last;
        while (Continues(sentence, last + 1, into))
            last++;
        last = WithSuffix(sentence, last);
        // "Sheikh" is no part of a name that the gazetteer knows without it.
        while (first < last && !mention.Entity.Name.Split(' ').Contains(sentence.Tokens[first].Form) && gazetteer.Candidates(sentence.Tokens[first].Form).Any(c => c.Kind == NameKind.Office))
            first++;
        if (first == mention.First && last == mention.Last)
        {
            mention.Entity = Known(mention.Entity, into.Words(sentence, first, last), into);
            return;
        }

        into.Remove(mention);
        Add(sentence, first, last, afterTitle: false, into);
    }

    // What the model takes for more of the same name; a possessive ending is none of it.
    private static bool Continues(Sentence sentence, int t, ArticleMentions into) =>
        t < sentence.Tokens.Count && sentence.Tokens[t] is { NameClass: "PER", NameStart: false, Form: not ("'s" or "’s") } && into.At(sentence, t) is null;

    private void Add(Sentence sentence, int first, int last, bool afterTitle, ArticleMentions into)
    {
        while (first < last && into.At(sentence, first) is { Entity.Type: "Office" or "Country" })
            first++;
        if (!Enumerable.Range(first, last - first + 1).All(t => into.At(sentence, t) is null or { Entity.Type: "Leader" or "Person" } or { Kind: NameKind.City }))
            return;
        // "Defense Minister Sign Agreements": in a headline of capitals whatever follows a title wears one.
        if (sentence.IsTitleCase && first == last && sentence.Tokens[first].NameClass is not "PER" && into.At(sentence, first) is null)
            return;
        while (sentence.IsTitleCase && last > first && !IsAttested(into.Words(sentence, first, last), into))
            last--;
        var name = into.Words(sentence, first, last);
        var (entity, known) = Who(sentence, first, last, name, afterTitle, into);
        if (entity is null)
            return;
        for (var t = first; t <= last; t++)
        {
            if (into.At(sentence, t) is { } inside)
                into.Remove(inside);
        }

        into.Add(new Mention { Sentence = sentence, First = first, Last = last, Entity = entity, Kind = NameKind.Name, Known = known });
    }

    private (Entity? Entity, GazetteerEntry? Known) Who(Sentence sentence, int first, int last, string name, bool afterTitle, ArticleMentions into)
    {
        var words = Enumerable.Range(first, last - first + 1).Select(t => sentence.Tokens[t].Form)
            .Where(w => !lexicon["name suffixes"].Contains(w) && w != ",").ToArray();
        if (words.Length == 0)
            return (null, null);
        var surname = Names.Key(words[^1]);
        char? initial = words.Length > 1 ? Names.Key(words[0]).FirstOrDefault() : null;
        if (bearers.TryGetValue((surname, initial), out var earlier))
            return (into.Latest(earlier.Entity), earlier.Known);

        if (KnownLeader(words, name) is { } entry)
            return (Known(entry.Entity, name, into), entry);
        if (words.Length < 2 && !afterTitle)
            return (null, null);
        return (into.Introduce("Person", name, null, words.Length > 1 ? words[^1] : ""), null);
    }

    // In a headline of capitals a name ends where the body or the gazetteer ends it.
    private bool IsAttested(string name, ArticleMentions into) =>
        gazetteer.Candidates(name).Any(c => c.Entry.Entity.Type == "Leader") || into.Article.Text.IndexOf(name, into.Article.BodyStart, StringComparison.Ordinal) >= 0;

    // The full name, first and last name without what stands between, or a surname that one leader bears, with the same initial.
    private GazetteerEntry? KnownLeader(string[] words, string name)
    {
        foreach (var spelling in (string[])[name, $"{words[0]} {words[^1]}"])
        {
            if (gazetteer.Candidates(spelling).FirstOrDefault(c => c.Entry.Entity.Type == "Leader") is { } full)
                return full.Entry;
        }

        return gazetteer.Candidates(words[^1]).FirstOrDefault(c => c.Entry.Entity.Type == "Leader") is { } bySurname
            && Names.SameInitial(bySurname.Entry.Entity.Name, words[0]) ? bySurname.Entry : null;
    }

    // The article's own spelling is the name; what the gazetteer calls the person becomes an alias.
    private static Entity Known(Entity entity, string name, ArticleMentions into)
    {
        var earlier = into.Known(entity.Id);
        if (earlier is not null && (earlier.Name.Contains(' ') || !name.Contains(' ')))
            return earlier;
        var aliases = entity.Aliases.Append(entity.Name).Where(a => a != name).Distinct().Order(StringComparer.Ordinal);
        return into.Remember(entity with { Name = name, Aliases = [.. aliases] });
    }

    private string Surname(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !lexicon["name suffixes"].Contains(w)).ToArray();
        return words.Length == 0 ? "" : Names.Key(words[^1]);
    }

    private int WithSuffix(Sentence sentence, int last)
    {
        var next = last + 1 < sentence.Tokens.Count && sentence.Tokens[last + 1].Form == "," ? last + 2 : last + 1;
        return next < sentence.Tokens.Count && lexicon["name suffixes"].Contains(sentence.Tokens[next].Form) ? next : last;
    }
}
