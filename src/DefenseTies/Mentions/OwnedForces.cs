using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>Whose army "the army" is: the state whose army the article spoke of by name last.</summary>
internal sealed class OwnedForces(ArticleMentions mentions)
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "army", "navy", "military", "junta", "ministry", "government", "regime" };

    // In text order, by noun.
    private readonly Lazy<Dictionary<string, Mention[]>> owners = new(() => Named(mentions).GroupBy(f => f.Noun, f => f.Owner, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));

    /// <summary>The state, or null when no force of this noun was named with its state before.</summary>
    public Mention? OwnerOf(Sentence sentence, int token) =>
        owners.Value.TryGetValue(sentence.Tokens[token].Lemma, out var named) && People.CountBefore(named, sentence, token) is > 0 and var count ? named[count - 1] : null;

    private static IEnumerable<(string Noun, Mention Owner)> Named(ArticleMentions mentions)
    {
        foreach (var sentence in mentions.Sentences.Where(s => s.IsParsed))
        {
            foreach (var token in sentence.Tokens.Where(t => Nouns.Contains(t.Lemma)))
            {
                if (sentence.Children(token.Index).Where(c => sentence.Tokens[c].Relation is "nmod:poss" or "amod" or "compound").Select(c => mentions.At(sentence, c)).FirstOrDefault(m => m?.Entity.Type == "Country") is { } owner)
                    yield return (token.Lemma, owner);
            }
        }
    }
}
