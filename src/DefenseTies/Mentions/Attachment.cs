using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>What names tell about the tree: a name heads its title, places and dates take no <c>by</c> or <c>with</c>, people are joined to people.</summary>
internal static partial class Attachment
{
    /// <summary>Mends the tree of one sentence whose names and people are found.</summary>
    public static void Mend(Sentence sentence, ArticleMentions mentions)
    {
        foreach (var mention in mentions.In(sentence).ToArray())
        {
            if (IsPerson(mention))
            {
                Gather(mention);
                Lead(mention, mentions);
                Part(mention, mentions);
            }
            else if (mention.Entity.Type == "Country" && mention.Kind is NameKind.Name or NameKind.Seat)
            {
                Describe(mention);
            }

            Pair(mention, mentions);
            Undate(mention);
            Begin(mention);
            Call(mention, mentions);
            Introduce(mention);
            Give(mention, mentions);
            Identify(sentence, mention, mentions);
        }

        foreach (var token in sentence.Tokens)
        {
            Rescue(sentence, token, mentions);
            Advance(sentence, token);
            Lift(sentence, token.Index, mentions);
            Join(sentence, token.Index);
            Explain(sentence, token, mentions);
            Relate(sentence, token, mentions);
            Raise(sentence, token);
            Resume(sentence, token);
            Intend(sentence, token);
            Single(sentence, token);
            Last(sentence, token);
            Receive(sentence, token, mentions);
            Enlist(sentence, token, mentions);
            Share(sentence, token, mentions);
            Rejoin(sentence, token, mentions);
            Add(sentence, token);
            Agree(sentence, token);
            Specify(sentence, token);
            Modify(sentence, token);
            Age(sentence, token);
            Precede(sentence, token);
            Quote(sentence, token);
            Least(sentence, token);
            Bring(sentence, token, mentions);
            Mean(sentence, token);
            Follow(sentence, token, mentions);
            Include(sentence, token);
            Count(sentence, token);
            Front(sentence, token);
            Exemplify(sentence, token, mentions);
        }

        foreach (var mention in mentions.In(sentence))
            Enumerate(mention, mentions);
    }

    // "Shin Won-sik": no part of a name is a verb.
    private static void Gather(Mention person)
    {
        var (sentence, tokens) = (person.Sentence, person.Sentence.Tokens);
        if (tokens[person.Head] is not { Upos: "VERB" or "AUX" or "ADV", Head: var outside, Relation: var relation })
            return;
        sentence.Attach(person.First, outside, relation is "xcomp" or "ccomp" or "advcl" ? "obj" : relation);
        foreach (var part in person.Tokens().Skip(1))
            sentence.Attach(part, person.First, "flat");
    }

    // "Defence Minister X", "Crown Prince Y": whatever hangs on the title hangs on the name, and the title on the name too.
    private static void Lead(Mention person, ArticleMentions mentions)
    {
        var (sentence, tokens) = (person.Sentence, person.Sentence.Tokens);
        if (person.First == 0 || mentions.At(sentence, person.First - 1) is not { Entity.Type: "Office" } title)
            return;
        var name = person.Head;
        var top = title.Tokens().FirstOrDefault(t => !title.Covers(tokens[t].Head) && !person.Covers(tokens[t].Head), -1);
        var isAstray = tokens[name].Relation == "flat" && mentions.At(sentence, tokens[name].Head) is { } other && IsPerson(other);
        // "With Defence Minister Prince Y": the preposition of the first title too.
        var titles = title.First > 0 && mentions.At(sentence, title.First - 1) is { Entity.Type: "Office" } before ? before.Tokens().Concat(title.Tokens()) : title.Tokens();
        var moved = titles.SelectMany(sentence.Children).Where(c => !titles.Contains(c) && !person.Covers(c)).ToArray();
        if (top < 0)
        {
            foreach (var outside in moved)
                sentence.Attach(outside, name, tokens[outside].Relation);
            return;
        }

        // "By then Secretary of State X": a name right behind a title belongs to nothing else.
        if (!(title.Covers(tokens[name].Head) || tokens[name].Head == tokens[top].Head || isAstray || (tokens[name].Relation == "nmod" && sentence.Children(name).All(c => tokens[c].Relation != "case" || title.Covers(c)))))
            return;
        var (head, relation) = (tokens[top].Head, tokens[top].Relation);
        foreach (var outside in moved)
            sentence.Attach(outside, name, tokens[outside].Relation);
        sentence.Attach(name, head, relation);
        sentence.Attach(top, name, "nmod:desc");
    }

