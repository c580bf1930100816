using System.Text;
using DefenseTies.Articles;

namespace DefenseTies.LanguageModel;

/// <summary>Finds words in a text exactly, or with each run of white space taken for one blank. Places are always the text's own.</summary>
internal sealed class FoldedText
{
    private readonly string text;
    private readonly string folded;

    // Where each unit of the folded text stands in the text.
    private readonly int[] places;

    public FoldedText(string text)
    {
        this.text = text;
        (folded, places) = Fold(text);
    }

    /// <summary>The first place of the words, or null when they are not there or there are none.</summary>
    public TextSpan? Find(string words)
    {
        var exact = words.Trim();
        if (exact.Length == 0)
            return null;
        var at = text.IndexOf(exact, StringComparison.Ordinal);
        return at >= 0 ? new TextSpan(at, exact.Length) : Within(Fold(exact).Folded, whole: false);
    }

    /// <summary>As <see cref="Find"/>, where no letter or digit stands right before or after: not <c>Oman</c> in <c>Romania</c>.</summary>
    public TextSpan? FindWhole(string words) => words.Trim() is { Length: > 0 } name ? Within(Fold(name).Folded, whole: true) : null;

    /// <summary>The words on one line, one blank between them.</summary>
    public static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private TextSpan? Within(string words, bool whole)
    {
        for (var at = folded.IndexOf(words, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if (!whole || !((at > 0 && char.IsLetterOrDigit(folded[at - 1])) || (end < folded.Length && char.IsLetterOrDigit(folded[end]))))
                return TextSpan.FromBounds(places[at], places[end - 1] + 1);
        }

        return null;
    }

    private static (string Folded, int[] Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isBlank = char.IsWhiteSpace(text[i]);
            if (isBlank && folded.Length > 0 && folded[^1] == ' ')
                continue;
            folded.Append(isBlank ? ' ' : text[i]);
            places.Add(i);
        }

        return (folded.ToString(), [.. places]);
    }
}
