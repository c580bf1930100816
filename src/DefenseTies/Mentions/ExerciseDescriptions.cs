using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>What takes up a named exercise (<c>the event</c>, <c>took part in it</c>) becomes a mention of it.</summary>
internal sealed class ExerciseDescriptions(References references, Lexicon lexicon)
{
    /// <summary>Adds the descriptions of one sentence; sentences must come in text order.</summary>
    public void Find(Roles roles, ArticleMentions mentions)
    {
        var sentence = roles.Sentence;
        foreach (var token in sentence.Tokens.Where(t => mentions.At(sentence, t.Index) is null && (IsDescription(sentence, t) || IsPronoun(roles, t))))
        {
            if (references.Exercises(sentence, token.Index) is [var exercise])
                mentions.Add(new Mention { Sentence = sentence, First = token.Index, Last = token.Index, Entity = exercise.Entity, Kind = NameKind.Reference, Known = exercise.Known });
        }
    }

    // "The biennial exercise", "the annual drills", "the 2023 edition"; of "the joint exercise with India" nobody has spoken yet.
    private bool IsDescription(Sentence sentence, Token token) =>
        token is { Upos: "NOUN" } && (token.Xpos == "NN" || token.Lemma is not ("exercise" or "event")) && (lexicon["exercise words"].Contains(token.Lemma) || token.Lemma is "event" or "iteration" or "edition")
        && References.IsDefinite(sentence, token.Index) && !sentence.Children(token.Index).Any(c => IsOfAnother(sentence, sentence.Tokens[c], token));

    private static bool IsOfAnother(Sentence sentence, Token word, Token exercise) =>
        (word.BaseRelation is "nmod" && !(word.Index > exercise.Index && sentence.Children(exercise.Index).Any(c => sentence.Tokens[c].Form.ToLowerInvariant() is "that" or "this")))
        || (word.BaseRelation is "compound" && word.Upos != "NUM") || word.Relation == "appos" || word.Lemma is "joint" or "first" or "other";

    private static bool IsPronoun(Roles roles, Token token) =>
        token is { Form: "it", Head: >= 0 } && roles.CaseOf(token.Index) == "in" && roles.Sentence.Tokens[token.Head].Lemma is "take" or "participate" or "part";
}
