using System.Globalization;
using System.Text;

namespace DefenseTies.Mentions;

/// <summary>How names are compared: without case, diacritics, hyphens and articles, with one spelling of <c>defence</c>.</summary>
public static class Names
{
    /// <summary>The form under which two spellings of one name are equal, e.g. <c>Türkiye</c> → <c>turkiye</c>, <c>the F‑16</c> → <c>f 16</c>.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = new StringBuilder(name.Length);
        foreach (var c in Fold(name))
        {
            if (char.IsLetterOrDigit(c) || c == '/')
                folded.Append(char.ToLowerInvariant(c));
            else if ((char.IsWhiteSpace(c) || IsDash(c)) && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        var key = folded.ToString().Trim().Replace("defence", "defense", StringComparison.Ordinal).Replace("programme", "program", StringComparison.Ordinal);
        foreach (var article in (ReadOnlySpan<string>)["the ", "an ", "a "])
        {
            if (key.Length > article.Length && key.StartsWith(article, StringComparison.Ordinal))
                return key[article.Length..];
        }

        return key;
    }

    /// <summary>Lower-case letters and digits of a name, Latin ones in ASCII where they have a plain form; runs of anything else as one hyphen.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in Fold(name))
        {
            // A few capitals, such as ℂ, have no small letter.
            if (char.IsLetterOrDigit(c) && !char.IsUpper(char.ToLowerInvariant(c)))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    /// <summary>True when two names begin with the same letter or digit; a name without any has no initial to share.</summary>
    internal static bool SameInitial(string one, string other) =>
        Key(one) is [var first, ..] && Key(other) is [var second, ..] && first == second;

    /// <summary><c>WeaponSystem</c> → <c>Weapon System</c>.</summary>
    internal static string SplitCamel(string name)
    {
        var words = new StringBuilder(name.Length + 2);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && words.Length > 0)
                words.Append(' ');
            words.Append(c);
        }

        return words.ToString();
    }

    /// <summary>True for hyphens, dashes and the minus sign.</summary>
    internal static bool IsDash(char c) => c is '-' or '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    /// <summary>The name in plain letters: <c>Türkiye</c> → <c>Turkiye</c>.</summary>
    internal static string Fold(string name) => Diacritics.Remove(name);
}
