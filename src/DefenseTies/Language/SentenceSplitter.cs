using DefenseTies.Articles;

namespace DefenseTies.Language;

/// <summary>Article → sentences. Blank lines, list items and headings end a sentence; so do semicolons, which set off whole clauses in official prose.</summary>
internal sealed class SentenceSplitter
{
    // The parser's cost grows with the square of the length; its README asks for a cut at 200.
    private const int LongestSentence = 160;

    private readonly LanguageRules rules;
    private readonly Tokenizer tokenizer;

    public SentenceSplitter(LanguageRules rules)
    {
        this.rules = rules;
        tokenizer = new Tokenizer(rules);
    }

    /// <summary>The headline first, when there is one, then the body in text order.</summary>
    public IReadOnlyList<Sentence> Split(Article article)
    {
        var sentences = new List<Sentence>();
        if (article.TitleSpan.Length > 0)
            Block(article.Text, article.TitleSpan, 0, sentences);
        var paragraph = 0;
        foreach (var block in Blocks(article.Text, article.BodyStart))
            Block(article.Text, block, ++paragraph, sentences);
        return sentences;
    }

    private static IEnumerable<TextSpan> Blocks(string text, int from)
    {
        var start = from;
        while (start < text.Length)
        {
            var end = start;
            while (true)
            {
                var line = text.IndexOf('\n', end);
                if (line < 0)
                {
                    end = text.Length;
                    break;
                }

                if (EndsBlock(text, start, line))
                {
                    end = line;
                    break;
                }

                end = line + 1;
            }

            if (end > start)
                yield return TextSpan.FromBounds(start, end);
            start = end + 1;
        }
    }

    // A hard-wrapped line goes on in the next one; a finished, short or itemised line does not.
    private static bool EndsBlock(string text, int blockStart, int lineEnd)
    {
        var next = lineEnd + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            next++;
        if (lineEnd == blockStart || next >= text.Length || text[next] is '\n' or '-' or '*' or '•' or '#' or '>' or '|')
            return true;
        var last = lineEnd - 1;
        while (last > blockStart && char.IsWhiteSpace(text[last]))
            last--;
        if (text[last] is '.' or '!' or '?' or ':' or '"' or '”' or ')')
            return true;
        var lineStart = text.LastIndexOf('\n', Math.Max(lineEnd - 1, 0)) + 1;
        return lineEnd - Math.Max(lineStart, blockStart) < 50 && char.IsUpper(text[next]);
    }

    private void Block(string text, TextSpan block, int paragraph, List<Sentence> into)
    {
        var spans = new List<TextSpan>();
        tokenizer.Tokenize(text, block, spans);
        var start = Dateline(text, spans);
        if (start > 0)
            Add(text, spans, 0, start, paragraph, into);
        for (var i = start; i < spans.Count; i++)
        {
            if (i - start + 1 < LongestSentence && !EndsSentence(text, spans, i))
                continue;
            while (i + 1 < spans.Count && IsClosing(text, spans[i + 1], spans[i].End))
                i++;
            Add(text, spans, start, i + 1, paragraph, into);
            start = i + 1;
        }

        if (start < spans.Count)
            Add(text, spans, start, spans.Count, paragraph, into);
    }

    // "NEW DELHI/MANILA — ", "KYIV, Ukraine (AP) — ", "Jakarta (VNA) -- ": where and by whom, not what. The number of tokens, 0 when there is none.
    private static int Dateline(string text, List<TextSpan> spans)
    {
        for (var i = 1; i < Math.Min(spans.Count, 10); i++)
        {
            var token = spans[i].In(text);
            if (token is "—" or "–" or "-" or "--")
            {
                if (spans[i - 1].End == spans[i].Start || !(IsShouted(spans[0].In(text)) || spans[i - 1].In(text) is ")"))
                    return 0;
                var next = i + 1;
                while (next < spans.Count && spans[next].In(text) is "-")
                    next++;
                return next;
            }

            if (char.IsLetter(token[0]) && char.IsLower(token[0]))
                return 0;
        }

        return 0;
    }

    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
                return false;
        }

        return word.Length > 2;
    }

    private bool EndsSentence(string text, List<TextSpan> spans, int i)
    {
        var token = spans[i].In(text);
        if (token[^1] is '!' or '?' or '…' || token is ";" || (token[0] == '.' && token.Length != 2))
            return true;
        return token.Length > 1 && token[^1] == '.' && i + 1 < spans.Count
            && rules.Starters.Contains(spans[i + 1].In(text).ToString())
            && char.IsUpper(token[0]) && token.Count('.') > 1;
    }

    private static bool IsClosing(string text, TextSpan token, int previousEnd) =>
        token.Start == previousEnd && token.Length == 1 && text[token.Start] is '"' or '”' or '’' or '\'' or ')' or ']';

    private static void Add(string text, List<TextSpan> spans, int from, int to, int paragraph, List<Sentence> into)
    {
        var tokens = new Token[to - from];
        for (var i = from; i < to; i++)
        {
            var form = spans[i].In(text).ToString();
            tokens[i - from] = new Token { Index = i - from, Span = spans[i], Form = form, Lemma = form.ToLowerInvariant() };
        }

        into.Add(new Sentence
        {
            Index = into.Count,
            Span = TextSpan.FromBounds(spans[from].Start, spans[to - 1].End),
            Tokens = tokens,
            Paragraph = paragraph,
        });
    }
}
