using System.Buffers;
using System.Text.RegularExpressions;
using DefenseTies.Articles;

namespace DefenseTies.Language;

/// <summary>Text → words and marks as Universal Dependencies English cuts them; designations (<c>F-16</c>) stay whole.</summary>
internal sealed partial class Tokenizer(LanguageRules rules)
{
    private const int LongestWord = 80;

    private static readonly SearchValues<char> Opening = SearchValues.Create("([{<\"'“‘«„*_~|");
    private static readonly SearchValues<char> Closing = SearchValues.Create(".,;:!?)]}>\"'”’»…*_~|%");
    private static readonly string[] Clitics = ["'s", "'re", "'ve", "'ll", "'d", "'m"];

    /// <summary>Adds the tokens of a stretch of text, in order.</summary>
    public void Tokenize(string text, TextSpan stretch, List<TextSpan> into)
    {
        var at = stretch.Start;
        while (at < stretch.End)
        {
            if (IsSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < stretch.End && !IsSpace(text[end]))
                end++;
            Chunk(text, at, end, into);
            at = end;
        }
    }

    // Zero-width characters separate nothing for a reader, but must not glue words for the parser.
    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\0';

    private void Chunk(string text, int start, int end, List<TextSpan> into)
    {
        while (start < end && Opening.Contains(text[start]) && !IsClitic(text.AsSpan(start, end - start)))
            into.Add(new TextSpan(start++, 1));

        var tail = new Stack<TextSpan>();
        while (end > start && Closing.Contains(text[end - 1]) && !KeepsStop(text, start, end))
        {
            var from = end - 1;
            while (text[end - 1] is '.' && from > start && text[from - 1] == '.')
                from--;
            tail.Push(TextSpan.FromBounds(from, end));
            end = from;
        }

        if (end > start)
            Word(text, start, end, into);
        foreach (var mark in tail)
            into.Add(mark);
    }

    private bool KeepsStop(string text, int start, int end)
    {
        if (text[end - 1] != '.' || end - start < 2)
            return false;
        var word = text.AsSpan(start, end - start);
        return Initials().IsMatch(word) || rules.Abbreviations.Contains(word.ToString().ToLowerInvariant());
    }

    private void Word(string text, int start, int end, List<TextSpan> into)
    {
        var word = text.AsSpan(start, end - start);
        if (Designation().IsMatch(word))
        {
            into.Add(TextSpan.FromBounds(start, end));
            return;
        }

        if (end - start > LongestWord)
        {
            // No word of any language is this long: an address, a table, an attack. Cut it so that nothing is quadratic.
            for (var at = start; at < end; at += LongestWord)
                into.Add(TextSpan.FromBounds(at, Math.Min(at + LongestWord, end)));
            return;
        }

        var cut = InnerCut(word);
        if (cut >= 0)
        {
            if (cut > 0)
                Chunk(text, start, start + cut, into);
            into.Add(new TextSpan(start + cut, 1));
            if (start + cut + 1 < end)
                Chunk(text, start + cut + 1, end, into);
            return;
        }

        var clitic = CliticStart(word);
        if (clitic > 0)
        {
            into.Add(TextSpan.FromBounds(start, start + clitic));
            into.Add(TextSpan.FromBounds(start + clitic, end));
            return;
        }

        into.Add(TextSpan.FromBounds(start, end));
    }

    // Where a hyphen, dash, slash or comma between letters splits the word, or -1.
    private int InnerCut(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("http", StringComparison.Ordinal) || word.Contains('@'))
            return -1;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c is '—' or '–' or '/' or '\\' or '=' or '(' or ')' or '[' or ']' or '"' or '“' or '”' or ';' or '…' or '\u2212')
                return i;
            if (c is ',' or ':' && !(i > 0 && i + 1 < word.Length && char.IsDigit(word[i - 1]) && char.IsDigit(word[i + 1])))
                return i;
            if (c is '-' or '\u2010' or '\u2011' && i > 0 && i + 1 < word.Length)
            {
                if (!rules.Prefixes.Contains(word[..i].ToString().ToLowerInvariant()) || char.IsUpper(word[i + 1]))
                    return i;
            }
            else if (c is '-' && word.Length > 1)
            {
                return i;
            }
        }

        return -1;
    }

    private static int CliticStart(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && (word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase)))
            return word.Length - 3;
        if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase))
            return 3;
        var mark = word.LastIndexOfAny('\'', '’');
        return mark > 0 && IsClitic(word[mark..]) ? mark : -1;
    }

    private static bool IsClitic(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 3 || word[0] is not ('\'' or '’'))
            return false;
        foreach (var clitic in Clitics)
        {
            if (word[1..].Equals(clitic.AsSpan(1), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // Letters and digits joined by hyphens or slashes: F-16, Su-30MKI, MQ-9B, F/A-18, TB2, AH-64E, 9M133, F-16s, A-50U.
    [GeneratedRegex(@"^(?:[\p{Lu}][\p{L}]{0,5}(?:/[\p{Lu}]{1,2})?[-\u2010\u2011]?\d{1,5}[\p{L}\d]{0,6}(?:[-\u2010\u2011/][\p{Lu}\d]{1,5})?|\d{1,3}[\p{Lu}]{1,2}\d{1,4}[\p{L}\d]*|\d{1,3}[\p{Lu}]{2,4})$")]
    private static partial Regex Designation();

    // U.S., U.S.A., e.g., J.
    [GeneratedRegex(@"^(?:\p{L}\.){1,5}$")]
    private static partial Regex Initials();
}
