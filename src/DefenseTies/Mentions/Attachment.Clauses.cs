using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <content>Clauses and the objects of their verbs: whom a relative clause is about, what a verb takes, who receives what it gives.</content>
internal static partial class Attachment
{
    // What a state has with another; it does nothing itself.
    private static readonly HashSet<string> Bonds = new(StringComparer.Ordinal) { "relationship", "relation", "relations", "tie", "cooperation", "partnership", "tension", "border", "war", "dispute", "rivalry", "friendship", "talk", "talks", "arm", "weapon" };

    // Verbs that take who receives as an object beside what.
    private static readonly HashSet<string> Giving = new(StringComparer.Ordinal) { "give", "sell", "grant", "lend", "send", "offer", "hand", "loan", "gift", "lease", "promise", "pledge", "allow", "pay", "deliver", "provide", "deny", "award", "allocate" };

    // What one has or makes to do something.
    private static readonly HashSet<string> Plans = new(StringComparer.Ordinal) { "plan", "preparation", "decision", "intention", "offer", "proposal", "commitment", "willingness", "readiness", "promise", "pledge", "intent", "bid", "refusal", "request", "effort", "desire", "agreement", "contract", "deal" };

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
}
