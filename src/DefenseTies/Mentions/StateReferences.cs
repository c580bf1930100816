using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>Subjects that stand for a state, and whose the subject is (<c>it</c>, <c>the kingdom</c>, <c>the Chinese government</c>, <c>the army's</c> equipment) become mentions of it, so that what follows goes on from them.</summary>
internal static class StateReferences
{
    /// <summary>Adds the references of one sentence; sentences must come in text order.</summary>
    public static void Find(Roles roles, Fillers fillers, ArticleMentions mentions)
    {
        var sentence = roles.Sentence;
        foreach (var token in sentence.Tokens)
        {
            if (!(token.BaseRelation is "nsubj" || (token is { Relation: "nmod:poss", Upos: "NOUN", Head: >= 0 and var owned } && sentence.Tokens[owned].BaseRelation is "nsubj")) || token.Upos is not ("PRON" or "NOUN" or "PROPN") || mentions.At(sentence, token.Index) is not null
                || fillers.Actors(roles, token.Index, states: true) is not [{ Entity: { Type: "Country" } state } found])
                continue;
            mentions.Add(new Mention
            {
                Sentence = sentence,
                First = token.Index,
                Last = token.Index,
                Entity = state,
                Kind = NameKind.Reference,
                Known = found.Known,
            });
        }
    }
}
