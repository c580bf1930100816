using CsCheck;

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
