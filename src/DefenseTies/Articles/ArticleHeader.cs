namespace DefenseTies.Articles;

/// <summary>The <c>key: value</c> lines an article file may begin with.</summary>
internal sealed class ArticleHeader
{
    // Any other word before a colon ("WASHINGTON: The minister …") is the article itself.
    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "date", "source", "language", "licence", "license", "author", "url", "publisher",
    };

    private readonly Dictionary<string, TextSpan> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string text;

    private ArticleHeader(string text) => this.text = text;

    /// <summary>Where the body begins; 0 when there is no header.</summary>
    public int End { get; private set; }

    /// <summary>Reads as many lines as are <c>key: value</c>; a header without a known key in its first line is none.</summary>
    public static ArticleHeader Read(string text)
    {
        var header = new ArticleHeader(text);
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0)
                end = text.Length;
            var line = text.AsSpan(at, end - at);
            var colon = line.IndexOf(':');
            if (colon <= 0 || !Keys.Contains(line[..colon].Trim().ToString()))
            {
                // A blank line ends the header; anything else means the body follows directly.
                if (header.values.Count > 0)
                    header.End = line.IsWhiteSpace() ? Math.Min(end + 1, text.Length) : at;
                return header;
            }

            var value = line[(colon + 1)..];
            var start = at + colon + 1 + (value.Length - value.TrimStart().Length);
            header.values.TryAdd(line[..colon].Trim().ToString(), new TextSpan(start, value.Trim().Length));
            at = end + 1;
        }

        header.End = header.values.Count > 0 ? text.Length : 0;
        return header;
    }

    public TextSpan Span(string key) => values.GetValueOrDefault(key);

    public string? Value(string key) =>
        values.TryGetValue(key, out var span) && span.Length > 0 ? span.In(text).ToString() : null;
}