    // "The ministers of Greece and Cyprus, X and Y": people are not joined to states; nobody stands in apposition to somebody else.
    private static void Part(Mention person, ArticleMentions mentions)
    {
        var (sentence, tokens) = (person.Sentence, person.Sentence.Tokens);
        var name = person.Head;
        if (tokens[name].Head < 0)
            return;
        // "The chief of Pakistan's army, General X": X is the chief, not the army.
        if (tokens[name].Relation == "appos" && mentions.At(sentence, tokens[name].Head)?.Entity.Type is not ("Office" or "Leader" or "Person"))
        {
            for (var above = tokens[name].Head; tokens[above] is { Relation: "nmod", Head: >= 0 and var next }; above = next)
            {
                if (mentions.At(sentence, next)?.Entity.Type != "Office")
                    continue;
                sentence.Attach(name, next, "appos");
                return;
            }
        }

        if (mentions.At(sentence, tokens[name].Head) is not { } joined)
        {
            // "Talks between X and Y": who is joined to the talks is joined to whom they are with.
            if (tokens[name] is { Relation: "conj", Head: var noun } && sentence.Children(noun).LastOrDefault(c => c < name && tokens[c].Relation == "nmod" && mentions.At(sentence, c) is { } p && IsPerson(p), -1) is >= 0 and var with)
                sentence.Attach(name, with, "conj");
            return;
        }

        if (IsPerson(joined) && joined.Entity.Id != person.Entity.Id && (tokens[name].Relation is "appos" or "flat" || (tokens[name].Relation == "nmod:desc" && sentence.Child(name, "cc") >= 0)))
        {
            sentence.Attach(name, joined.Head, "conj");
        }
        else if (joined.Entity.Type == "Country" && tokens[name].Relation is "conj" or "appos")
        {
            var office = tokens[joined.Head].Head;
            // "X of Croatia and Y of Kosovo"
            if (office >= 0 && mentions.At(sentence, office) is { } fellow && IsPerson(fellow) && fellow.Entity.Id != person.Entity.Id)
                sentence.Attach(name, office, "conj");
            if (office < 0 || mentions.At(sentence, office)?.Entity.Type != "Office")
                return;
            var first = sentence.Children(office).FirstOrDefault(c => tokens[c].Relation == "appos" && mentions.At(sentence, c) is { } before && IsPerson(before), -1);
            sentence.Attach(name, first < 0 ? office : first, first < 0 ? "appos" : "conj");
        }
    }

    // "NATO ally Turkey refused": one subject, not two.
    private static void Describe(Mention state)
    {
        var (sentence, tokens) = (state.Sentence, state.Sentence.Tokens);
        var before = state.First - 1;
        if (before >= 0 && tokens[before].Upos == "NOUN" && tokens[before].Head == tokens[state.Head].Head && tokens[before].Head >= 0 && tokens[before].Relation == tokens[state.Head].Relation)
            sentence.Attach(before, state.Head, "nmod:desc");
    }

    // "We, the leaders of the coalition, have agreed": of two subjects the second stands in apposition.
    private static void Join(Sentence sentence, int verb)
    {
        var subjects = sentence.Children(verb).Where(c => c < verb && sentence.Tokens[c].Relation is "nsubj" or "nsubj:pass").ToArray();
        for (var i = 1; i < subjects.Length; i++)
        {
            if (FollowsComma(sentence, subjects[i]))
                sentence.Attach(subjects[i], subjects[i - 1], "appos");
        }
    }

    // "An agreement with the US signed in 2017": a preposition right before a name introduces the name.
    private static void Introduce(Mention name)
    {
        var (sentence, tokens) = (name.Sentence, name.Sentence.Tokens);
        var at = name.First - 1;
        while (at > 0 && tokens[at].Upos is "DET" or "ADJ")
            at--;
        if (at < 0 || tokens[at].Upos != "ADP" || name.Covers(tokens[at].Head) || tokens[name.Head].BaseRelation is not ("nmod" or "obl") || tokens[name.Head].Relation == "nmod:poss"
            || tokens[at].Relation is not ("case" or "mark") || Case(sentence, name.Head).Length > 0)
            return;
        sentence.Attach(at, name.Head, "case");
    }

