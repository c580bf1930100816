using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>What names tell about the tree: a name heads its title, places and dates take no <c>by</c> or <c>with</c>, people are joined to people.</summary>
internal static partial class Attachment
{
    // What a state has with another; it does nothing itself.
    private static readonly HashSet<string> Bonds = new(StringComparer.Ordinal) { "relationship", "relation", "relations", "tie", "cooperation", "partnership", "tension", "border", "war", "dispute", "rivalry", "friendship", "talk", "talks", "arm", "weapon" };

    // Verbs that take who receives as an object beside what.
    private static readonly HashSet<string> Giving = new(StringComparer.Ordinal) { "give", "sell", "grant", "lend", "send", "offer", "hand", "loan", "gift", "lease", "promise", "pledge", "allow", "pay", "deliver", "provide", "deny", "award", "allocate" };

    // What one has or makes to do something.
    private static readonly HashSet<string> Plans = new(StringComparer.Ordinal) { "plan", "preparation", "decision", "intention", "offer", "proposal", "commitment", "willingness", "readiness", "promise", "pledge", "intent", "bid", "refusal", "request", "effort", "desire", "agreement", "contract", "deal" };

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

        if (IsPerson(joined) && joined.Entity.Id != person.Entity.Id && (tokens[name].Relation == "appos" || (tokens[name].Relation == "nmod:desc" && sentence.Child(name, "cc") >= 0)))
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

