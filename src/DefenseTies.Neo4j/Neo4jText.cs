using System.Globalization;
using System.Text;

namespace DefenseTies.Neo4j;

/// <summary>Strings into the database and back, unit for unit.</summary>
/// <remarks>
/// Neo4j stores a surrogate without its partner as <c>?</c>, without a word; offsets point into texts, so not one unit may change. A string that
/// holds one is stored after a mark, with such units and backslashes written out as <c>\uD83D</c> and <c>\\</c>. All other text is stored as it is.
/// </remarks>
internal static class Neo4jText
{
    private const string Mark = "\uFFFD\\u:";

    /// <summary>The string as the database holds it.</summary>
    public static string Encode(string text)
    {
        if (text.StartsWith(Mark, StringComparison.Ordinal) || HasLoneSurrogate(text))
            return Written(text);
        return text;
    }

    /// <summary>The string that was encoded.</summary>
    public static string Decode(string stored)
    {
        if (!stored.StartsWith(Mark, StringComparison.Ordinal))
            return stored;
        var text = new StringBuilder(stored.Length);
        for (var i = Mark.Length; i < stored.Length; i++)
        {
            if (stored[i] != '\\')
                text.Append(stored[i]);
            else if (i + 5 < stored.Length && stored[i + 1] == 'u' && ushort.TryParse(stored.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                (_, i) = (text.Append((char)unit), i + 5);
            else
                (_, i) = (text.Append('\\'), i + 1);
        }

        return text.ToString();
    }

    private static string Written(string text)
    {
        var written = new StringBuilder(Mark, text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                written.Append("\\\\");
            else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                written.Append(text[i]).Append(text[++i]);
            else if (char.IsSurrogate(text[i]))
                written.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
            else
                written.Append(text[i]);
        }

        return written.ToString();
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var rest = text.AsSpan(); ;)
        {
            var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0)
                return false;
            if (!char.IsHighSurrogate(rest[at]) || at + 1 == rest.Length || !char.IsLowSurrogate(rest[at + 1]))
                return true;
            rest = rest[(at + 2)..];
        }
    }
}
