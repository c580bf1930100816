using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>A run of capitalised words, with the small words that may join them.</summary>
internal static class CapitalizedRun
{
    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal) { "of", "for", "and", "&", "-", "–", "the", "on", "de", "du", "des" };

    /// <summary>The first token of the run that ends at <paramref name="last"/>; joints only between two capitalised words.</summary>
    public static int Start(Sentence sentence, int last, bool joints)
    {
        var first = last;
        for (var t = last - 1; t >= 0; t--)
        {
            if (IsCapital(sentence.Tokens[t]))
            {
                first = t;
                continue;
            }

            // "Trans-Sahara": a hyphen without spaces is within a word.
            if (t > 0 && first == t + 1 && sentence.Tokens[t].Form == "-" && sentence.Tokens[t].Span.End == sentence.Tokens[first].Span.Start && sentence.Tokens[t - 1].Span.End == sentence.Tokens[t].Span.Start && IsCapital(sentence.Tokens[t - 1]))
                continue;

            if (!joints || !Joints.Contains(sentence.Tokens[t].Form) || t == 0 || !(IsCapital(sentence.Tokens[t - 1]) || Joints.Contains(sentence.Tokens[t - 1].Form)))
                break;
        }

        return first;
    }

    /// <summary>The last token of the run that begins at <paramref name="first"/>.</summary>
    public static int End(Sentence sentence, int first)
    {
        var last = first;
        for (var t = first + 1; t < sentence.Tokens.Count && last - first < 12; t++)
        {
            if (IsCapital(sentence.Tokens[t]))
                last = t;
            else if (!Joints.Contains(sentence.Tokens[t].Form))
                break;
        }

        return last;
    }

    /// <summary>A word with a capital that is more than an article at the start of the sentence.</summary>
    public static bool IsCapital(Token token) =>
        token.IsCapitalized && !(token.Upos is "DET" or "PRON" or "ADP" or "SCONJ" or "CCONJ" or "AUX" or "ADV" || (token.Index == 0 && token.Upos == "VERB"));
}
