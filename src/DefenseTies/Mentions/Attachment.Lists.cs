using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <content>Lists and what is said of their members: states are joined to states, things to things.</content>
internal static partial class Attachment
{
    // Those of whom some are named one by one.
    private static readonly HashSet<string> Groups = new(StringComparer.Ordinal) { "country", "nation", "state", "ally", "member", "partner", "participant", "customer", "buyer", "operator", "recipient", "supplier", "neighbour", "neighbor", "government" };

    // "From Finland, Sweden and Norway": no state stands in apposition to another, nor to what the state before it tells the origin of.
    private static void Enumerate(Mention state, ArticleMentions mentions)
    {
        var (sentence, tokens) = (state.Sentence, state.Sentence.Tokens);
        if (state is { Entity.Type: "Country", Kind: NameKind.Name } && tokens[state.Head].Relation == "appos" && state.First >= 2 && tokens[state.First - 1].Form == "," && mentions.At(sentence, state.First - 2) is { Entity.Type: "Country", Kind: NameKind.Name } before
            && !state.Covers(tokens[before.Head].Head) && (before.Head == tokens[state.Head].Head || tokens[before.Head].Head == tokens[state.Head].Head))
            sentence.Attach(state.Head, before.Head, "conj");
    }

    // "Germany and Britain, allies in NATO, took part": a common noun that nothing joins to the name before it explains it.
    private static void Explain(Sentence sentence, Token token, ArticleMentions mentions)
    {
        if (token is { Relation: "conj", Upos: "NOUN" } && mentions.At(sentence, token.Head)?.Entity.Type is "Country" or "Organization" or "Exercise" or "Agreement" && sentence.Child(token.Index, "cc") < 0
            && FollowsComma(sentence, token.Index) && !sentence.Children(token.Head).Any(c => c > token.Index && sentence.Tokens[c].Relation == "conj"))
            sentence.Attach(token.Index, token.Head, "appos");
    }