    // "From Iran, with which it signed a pact, …": a clause that begins with a relative pronoun belongs to the name or noun before it.
    private static void Relate(Sentence sentence, Token token, ArticleMentions mentions)
    {
        if (token.Relation is not ("advcl" or "conj" or "parataxis" or "acl:relcl"))
            return;
        var tokens = sentence.Tokens;
        var first = sentence.Subtree(token.Index).First;
        first += tokens[first].Form == "," ? 1 : 0;
        var pronoun = first < tokens.Count && tokens[first].Upos == "ADP" ? first + 1 : first;
        if (first >= 2 && pronoun < tokens.Count && tokens[first - 1].Form == "," && tokens[pronoun].Form is "which" or "whom" or "who")
        {
            if (mentions.At(sentence, first - 2) is { } antecedent && (token.Relation != "acl:relcl" || pronoun > first || antecedent.Entity.Type is "Agreement" or "Exercise" || (IsPerson(antecedent) && tokens[pronoun].Form == "who" && !sentence.Governs(antecedent.Head, token.Head) && !(mentions.At(sentence, token.Head) is { } other && IsPerson(other))) || (antecedent.Entity.Type == "Country" && (Groups.Contains(tokens[token.Head].Lemma) || Bonds.Contains(tokens[token.Head].Lemma)) && !sentence.Governs(antecedent.Head, token.Head))))
                sentence.Attach(token.Index, antecedent.Head, "acl:relcl");
            else if (token.Relation != "acl:relcl" && pronoun > first && tokens[first - 2].Upos == "NOUN")
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

    // "Signed the Charter, which binds them, and set up an alliance": in the tense of the first verb, the last is joined to it.
    private static void Resume(Sentence sentence, Token verb)
    {
        var tokens = sentence.Tokens;
        if (verb is not { Upos: "VERB", Relation: "conj", Xpos: "VBD" or "VBZ" or "VBP", Head: >= 0 and var joined } || tokens[joined] is not { Relation: "acl:relcl", Xpos: "VBD" or "VBZ" or "VBP" } relative
            || relative.Xpos == verb.Xpos || sentence.Child(verb.Index, "nsubj") >= 0 || !FollowsComma(sentence, verb.Index))
            return;
        for (var (at, steps) = (relative.Head, 0); at >= 0 && steps < 5; at = tokens[at].Head, steps++)
        {
            if (tokens[at].Upos != "VERB" || tokens[at].Xpos != verb.Xpos)
                continue;
            sentence.Attach(verb.Index, at, "conj");
            return;
        }
    }

    // "Briefed him on Kenya's preparations to send police", "signed a contract to buy": the plan is to do it, not the verb that has the plan.
    private static void Intend(Sentence sentence, Token verb)
    {
        var tokens = sentence.Tokens;
        if (verb is not { Upos: "VERB", Relation: "advcl", Head: >= 0 and var above } || sentence.Children(verb.Index).FirstOrDefault(c => tokens[c] is { Relation: "mark", Form: "to" }, -1) is not (> 0 and var to))
            return;
        if (tokens[to - 1] is { Upos: "NOUN", BaseRelation: "obl" or "nmod" } plan && Plans.Contains(plan.Lemma) && sentence.Governs(above, plan.Index))
            sentence.Attach(verb.Index, plan.Index, "acl");
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
        else if (mentions.At(sentence, first)?.Entity.Type is "Country" or "Organization" or "Leader" || sentence.Tokens[first].Upos == "PRON" || (sentence.Tokens[first].Lemma is "kingdom" or "country" or "nation" or "island" or "government" or "republic" or "emirate" && IsSystem(sentence, second.Index, mentions)))
            sentence.Attach(first, second.Head, "iobj");
    }

    // "Gave Morocco $10 million", "sold Chad Anka-S drones": whose name stands between a verb of giving and what is given receives it.
    private static void Give(Mention name, ArticleMentions mentions)
    {
        var (sentence, tokens) = (name.Sentence, name.Sentence.Tokens);
        var verb = name.First - 1;
        while (verb > 0 && tokens[verb].Upos == "DET")
            verb--;
        if (name is not { Entity.Type: "Country" or "Organization", Kind: NameKind.Name or NameKind.Seat } || verb < 0 || tokens[verb] is not { Upos: "VERB" } || !Giving.Contains(tokens[verb].Lemma) || tokens[name.Head].BaseRelation is not ("compound" or "nmod" or "amod")
            || name.Last + 1 >= tokens.Count || sentence.HasChild(verb, "iobj"))
            return;
        var next = tokens[name.Last + 1];
        if ((next.Upos is "DET" or "NUM" or "SYM" or "PROPN" || next.Form[0] == '$' || mentions.At(sentence, next.Index)?.Entity.Type == "WeaponSystem") && sentence.Children(verb).Any(c => c > name.Last && tokens[c].Relation == "obj" && sentence.Governs(c, name.Head)))
            sentence.Attach(name.Head, verb, "iobj");
    }

    // "Bought 12 used fighters": used ones are bought, nobody uses twelve.
    private static void Modify(Sentence sentence, Token used)
    {
        var tokens = sentence.Tokens;
        if (used is not { Form: "used", Head: >= 0 and var verb } || used.Index == 0 || tokens[used.Index - 1] is not ({ Upos: "NUM" } or { Upos: "DET" }) || tokens[verb].Upos != "VERB" || verb > used.Index
            || sentence.Children(used.Index).FirstOrDefault(c => c > used.Index && tokens[c].Relation == "obj", -1) is not (>= 0 and var thing))
            return;
        var counted = used.Index - 1;
        sentence.Attach(thing, verb, "obj");
        sentence.Attach(used.Index, thing, "amod");
        sentence.Attach(counted, thing, tokens[counted].Upos == "NUM" ? "nummod" : "det");
    }

    // "Relies on ageing F-16s": they age, nobody ages them.
    private static void Age(Sentence sentence, Token age)
    {
        var tokens = sentence.Tokens;
        if (age is not { Form: "ageing" or "aging" or "existing" or "remaining", Relation: "advcl" or "acl" or "xcomp", Head: >= 0 and var verb } || sentence.Children(age.Index).FirstOrDefault(c => c > age.Index && tokens[c].Relation == "obj", -1) is not (>= 0 and var thing))
            return;
        var preposition = sentence.Children(age.Index).FirstOrDefault(c => c < age.Index && tokens[c].Relation is "mark" or "case", -1);
        sentence.Attach(thing, verb, preposition < 0 ? "obj" : tokens[verb].Upos == "VERB" ? "obl" : "nmod");
        sentence.Attach(age.Index, thing, "amod");
        if (preposition >= 0)
            sentence.Attach(preposition, thing, "case");
    }

    // "Maintains at least 3,000 men": so many are the object.
    private static void Least(Sentence sentence, Token noun)
    {
        var tokens = sentence.Tokens;
        if (noun is { Upos: "NOUN", BaseRelation: "obl", Head: >= 0 and var verb } && verb < noun.Index && tokens[verb].Upos == "VERB" && Case(sentence, noun.Index).Length == 0 && !sentence.HasChild(verb, "obj")
            && sentence.Child(noun.Index, "nummod") is >= 0 and var number && sentence.Children(number).Any(c => tokens[c].Form is "least" or "most"))
            sentence.Attach(noun.Index, verb, "obj");
    }

    // "Have brought in Russian instructors": nobody is brought in them.
    private static void Bring(Sentence sentence, Token noun, ArticleMentions mentions)
    {
        var tokens = sentence.Tokens;
        if (noun is { Upos: "NOUN", BaseRelation: "obl", NameClass: null, Head: >= 0 and var verb } && tokens[verb].Lemma is "bring" or "call" or "fly" or "take" && tokens[verb].Upos == "VERB" && !sentence.HasChild(verb, "obj") && verb + 1 < tokens.Count
            && tokens[verb + 1] is { Form: "in", Relation: "case" } particle && particle.Head == noun.Index && mentions.At(sentence, noun.Index)?.Entity.Type is not ("Country" or "Place"))
        {
            sentence.Attach(noun.Index, verb, "obj");
            sentence.Attach(particle.Index, verb, "compound:prt");
        }
    }

    // "It remains a partner": it is somebody.
    private static void Mean(Sentence sentence, Token it)
    {
        if (it is { Relation: "expl", Head: >= 0 and var verb } && it.Form.ToLowerInvariant() is "it" && sentence.Tokens[verb].Lemma is "remain" or "become" or "stay" && sentence.Children(verb).Any(c => c > verb && sentence.Tokens[c] is { Upos: "NOUN", BaseRelation: "obj" or "xcomp" }))
            sentence.Attach(it.Index, verb, "nsubj");
    }

    // "Ordering batteries from LIG Nex1, the company said": what stands before who says it belongs to what is said.
    private static void Quote(Sentence sentence, Token report)
    {
        var tokens = sentence.Tokens;
        if (report is not { Relation: "parataxis", Upos: "VERB", Head: >= 0 and var said } || said > report.Index || sentence.Child(report.Index, "nsubj") is not (>= 0 and var speaker) || speaker > report.Index)
            return;
        foreach (var phrase in sentence.Children(report.Index).Where(c => c < speaker && tokens[c].BaseRelation is "obl" && Case(sentence, c).Length > 0).ToArray())
        {
            var verb = phrase - 1;
            while (verb >= 0 && tokens[verb].Upos != "VERB")
                verb--;
            if (verb >= 0)
                sentence.Attach(phrase, verb, "obl");
        }
    }

    // "Walked out of the regional bloc ECOWAS": the preposition of a noun that stands before a name is the name's.
    private static void Precede(Sentence sentence, Token preposition)
    {
        var tokens = sentence.Tokens;
        if (preposition is { Relation: "case", Head: >= 0 and var noun } && noun > preposition.Index && tokens[noun] is { BaseRelation: "compound" or "amod", Head: var name } && name > noun)
            sentence.Attach(preposition.Index, name, "case");
    }

    // "Are still in Niamey and train Nigerien forces": what follows a verb that has no object, without a comma, is its object.
    private static void Follow(Sentence sentence, Token noun, ArticleMentions mentions)
    {
        var tokens = sentence.Tokens;
        if (noun is not { Upos: "NOUN" or "PROPN", Relation: "conj" or "appos" or "parataxis" or "dep", Head: >= 0 } || Case(sentence, noun.Index).Length > 0 || sentence.Child(noun.Index, "cc") >= 0 || sentence.Child(noun.Index, "nsubj") >= 0)
            return;
        var verb = sentence.Subtree(noun.Index).First - 1;
        if (verb > 0 && verb != noun.Head && tokens[verb] is { Upos: "VERB", Xpos: "VBD" or "VBP" or "VBZ" or "VB" } && !sentence.Children(verb).Any(c => tokens[c].BaseRelation is "obj" or "ccomp" or "xcomp") && !sentence.Governs(noun.Index, verb) && mentions.At(sentence, verb) is null)
            sentence.Attach(noun.Index, verb, "obj");
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
            && kind.Head >= 0
            && (kind.Head == tokens[name.Head].Head || (name.Entity.Type == "Organization" && tokens[kind.Head].Head == tokens[name.Head].Head))
             && (name.Entity.Type == "Organization" ? kind.BaseRelation is "obl" or "nmod" : kind.Relation == tokens[name.Head].Relation && kind.BaseRelation is "obj" or "nsubj" or "obl" or "nmod"))
            sentence.Attach(name.Head, kind.Index, "appos");
    }

    // "Signed in Riyadh by X", "met on Monday with Y": what a place, a date or a name seems to take, its verb takes.
    private static void Lift(Sentence sentence, int t, ArticleMentions mentions)
    {
        var tokens = sentence.Tokens;
        var preposition = Case(sentence, t);
        if (tokens[t].Relation != "nmod" || preposition is not ("by" or "with"))
            return;
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
