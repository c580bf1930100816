using System.Globalization;
using System.Text;
using DefenseTies.Mentions;

namespace DefenseTies.Scoring;

/// <summary>How gold and output are compared by name.</summary>
internal static class GoldText
{
    /// <summary>A name without case, marks, punctuation and leading article, with one spelling of <c>defense</c> and <c>program</c>.</summary>
    public static string Normal(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in Names.Fold(name).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                continue;
            if (rune.Value == 'ẞ')
                kept.Append("ss");
            else if (rune.Value == 'ς')
                kept.Append('σ');
            else if (rune.Value is '-' or (>= '\u2010' and <= '\u2015') or '\u2212' || Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (rune.Value is '_' or '/' || Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
                kept.Append(Rune.ToLowerInvariant(rune));
        }

        var text = kept.ToString().Replace("defence", "defense", StringComparison.Ordinal).Replace("programme", "program", StringComparison.Ordinal);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // An article is taken off only in front of another word: "A" alone is a name.
        return string.Join(' ', words.Length > 1 && words[0] is "the" or "a" or "an" ? words[1..] : words);
    }
}
