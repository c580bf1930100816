using CsCheck;
using DefenseTies.Articles;

namespace DefenseTies.Tests.Support;

/// <summary>Texts nobody would write, made of what may go wrong in reading them.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "Turkey", "sold", "F-16s", "to", "Poland", ".", "the", "and", ",", "bought", "from", "Russia", "which", "President", "Ilham Aliyev", "drones", "may", "not", "said that", "it", "they",
        "signed", "contract", "with", "NATO", "member of", "U.S.", "2,000.5", "in March 2021", "Ankara", "’s", "don't", "‑", ";", ":", "(", ")", "[", "“", "”", "\"", "'", "…", "a-b—c", "%", "$5", "/",
        "\n", "\n\n", "\r\n", "\t", "title: x\n", "- ", "🚀", "👩‍👩‍👧", "\uD800", "\uDC00", "\u200B", "\u200F", "\uFEFF", "\0", "שלום", "مرحبا", "Kızılelma", "É", "ﬁ", "<b>", "&amp;", "ANKARA (AFP) —",
    ];

    /// <summary>Pieces one after the other, mostly with a space between.</summary>
    public static Gen<string> Made { get; } =
        Gen.Int[0, Pieces.Length - 1].Select(Gen.Int[0, 4], (piece, gap) => Pieces[piece] + (gap > 0 ? " " : "")).Array[0, 60].Select(string.Concat);

    /// <summary>A golden article with stretches taken out, doubled or replaced.</summary>
    public static Gen<string> Mutated { get; } =
        Gen.Int[0, Loaded.GoldenTexts.Count - 1].Select(Changes(), (text, changes) => changes.Aggregate(Loaded.GoldenTexts[text], Change));

    // Short ones, so that many can be tried.
    private static readonly string[][] Sentences =
        [.. Loaded.GoldenTexts.SelectMany(t => Loaded.Pipeline.Split(Article.Parse(t))).Select(s => s.Tokens.Select(t => t.Form).ToArray()).Where(s => s.Length is >= 4 and <= 10)];

    /// <summary>A golden sentence with tokens swapped, taken out, doubled or shouted, quotation marks left open, and parts of others spliced in: close enough to sense that frames fire.</summary>
    public static Gen<string> MutatedSentence { get; } =
        Gen.Int[0, Sentences.Length - 1].Select(Edits(), (sentence, edits) => string.Join(' ', edits.Aggregate(Sentences[sentence].ToList(), Edit)));

    private static Gen<(int At, int Other, int Kind)[]> Edits() =>
        Gen.Int[0, 1000].Select(Gen.Int[0, 100_000], Gen.Int[0, 9], (at, other, kind) => (at, other, kind)).Array[0, 5];

    private static List<string> Edit(List<string> tokens, (int At, int Other, int Kind) edit)
    {
        var at = edit.At % tokens.Count;
        var other = Sentences[edit.Other % Sentences.Length];
        switch (edit.Kind)
        {
            case 0:
                (tokens[at], tokens[edit.Other % tokens.Count]) = (tokens[edit.Other % tokens.Count], tokens[at]);
                break;
            case 1 when tokens.Count > 1:
                tokens.RemoveAt(at);
                break;
            case 2:
                tokens.Insert(at, tokens[at]);
                break;
            case 3:
                tokens[at] = tokens[at].ToUpperInvariant();
                break;
            case 4 when at + 1 < tokens.Count:
                tokens[at] += tokens[at + 1];
                tokens.RemoveAt(at + 1);
                break;
            case 5:
                tokens.Insert(at, edit.Other % 2 == 0 ? "“" : "\"");
                break;
            case 6:
                tokens[at] = other[edit.At % other.Length];
                break;
            case 7 or 8:
                tokens.InsertRange(at, other.Skip(edit.At % other.Length).Take(5));
                break;
            default:
                tokens.Insert(at, Pieces[edit.Other % Pieces.Length]);
                break;
        }

        return tokens;
    }

    private static Gen<(int At, int Length, int Kind)[]> Changes() =>
        Gen.Int[0, 100_000].Select(Gen.Int[0, 400], Gen.Int[0, Pieces.Length + 4], (at, length, kind) => (at, length, kind)).Array[1, 6];

    private static string Change(string text, (int At, int Length, int Kind) change)
    {
        var start = text.Length == 0 ? 0 : change.At % text.Length;
        var end = Math.Min(text.Length, start + change.Length);
        var stretch = text[start..end];
        return text[..start] + (change.Kind - Pieces.Length) switch
        {
            < 0 => Pieces[change.Kind],
            0 => stretch + stretch,
            1 => "",
            2 => stretch.ToUpperInvariant(),
            3 => stretch.Replace(". ", " ", StringComparison.Ordinal),
            _ => stretch.Replace(' ', '\n'),
        } + text[end..];
    }
}
