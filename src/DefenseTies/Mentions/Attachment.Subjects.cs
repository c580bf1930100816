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
        while (verb < tokens.Count && tokens[verb].Upos is "AUX" or "ADV")
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

    private static bool LacksSubject(Sentence sentence, int verb) =>
        sentence.Tokens[verb].Xpos is "VBD" or "VBZ" or "VBP" or "VBN" or "VB" && !sentence.Children(verb).Any(c => sentence.Tokens[c].BaseRelation is "nsubj" or "csubj" or "expl");
}