    private static bool FollowsComma(Sentence sentence, int t)
    {
        var first = sentence.Subtree(t).First;
        return sentence.Tokens[first].Form == "," || (first > 0 && sentence.Tokens[first - 1].Form == ",");
    }

    // "Indonesian-Turkish cooperation", "the Russia–Belarus border": both stand alike.
    private static void Pair(Mention state, ArticleMentions mentions)
    {
        var (sentence, tokens) = (state.Sentence, state.Sentence.Tokens);
        if (state.Entity.Type == "Country" && state.Last + 2 < tokens.Count && tokens[state.Last + 1].Form is "-" or "–" && mentions.At(sentence, state.Last + 2) is { Entity.Type: "Country" } other && other.Covers(tokens[state.Head].Head))
            sentence.Attach(state.Head, tokens[other.Head].Head, tokens[other.Head].Relation);
    }

    // "The exercise Vigilant Isles, in which …", "from the French company Thales": of two objects the second is the name of the first.
    private static void Call(Mention name, ArticleMentions mentions)
    {
        var (sentence, tokens) = (name.Sentence, name.Sentence.Tokens);
        if (name is { Entity.Type: "Exercise" or "Agreement" or "Organization", First: > 0 } && tokens[name.First - 1] is { Upos: "NOUN" } kind && mentions.At(sentence, kind.Index) is null && Case(sentence, name.Head).Length == 0
            && kind.Head >= 0 && (kind.Head == tokens[name.Head].Head || (name.Entity.Type == "Organization" && tokens[kind.Head].Head == tokens[name.Head].Head))
            && (name.Entity.Type == "Organization" ? kind.BaseRelation is "obl" or "nmod" : kind.Relation == tokens[name.Head].Relation && kind.BaseRelation is "obj" or "nsubj" or "obl" or "nmod"))
            sentence.Attach(name.Head, kind.Index, "appos");
    }

    // "Signed in Riyadh by X", "met on Monday with Y": what a place, a date or a name seems to take, its verb takes.
    private static void Lift(Sentence sentence, int t, ArticleMentions mentions)
    {
        var tokens = sentence.Tokens;
        var preposition = Case(sentence, t);
        if (tokens[t].Relation is not ("nmod" or "nsubj") || preposition is not ("by" or "with"))
            return;
        // "A treaty, signed in Warsaw by X, allows": what a preposition introduces is no subject.
        if (tokens[t].Relation == "nsubj")
        {
            if (preposition == "by" && Enumerable.Range(0, t).LastOrDefault(v => tokens[v] is { Relation: "acl", Xpos: "VBN" }, -1) is >= 0 and var made)
                sentence.Attach(t, made, "obl:agent");
            return;
        }

        // "A roadmap signed in Vilnius by X": signed by.
        if (preposition == "by" && sentence.Children(tokens[t].Head).FirstOrDefault(c => c > tokens[t].Head && c < t && tokens[c] is { Relation: "acl", Xpos: "VBN" }, -1) is >= 0 and var participle)
        {
            sentence.Attach(t, participle, "obl");
            return;
        }

        for (var head = tokens[t].Head; head >= 0 && IsAside(sentence, head, preposition, mentions); head = tokens[head].Head)
        {
            if (tokens[head].Head is >= 0 and var above)
                sentence.Attach(t, above, tokens[above].Upos == "VERB" ? "obl" : "nmod");
        }
    }

    private static bool IsAside(Sentence sentence, int t, string preposition, ArticleMentions mentions)
    {
        if (sentence.Tokens[t].BaseRelation is not ("obl" or "nmod") || Case(sentence, t) is "with" or "by" or "between")
            return false;
        var name = mentions.At(sentence, t);
        return sentence.Tokens[t].NameClass is "DATE" or "TIME"
            || (name?.Entity.Type is "Country" or "Place" && Case(sentence, t) is "in" or "at" or "near" or "on" or "to")
            || (preposition == "by" && name is { Kind: NameKind.Name, Entity.Type: "Agreement" or "Country" });
    }

    private static string Case(Sentence sentence, int t) =>
        sentence.Children(t).FirstOrDefault(c => c < t && sentence.Tokens[c].Relation == "case", -1) is >= 0 and var at ? sentence.Tokens[at].Form.ToLowerInvariant() : "";

    private static bool IsPerson(Mention mention) => mention.Entity.Type is "Leader" or "Person";

    private static IEnumerable<int> Tokens(this Mention mention) => Enumerable.Range(mention.First, mention.Last - mention.First + 1);
}
