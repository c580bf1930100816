using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Which leaders pronouns and roles stand for: <c>he</c>, <c>the two ministers</c>, <c>his Turkish counterpart</c>, <c>the president</c>.</summary>
internal sealed class LeaderReferences(ArticleMentions mentions, References references, Lexicon lexicon)
{
    private const int SentencesBack = 3;

    /// <summary>The leaders a token stands for; empty when unsure.</summary>
    public IReadOnlyList<Mention> Of(Sentence sentence, int token)
    {
        var word = sentence.Tokens[token];
        return word.Form.ToLowerInvariant() switch
        {
            // "The secretary flies to Brisbane, where he": whoever the secretary is.
            "he" or "she" when Nominal(sentence, token) is >= 0 and var noun => Of(sentence, noun),
            "he" or "she" or "his" => references.Last(sentence, token, references.Kinds.Leaders, preferSubject: true),
            "him" or "her" => references.Last(sentence, token, references.Kinds.Leaders, preferSubject: true, isNot: _ => true),
            "we" or "us" => references.SpeakingLeaders(sentence),
            "they" or "both" => Two(sentence, token),
            "two" when word is { Upos: "NUM", BaseRelation: "nsubj" } && References.IsDefinite(sentence, token) => Two(sentence, token),
            _ when word.Upos is not ("NOUN" or "PROPN") => [], // official prose writes "the two Presidents"
            "pair" or "men" when References.IsDefinite(sentence, token) => Two(sentence, token),
            _ when !lexicon["leader nouns"].Contains(word.Lemma.ToLowerInvariant()) => [],
            _ when word.Xpos is "NNS" or "NNPS" && From(sentence, token) is { Count: > 0 } theirs => theirs,
            _ when References.IsTwo(sentence, token) && References.IsDefinite(sentence, token) => Two(sentence, token) is { Count: 2 } both ? both : TwoOf(sentence, token),
            _ => Held(sentence, token),
        };
    }

    // A definite role that is the subject of the same sentence before the pronoun, with nobody named since.
    private int Nominal(Sentence sentence, int token)
    {
        for (var t = token - 1; t >= 0; t--)
        {
            if (mentions.At(sentence, t) is { Entity.Type: "Leader" or "Person" })
                return -1;
            if (sentence.Tokens[t] is { Upos: "NOUN", Xpos: "NN", BaseRelation: "nsubj" } noun && lexicon["leader nouns"].Contains(noun.Lemma) && References.IsDefinite(sentence, t))
                return t;
        }

        return -1;
    }

    // "His counterparts from Australia and Britain": of each state the leader whom the article gives an office of it.
    private List<Mention> From(Sentence sentence, int token) =>
        [.. sentence.Children(token).Where(c => c > token && sentence.Tokens[c].Relation == "nmod").SelectMany(c => Coordination.Of(sentence, c)).Select(c => mentions.At(sentence, c)).OfType<Mention>()
            .Where(m => m.Entity.Type == "Country").Select(m => references.Offices.HolderOf(m.Entity.Id, sentence)).OfType<Mention>()];

    // The last two leaders spoken of, if one sentence spoke of just two.
    private IReadOnlyList<Mention> Two(Sentence sentence, int token)
    {
        for (var s = sentence.Index; s >= Math.Max(0, sentence.Index - SentencesBack); s--)
        {
            var here = mentions.In(mentions.Sentences[s]).Where(m => m.Entity.Type == "Leader" && (s < sentence.Index || m.Last < token)).DistinctBy(m => m.Entity.Id).ToArray();
            if (here.Length >= 2)
                return here.Length == 2 ? here : [];
        }

        return [];
    }

    // "The two presidents": the last two who have such an office, though no sentence names both.
    private List<Mention> TwoOf(Sentence sentence, int token)
    {
        var found = new List<Mention>();
        for (var s = sentence.Index; s >= Math.Max(0, sentence.Index - SentencesBack) && found.Count < 2; s--)
        {
            foreach (var m in mentions.In(mentions.Sentences[s]).Reverse())
            {
                if (m.Entity.Type == "Leader" && (s < sentence.Index || m.Last < token) && found.All(f => f.Entity.Id != m.Entity.Id) && found.Count < 2
                    && (references.Offices.Of(m)?.Role ?? "").Contains(sentence.Tokens[token].Lemma, StringComparison.OrdinalIgnoreCase))
                    found.Add(m);
            }
        }

        return found.Count == 2 ? found : [];
    }

    // "His Kenyan counterpart", "the Turkish president": the leader whom the article gives an office of that state; "the president": the only one it has named.
    private IReadOnlyList<Mention> Held(Sentence sentence, int token)
    {
        var noun = sentence.Tokens[token].Lemma.ToLowerInvariant();
        var state = sentence.Children(token).Select(c => mentions.At(sentence, c)).FirstOrDefault(m => m?.Entity.Type == "Country")?.Entity.Id;
        if (state is null && (!References.IsDefinite(sentence, token) || sentence.Children(token).Any(c => sentence.Tokens[c].BaseRelation is "nmod" or "amod" or "compound")))
            return [];
        // Of several the one spoken of last: a minister's counterpart is named before his president is named again.
        return (state is null ? references.Offices.OnlyHolder(noun, sentence) ?? Protagonist(noun, sentence) : references.Offices.HolderOf(state, sentence)) is { } holder ? [holder] : [];
    }

    // Of several secretaries "the secretary" is the one with whom the article begins.
    private Mention? Protagonist(string noun, Sentence sentence) =>
        mentions.Sentences.Where(s => !s.IsTitle && s.Index < sentence.Index).Take(1).SelectMany(mentions.In).FirstOrDefault(m => m.Entity.Type == "Leader" && m.Sentence.Tokens[m.Head].BaseRelation is "nsubj") is { } first
            && (references.Offices.Of(first)?.Role ?? "").Contains(noun, StringComparison.OrdinalIgnoreCase) ? first : null;
}