    // "From their maker, KNDS": its name.
    private static void Identify(Sentence sentence, Mention company, ArticleMentions mentions)
    {
        if (company.Entity.Type == "Organization" && sentence.Tokens[company.Head] is { Relation: "conj", Head: >= 0 and var noun } && noun < company.First && sentence.Tokens[noun].Upos == "NOUN" && mentions.At(sentence, noun) is null
            && sentence.Child(company.Head, "cc") < 0 && FollowsComma(sentence, company.Head) && sentence.Children(noun).All(c => c <= noun || c == company.Head || sentence.Tokens[c].Relation != "conj"))
            sentence.Attach(company.Head, noun, "appos");
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

    // "Ukraine and Moldova, which is no member", "X and Y, who met his counterpart": a clause about one is about the last.
    private static void Last(Sentence sentence, Token token)
    {
        if (token is not { Relation: "acl:relcl", Head: >= 0 and var first } || !sentence.Children(token.Index).Any(c => sentence.Tokens[c] is { BaseRelation: "nsubj", Form: "which" or "who" }))
            return;
        var (start, end) = sentence.Subtree(token.Index);
        var isOne = token.Xpos == "VBZ" || sentence.Children(token.Index).Any(c => sentence.Tokens[c].Form is "is" or "was" or "has") || Enumerable.Range(start, end - start + 1).Any(t => sentence.Tokens[t] is { Relation: "nmod:poss", Form: "his" or "her" });
        if (isOne && sentence.Children(first).LastOrDefault(c => sentence.Tokens[c].Relation == "conj" && c < start, -1) is >= 0 and var last)
            sentence.Attach(token.Index, last, "acl:relcl");
    }

    // "Missiles from India, batteries from Israel and frigates from Korea": things are joined to things, not to where the first come from.
    private static void Enlist(Sentence sentence, Token thing, ArticleMentions mentions)
    {
        // "Fighters developed by China, helicopters from Russia": nor to who made the first.
        if (thing is { Relation: "conj", Upos: "NOUN", Head: >= 0 and var maker } && mentions.At(sentence, maker)?.Entity.Type is "Country" or "Organization" && sentence.Tokens[maker] is { BaseRelation: "obl", Head: >= 0 and var made }
            && sentence.Tokens[made] is { Relation: "acl", Head: >= 0 and var product } && sentence.Children(thing.Index).Any(c => mentions.At(sentence, c)?.Entity.Type == "WeaponSystem" || Case(sentence, c) == "from"))
        {
            sentence.Attach(thing.Index, product, "conj");
            return;
        }

        // "The TB2 from Turkey and the Mohajer-6 from Iran"
        if (thing is { Relation: "conj", Head: >= 0 and var source } && mentions.At(sentence, thing.Index)?.Entity.Type == "WeaponSystem" && mentions.At(sentence, source)?.Entity.Type == "Country" && sentence.Tokens[source] is { Relation: "nmod", Head: >= 0 and var one })
        {
            foreach (var origin in sentence.Children(source).Where(c => c > thing.Index && sentence.Tokens[c].Relation == "nmod").ToArray())
                sentence.Attach(origin, thing.Index, "nmod");
            sentence.Attach(thing.Index, one, "conj");
            return;
        }

        if (thing is not { Relation: "conj" or "appos", Upos: "NOUN", Head: >= 0 and var state } || mentions.At(sentence, state)?.Entity.Type is not ("Country" or "Organization") || sentence.Tokens[state] is not { Relation: "nmod", Head: >= 0 and var first })
            return;
        if (Case(sentence, state) is { Length: > 0 } preposition && sentence.Children(thing.Index).Any(c => sentence.Tokens[c].Relation == "nmod" && Case(sentence, c) == preposition))
            sentence.Attach(thing.Index, first, "conj");
    }

    // "Bought HIMARS from the United States and howitzers from Korea": the first source is the first thing's, as the second is the second's.
    private static void Share(Sentence sentence, Token thing, ArticleMentions mentions)
    {
        var tokens = sentence.Tokens;
        // The tree may join the second thing to the first source: "Typhoons from Britain and Rafales from France".
        if (thing is { Relation: "conj", Head: >= 0 and var source } && tokens[source] is { Relation: "obl", Head: >= 0 and var bought } && mentions.At(sentence, source)?.Entity.Type is "Country" or "Organization"
            && mentions.At(sentence, thing.Index)?.Entity.Type == "WeaponSystem" && sentence.Child(bought, "obj") is >= 0 and var its && its < source
            && sentence.Children(bought).FirstOrDefault(c => c > thing.Index && tokens[c].Relation == "obl" && Case(sentence, c) == Case(sentence, source), -1) is >= 0 and var other)
        {
            sentence.Attach(thing.Index, its, "conj");
            sentence.Attach(other, thing.Index, "nmod");
            sentence.Attach(source, its, "nmod");
            return;
        }

        if (thing is not { Relation: "conj", Upos: "NOUN" or "PROPN", Head: >= 0 and var one } || tokens[one] is not { BaseRelation: "obj", Head: >= 0 and var verb })
            return;
        if (sentence.Children(thing.Index).Where(c => c > thing.Index && tokens[c].Relation == "nmod").Select(c => Case(sentence, c)).FirstOrDefault(c => c is "from" or "by" or "to") is { } preposition
            && sentence.Children(verb).FirstOrDefault(c => c > one && c < thing.Index && tokens[c].BaseRelation is "obl" && Case(sentence, c) == preposition, -1) is >= 0 and var first)
            sentence.Attach(first, one, "nmod");
    }

    // "Went to three states: India, China and Kazakhstan": what follows a colon says who they are.
    private static void Specify(Sentence sentence, Token token)
    {
        if (token.Relation is "nsubj" or "parataxis" or "conj" or "dep" && token is { Upos: "PROPN", Head: >= 0 } && token.Head < token.Index && sentence.Subtree(token.Index).First is >= 2 and var first
            && (sentence.Tokens[first].Form == ":" ? first - 1 : sentence.Tokens[first - 1].Form == ":" ? first - 2 : -1) is >= 0 and var named && sentence.Tokens[named].Upos == "NOUN")
            sentence.Attach(token.Index, named, "appos");
    }

    // "Seven nations took part, among them Ukraine and Georgia": those named are some of the nations.
    private static void Exemplify(Sentence sentence, Token pronoun, ArticleMentions mentions)
    {
        var tokens = sentence.Tokens;
        if (pronoun is not { Form: "them", Index: >= 2 and var at } || Case(sentence, at) != "among" || tokens[at - 2].Form is not ("," or "–" or "-")
            || at + 1 >= tokens.Count || mentions.At(sentence, at + 1) is not { Entity.Type: "Country" or "Organization" } first || first.Covers(tokens[first.Head].Head))
            return;
        var group = Enumerable.Range(0, at - 2).LastOrDefault(t => tokens[t] is { Upos: "NOUN", Xpos: "NNS" } && Groups.Contains(tokens[t].Lemma), -1);
        if (group >= 0 && !sentence.Governs(first.Head, group))
            sentence.Attach(first.Head, group, "appos");
    }

    // "Has ordered 32 more from Norway": 32.
    private static void Count(Sentence sentence, Token more)
    {
        if (more is { Form: "more" or "others", BaseRelation: "obj", Head: >= 0 } && sentence.Child(more.Index, "nummod") is >= 0 and var number && number < more.Index)
        {
            sentence.Attach(number, more.Head, "obj");
            sentence.Attach(more.Index, number, "advmod");
        }
    }

    // "Bought weapons worth millions, including tanks": the tanks are some of the weapons.
    private static void Include(Sentence sentence, Token member)
    {
        var tokens = sentence.Tokens;
        if (member is { BaseRelation: "obl" or "obj", Upos: "NOUN" or "PROPN", Head: >= 0 and var verb } && tokens[verb].Upos == "VERB" && Case(sentence, member.Index) == "including"
            && sentence.Children(verb).FirstOrDefault(c => c > verb && c < member.Index && tokens[c].Relation == "obj", -1) is >= 0 and var things)
        {
            // "33 countries took part, including Italy": some of the countries, not of the part.
            var group = sentence.Child(verb, "nsubj");
            sentence.Attach(member.Index, group >= 0 && Groups.Contains(tokens[group].Lemma) && !Groups.Contains(tokens[things].Lemma) ? group : things, "nmod");
        }
    }

    // "Tanks that it bought from the United States, and F-16s", "flies the J-10C, delivered in 2022, and the JF-17": a system is joined to the system before it.
    private static void Rejoin(Sentence sentence, Token thing, ArticleMentions mentions)
    {
        var tokens = sentence.Tokens;
        if (thing is not { Relation: "conj", Upos: "NOUN" or "PROPN", Head: >= 0 and var joined } || !IsSystem(sentence, thing.Index, mentions) || sentence.Child(thing.Index, "nsubj") >= 0)
            return;
        if (mentions.At(sentence, joined)?.Entity.Type is not ("Country" or "Organization") && tokens[joined].Upos != "VERB")
            return;
        for (var (at, steps) = (tokens[joined].Upos == "VERB" ? joined : tokens[joined].Head, 0); at >= 0 && steps < 5; at = tokens[at].Head, steps++)
        {
            var system = tokens[at].Upos == "VERB" ? sentence.Children(at).LastOrDefault(c => c < thing.Index && tokens[c].Relation == "obj", -1) : at;
            if (system < 0 || system >= thing.Index || !IsSystem(sentence, system, mentions))
                continue;
            sentence.Attach(thing.Index, system, "conj");
            return;
        }
    }

    // "A status of forces agreement", which the tree takes for a status: an agreement is concluded.
    private static void Agree(Sentence sentence, Token status)
    {
        if (status is not { Lemma: "status", Head: >= 0 } || sentence.Children(status.Index).FirstOrDefault(c => c > status.Index && sentence.Tokens[c] is { Upos: "NOUN", Relation: "nmod", Lemma: "agreement" or "accord" or "treaty" }, -1) is not (>= 0 and var agreement))
            return;
        foreach (var child in sentence.Children(status.Index).Where(c => c != agreement).ToArray())
            sentence.Attach(child, agreement, sentence.Tokens[child].Relation);
        sentence.Attach(agreement, status.Head, status.Relation);
        sentence.Attach(status.Index, agreement, "compound");
    }

    // "Gripen fighters as well as Saab 340 aircraft"
    private static void Add(Sentence sentence, Token member)
    {
        var tokens = sentence.Tokens;
        if (member is not { BaseRelation: "obl" or "nmod", Head: >= 0 and var head } || head > member.Index
            || sentence.Children(member.Index).FirstOrDefault(c => c < member.Index && tokens[c] is { Relation: "cc" or "case", Form: "as" } && sentence.Children(c).Any(w => tokens[w].Form == "well"), -1) is not (>= 0 and var conjunction))
            return;
        var first = tokens[head].Upos == "VERB" ? sentence.Children(head).LastOrDefault(c => c < conjunction && tokens[c].Relation == "obj", -1) : head;
        if (first < 0)
            return;
        sentence.Attach(member.Index, first, "conj");
        sentence.Attach(conjunction, member.Index, "cc");
    }

    private static bool IsSystem(Sentence sentence, int t, ArticleMentions mentions) =>
        mentions.At(sentence, t)?.Entity.Type == "WeaponSystem" || sentence.Children(t).Any(c => c < t && sentence.Tokens[c].BaseRelation is "compound" or "amod" or "nummod" or "flat" && mentions.At(sentence, c)?.Entity.Type == "WeaponSystem");
}
