using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>Whose army "the army" is: the state whose army the article spoke of by name last.</summary>
internal sealed class OwnedForces(ArticleMentions mentions)
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "army", "navy", "military", "junta", "ministry", "government", "regime" };

    private readonly Lazy<ILookup<string, (int Sentence, int Token, Mention Owner)>> named = new(() => Named(mentions).ToLookup(f => f.Noun, f => (f.Sentence, f.Token, f.Owner), StringComparer.Ordinal));

    /// <summary>The state, or null when no force of this noun was named with its state before.</summary>
    public Mention? OwnerOf(Sentence sentence, int token)
    {
        var before = named.Value[sentence.Tokens[token].Lemma];
        return before.LastOrDefault(f => f.Sentence < sentence.Index || (f.Sentence == sentence.Index && f.Token < token)).Owner;
    }

    private static IEnumerable<(string Noun, int Sentence, int Token, Mention Owner)> Named(ArticleMentions mentions)
    {
        foreach (var sentence in mentions.Sentences.Where(s => s.IsParsed))
        {
            foreach (var token in sentence.Tokens.Where(t => Nouns.Contains(t.Lemma)))
            {
                if (sentence.Children(token.Index).Where(c => sentence.Tokens[c].Relation is "nmod:poss" or "amod" or "compound").Select(c => mentions.At(sentence, c)).FirstOrDefault(m => m?.Entity.Type == "Country") is { } owner)
                    yield return (token.Lemma, sentence.Index, token.Index, owner);
            }
        }
    }
}
