using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>What names tell about the tree: a name heads its title, places and dates take no <c>by</c> or <c>with</c>, people are joined to people.</summary>
internal static class Attachment
{
    /// <summary>Mends the tree of one sentence whose names and people are found.</summary>
    public static void Mend(Sentence sentence, ArticleMentions mentions)
    {
        foreach (var mention in mentions.In(sentence).ToArray())
        {
            if (IsPerson(mention))
            {
                Lead(mention, mentions);
                Part(mention, mentions);
            }
            else if (mention.Entity.Type == "Country" && mention.Kind is NameKind.Name or NameKind.Seat)
            {
                Describe(mention);
            }

            Pair(mention, mentions);
            Introduce(mention);
        }

        foreach (var token in sentence.Tokens)
        {
            Lift(sentence, token.Index, mentions);
            Join(sentence, token.Index);
            Explain(sentence, token, mentions);
            Relate(sentence, token, mentions);
            Raise(sentence, token);
            Single(sentence, token);
            Receive(sentence, token, mentions);
            Enlist(sentence, token, mentions);
            Specify(sentence, token);
        }

        foreach (var mention in mentions.In(sentence))
            Enumerate(mention, mentions);
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
        var moved = title.Tokens().SelectMany(sentence.Children).Where(c => !title.Covers(c) && !person.Covers(c)).ToArray();
        if (top < 0)
        {
            foreach (var outside in moved)
                sentence.Attach(outside, name, tokens[outside].Relation);
            return;
        }

        if (!(title.Covers(tokens[name].Head) || tokens[name].Head == tokens[top].Head || isAstray))
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
        if (tokens[name].Head < 0 || mentions.At(sentence, tokens[name].Head) is not { } joined)
            return;
        if (IsPerson(joined) && tokens[name].Relation == "appos" && joined.Entity.Id != person.Entity.Id)
        {
            sentence.Attach(name, joined.Head, "conj");
        }
        else if (joined.Entity.Type == "Country" && tokens[name].Relation is "conj" or "appos")
        {
            var office = tokens[joined.Head].Head;
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

    // "From Finland, Sweden and Norway": no state stands in apposition to another, nor to what the state before it tells the origin of.
    private static void Enumerate(Mention state, ArticleMentions mentions)
    {
        var (sentence, tokens) = (state.Sentence, state.Sentence.Tokens);
        if (state is { Entity.Type: "Country", Kind: NameKind.Name } && tokens[state.Head].Relation == "appos" && state.First >= 2 && tokens[state.First - 1].Form == "," && mentions.At(sentence, state.First - 2) is { Entity.Type: "Country", Kind: NameKind.Name } before
            && !state.Covers(tokens[before.Head].Head) && (before.Head == tokens[state.Head].Head || tokens[before.Head].Head == tokens[state.Head].Head))
            sentence.Attach(state.Head, before.Head, "conj");
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

    // "Germany and Britain, allies in NATO, took part": a common noun that nothing joins to the name before it explains it.
    private static void Explain(Sentence sentence, Token token, ArticleMentions mentions)
    {
        if (token is { Relation: "conj", Upos: "NOUN" } && mentions.At(sentence, token.Head)?.Entity.Type == "Country" && sentence.Child(token.Index, "cc") < 0
            && FollowsComma(sentence, token.Index) && !sentence.Children(token.Head).Any(c => c > token.Index && sentence.Tokens[c].Relation == "conj"))
            sentence.Attach(token.Index, token.Head, "appos");
    }

    // "From Iran, with which it signed a pact, …": a clause that begins with a relative pronoun belongs to the name or noun before it.
    private static void Relate(Sentence sentence, Token token, ArticleMentions mentions)
    {
        if (token.Relation is not ("advcl" or "conj" or "parataxis"))
            return;
        var tokens = sentence.Tokens;
        var first = sentence.Subtree(token.Index).First;
        first += tokens[first].Form == "," ? 1 : 0;
        var pronoun = first < tokens.Count && tokens[first].Upos == "ADP" ? first + 1 : first;
        if (first >= 2 && pronoun < tokens.Count && tokens[first - 1].Form == "," && tokens[pronoun].Form is "which" or "whom" or "who")
        {
            if (mentions.At(sentence, first - 2) is { } antecedent)
                sentence.Attach(token.Index, antecedent.Head, "acl:relcl");
            else if (pronoun > first && tokens[first - 2].Upos == "NOUN")
                sentence.Attach(token.Index, first - 2, "acl:relcl");
        }
    }

    // "A letter of intent that X signed": the letter is signed, not the intent.
    private static void Raise(Sentence sentence, Token token)
    {
        if (token.Lemma is "intent" or "understanding" && token.Relation == "nmod" && token.Head >= 0)
        {
            foreach (var clause in sentence.Children(token.Index).Where(c => c > token.Index && sentence.Tokens[c].BaseRelation is "acl" or "nmod").ToArray())
                sentence.Attach(clause, token.Head, sentence.Tokens[clause].Relation);
        }
    }

    // "An agreement with the US signed in 2017": a preposition right before a name introduces the name.
    private static void Introduce(Mention name)
    {
        var (sentence, tokens) = (name.Sentence, name.Sentence.Tokens);
        var at = name.First - 1;
        while (at > 0 && tokens[at].Upos == "DET")
            at--;
        if (at < 0 || tokens[at].Upos != "ADP" || name.Covers(tokens[at].Head) || tokens[name.Head].BaseRelation is not ("nmod" or "obl") || tokens[name.Head].Relation == "nmod:poss"
            || tokens[at].Relation is not ("case" or "mark") || Case(sentence, name.Head).Length > 0)
            return;
        sentence.Attach(at, name.Head, "case");
    }

    // "Between the United States and Romania, a NATO ally": one thing said of a list is said of its last.
    private static void Single(Sentence sentence, Token token)
    {
        if (token is not { Relation: "appos", Upos: "NOUN" or "PROPN", Xpos: "NN" or "NNP" } || token.Head < 0 || !sentence.Children(token.Index).Any(c => sentence.Tokens[c].Form.ToLowerInvariant() is "a" or "an"))
            return;
        var last = sentence.Children(token.Head).LastOrDefault(c => sentence.Tokens[c].Relation == "conj" && c < token.Index, -1);
        if (last >= 0)
            sentence.Attach(token.Index, last, "appos");
    }

    // "Given Ukraine more than 300,000 shells", "see Norway supply": of two objects the first receives, or does what the second says.
    private static void Receive(Sentence sentence, Token second, ArticleMentions mentions)
    {
        if (second.Relation != "obj" || second.Head < 0)
            return;
        var first = sentence.Children(second.Head).FirstOrDefault(c => c > second.Head && c < second.Index && sentence.Tokens[c].Relation == "obj", -1);
        if (first < 0 || sentence.Child(second.Index, "cc") >= 0 || mentions.At(sentence, second.Index)?.Entity.Type is "Country" or "Organization")
            return;
        if (second.Upos == "VERB")
            sentence.Attach(second.Index, second.Head, "xcomp");
        else if (mentions.At(sentence, first)?.Entity.Type is "Country" or "Organization" || sentence.Tokens[first].Upos == "PRON")
            sentence.Attach(first, second.Head, "iobj");
    }

    // "Missiles from India, batteries from Israel and frigates from Korea": things are joined to things, not to where the first come from.
    private static void Enlist(Sentence sentence, Token thing, ArticleMentions mentions)
    {
        if (thing is not { Relation: "conj", Upos: "NOUN", Head: >= 0 and var state } || mentions.At(sentence, state)?.Entity.Type is not ("Country" or "Organization") || sentence.Tokens[state] is not { Relation: "nmod", Head: >= 0 and var first })
            return;
        if (Case(sentence, state) is { Length: > 0 } preposition && sentence.Children(thing.Index).Any(c => sentence.Tokens[c].Relation == "nmod" && Case(sentence, c) == preposition))
            sentence.Attach(thing.Index, first, "conj");
    }

    // "Went to three states: India, China and Kazakhstan": what follows a colon says who they are.
    private static void Specify(Sentence sentence, Token token)
    {
        if (token.Relation is "nsubj" or "parataxis" or "conj" or "dep" && token is { Upos: "PROPN", Head: >= 0 } && sentence.Subtree(token.Index).First is >= 2 and var first
            && (sentence.Tokens[first].Form == ":" ? first - 1 : sentence.Tokens[first - 1].Form == ":" ? first - 2 : -1) is >= 0 and var named && sentence.Tokens[named].Upos == "NOUN")
            sentence.Attach(token.Index, named, "appos");
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

    // "Signed in Riyadh by X", "met on Monday with Y": what a place, a date or a name seems to take, its verb takes.
    private static void Lift(Sentence sentence, int t, ArticleMentions mentions)
    {
        var tokens = sentence.Tokens;
        var preposition = Case(sentence, t);
        if (tokens[t].Relation != "nmod" || preposition is not ("by" or "with"))
            return;
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
