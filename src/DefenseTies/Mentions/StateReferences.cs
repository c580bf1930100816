using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>Subjects that take up a state (<c>it</c>, <c>the kingdom</c>) become mentions of it, so that the next sentence goes on from them.</summary>
internal static class StateReferences
{
    /// <summary>Adds the references of one sentence; sentences must come in text order.</summary>
    public static void Find(Sentence sentence, References references, ArticleMentions mentions)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.BaseRelation is not "nsubj" || token.Upos is not ("PRON" or "NOUN") || mentions.At(sentence, token.Index) is not null
                || references.Actors(sentence, token.Index, states: true) is not [{ Entity.Type: "Country" } state])
                continue;
            mentions.Add(new Mention
            {
                Sentence = sentence,
                First = token.Index,
                Last = token.Index,
                Entity = state.Entity,
                Kind = NameKind.Reference,
                Known = state.Known,
            });
        }
    }
}
