using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <content>Subjects that the tree took for something else: a verb without one has it right before it.</content>
internal static partial class Attachment
{
    // "In November Japan held", "in March 2025 presidents X and Y signed": the month is no part of the name.
    private static void Undate(Mention state)
    {
        var (sentence, tokens) = (state.Sentence, state.Sentence.Tokens);
        var before = state.First - 1;
        while (before > 1 && state.Entity.Type is "Leader" or "Person" && (tokens[before] is { Upos: "NUM" } || tokens[before].Relation == "nmod:desc"))
            before--;
        if (!(state is { Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat, First: > 1 } or { Entity.Type: "Leader" or "Person", First: > 1 }) || tokens[state.Head] is not { BaseRelation: "obl" or "nmod", Head: >= 0 and var verb } || verb < state.Last || !LacksSubject(sentence, verb)
            || tokens[before] is not { NameClass: "DATE", Head: var head } date || head != state.Head || sentence.Children(head).FirstOrDefault(c => c < date.Index && tokens[c].Relation == "case", -1) is not (>= 0 and var preposition))
            return;
        sentence.Attach(state.Head, verb, "nsubj");
        sentence.Attach(date.Index, verb, "obl");
        sentence.Attach(preposition, date.Index, "case");
    }

    // "After Viktor Orbán had met X": a clause, not a phrase.
    private static void Begin(Mention name)
    {
        var (sentence, tokens) = (name.Sentence, name.Sentence.Tokens);
        if (name.Entity.Type is not ("Leader" or "Person" or "Country" or "Organization") || tokens[name.Head] is not { BaseRelation: "obl", Head: >= 0 and var above }
            || sentence.Children(name.Head).FirstOrDefault(c => c < name.First && tokens[c] is { Relation: "case" or "mark", Form: "after" or "before" or "since" or "as" or "until" or "while" }, -1) is not (>= 0 and var conjunction))
            return;
        var verb = name.Last + 1;
        // "After X and the defence minister, Y, signed": behind all who are joined to the name.
        if (verb < tokens.Count && tokens[verb].Upos is "CCONJ" or "PUNCT")
            verb = sentence.Subtree(name.Head).Last + 1;
        while (verb < tokens.Count && (tokens[verb].Upos is "AUX" or "ADV" || tokens[verb].Form == ","))
            verb++;
        if (verb >= tokens.Count || tokens[verb] is not { Upos: "VERB" } || verb == above || !LacksSubject(sentence, verb) || sentence.Governs(verb, name.Head))
            return;
        sentence.Attach(name.Head, verb, "nsubj");
        sentence.Attach(conjunction, verb, "mark");
        if (!sentence.Governs(verb, above))
            sentence.Attach(verb, above, "advcl");
    }

    // "In the exercise X in March, soldiers from Y trained": what stands before the verb is its subject, and says nothing more of X.
    private static void Front(Sentence sentence, Token noun)
    {
        var tokens = sentence.Tokens;
        if (noun is not { Relation: "appos", Upos: "NOUN" or "PROPN", Head: >= 0 } || !FollowsComma(sentence, noun.Index))
            return;
        var verb = sentence.Subtree(noun.Index).Last + 1;
        while (verb < tokens.Count && tokens[verb].Upos is "AUX" or "ADV")
            verb++;
        if (verb < tokens.Count && tokens[verb].Upos == "VERB" && tokens[verb].Relation is "root" or "ccomp" && LacksSubject(sentence, verb) && sentence.Governs(verb, noun.Index))
            sentence.Attach(noun.Index, verb, "nsubj");
    }

    // "Since February Poland has given", "…, and Fiji and Tonga have sent": a finite verb without a subject has it in the name right before it.
    private static void Rescue(Sentence sentence, Token verb, ArticleMentions mentions)
    {
        var tokens = sentence.Tokens;
        if (verb.Upos != "VERB" || verb.Relation is "xcomp" or "acl" or "amod" || !LacksSubject(sentence, verb.Index))
            return;
        var at = verb.Index - 1;
        while (at > 0 && tokens[at].Upos is "AUX" or "ADV" or "PART")
            at--;
        if (at < 0 || mentions.At(sentence, at) is not { Entity.Type: "Country" or "Organization" or "Leader" or "Person", Kind: not NameKind.Demonym } name || Case(sentence, name.Head).Length > 0)
            return;
        var first = name.Head;
        while (tokens[first] is { Relation: "conj", Head: >= 0 and var joined } && mentions.At(sentence, joined) is { } other && other.Entity.Type == name.Entity.Type)
            first = joined;
        if (Case(sentence, first).Length == 0 && tokens[first].Relation is "nmod:unmarked" or "obl:unmarked" or "dep" or "parataxis" or "conj" or "discourse" or "vocative" && tokens[first].Head >= 0)
            sentence.Attach(first, verb.Index, "nsubj");
        // "Under a contract from 2014 Saab is to provide": the year ends the phrase.
        else if (tokens[first] is { Relation: "nmod", Head: >= 0 and var phrase } && sentence.Children(first).FirstOrDefault(c => c < first && tokens[c].Relation == "nummod" && Case(sentence, c).Length > 0, -1) is >= 0 and var year)
        {
            sentence.Attach(first, verb.Index, "nsubj");
            sentence.Attach(year, phrase, "nmod");
        }
    }

    // "China is quieter: Norinco, its largest maker, shipped": a subject behind its predicate is the next verb's.
    private static void Advance(Sentence sentence, Token subject)
    {
        var tokens = sentence.Tokens;
        if (subject is not { Relation: "nsubj", Head: >= 0 and var predicate } || predicate > subject.Index || tokens[predicate].Upos is "VERB" or "AUX" || !tokens.Skip(predicate).Take(subject.Index - predicate).Any(t => t.Form is ":" or ";"))
            return;
        if (sentence.Children(predicate).FirstOrDefault(c => c > subject.Index && tokens[c] is { Upos: "VERB", Relation: "conj" or "parataxis" } && LacksSubject(sentence, c), -1) is >= 0 and var verb)
            sentence.Attach(subject.Index, verb, "nsubj");
    }

    private static bool LacksSubject(Sentence sentence, int verb) =>
        sentence.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" or "VBN" or "VB" && !sentence.Children(verb).Any(c => sentence.Tokens[c].BaseRelation is "nsubj" or "csubj" or "expl");
}
