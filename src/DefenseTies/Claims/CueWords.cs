using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Claims;

/// <summary>The words at a token that bear on its status.</summary>
internal sealed class CueWords(Sentence sentence, Lexicon lexicon)
{
    /// <summary>The word that negates a token, or -1.</summary>
    public int Negation(int t)
    {
        foreach (var child in sentence.Children(t))
        {
            var token = sentence.Tokens[child];
            if (token.Form.ToLowerInvariant() is "longer" && sentence.Children(child).Any(c => sentence.Tokens[c].Form.ToLowerInvariant() is "no"))
                return child;
            if (lexicon["negations"].Contains(token.Form.ToLowerInvariant()) && token.BaseRelation is "advmod" or "det" or "cc" or "case" or "mark" && !IsNotOnly(child))
                return child;
            if (token.Relation is "nsubj" or "nsubj:pass" && token.Form.ToLowerInvariant() is "neither" or "none" or "nobody")
                return child;
            // "sell no weapons", "sell no more weapons"
            if (token.Relation is "obj" or "nsubj" or "nsubj:pass" && sentence.Children(child).Any(c => sentence.Tokens[c].Form.ToLowerInvariant() is "no" or "neither" || (sentence.Tokens[c].Form == "more" && sentence.Children(c).Any(d => sentence.Tokens[d].Form == "no"))))
                return child;
        }

        return -1;
    }

    private bool IsNotOnly(int t) => t + 1 < sentence.Tokens.Count && sentence.Tokens[t + 1].Form.ToLowerInvariant() is "only" or "just" or "merely" or "least";

    /// <summary>A word's lemma with its particle: <c>rule out</c>.</summary>
    public string Lemma(int t)
    {
        var particle = sentence.Children(t).FirstOrDefault(c => sentence.Tokens[c].Relation == "compound:prt" || (sentence.Tokens[c].BaseRelation is "advmod" && sentence.Tokens[c].Form is "out" or "off" or "down"), -1);
        var lemma = sentence.Tokens[t].Lemma.ToLowerInvariant();
        if (lemma is "put" && sentence.Children(t).Any(c => sentence.Tokens[c].Lemma is "hold" or "ice"))
            return "put on hold";
        if (lemma is "come" && sentence.Children(t).Any(c => sentence.Tokens[c].Lemma is "nothing" or "naught"))
            return "come to nothing";
        return particle >= 0 ? $"{lemma} {sentence.Tokens[particle].Form.ToLowerInvariant()}" : lemma;
    }

    /// <summary>The word that turns an adjunct into its opposite, or -1: <c>decided against giving</c>, <c>instead of selling</c>, <c>without supplying</c>.</summary>
    public int Against(int t) => sentence.Children(t).FirstOrDefault(c => sentence.Tokens[c].Relation is "mark" or "case" && c < t && sentence.Tokens[c].Form.ToLowerInvariant() is "against" or "without" or "instead" or "rather" && sentence.Tokens[t].Upos == "VERB", -1);
}
