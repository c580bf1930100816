using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>Definite nouns that take up a weapon system (<c>the missile</c>) become mentions of it, so that what follows can take it up in turn.</summary>
internal static class SystemDescriptions
{
    /// <summary>Adds the descriptions of one sentence; sentences must come in text order.</summary>
    public static void Find(Sentence sentence, References references, ArticleMentions mentions)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Upos != "NOUN" || mentions.At(sentence, token.Index) is not null || references.Weapons(sentence, token.Index) is not [var system])
                continue;
            mentions.Add(new Mention
            {
                Sentence = sentence,
                First = token.Index,
                Last = token.Index,
                Entity = system.Entity,
                Kind = NameKind.Reference,
                Known = system.Known,
            });
        }
    }
}
