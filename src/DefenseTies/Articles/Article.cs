using System.Security.Cryptography;
using System.Text;

namespace DefenseTies.Articles;

/// <summary>One text as it came, never altered: every offset points into <see cref="Text"/>.</summary>
public sealed record Article
{
    /// <summary>First 16 hex digits of the SHA-256 of the text's UTF-8 bytes.</summary>
    public required string Id { get; init; }

    /// <summary>The whole text, header lines included.</summary>
    public required string Text { get; init; }

    /// <summary>Where the text begins after its <c>key: value</c> header; 0 when it has none.</summary>
    public int BodyStart { get; init; }

    /// <summary>The headline's place in <see cref="Text"/>; empty when the header names none.</summary>
    public TextSpan TitleSpan { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, or null when it does not say.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Where it comes from: the header's <c>source</c>, else the file or address it was read from.</summary>
    public string? Source { get; init; }

    /// <summary>Language as a BCP 47 tag; <c>en</c> unless the header says otherwise.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Reads a text that may begin with <c>key: value</c> lines (title, date, source, language …) up to the first blank line.</summary>
    /// <param name="text">Any text; nothing in it is an error.</param>
    /// <param name="source">Used when the header names no source.</param>
    public static Article Parse(string text, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var header = ArticleHeader.Read(text);
        return new Article
        {
            Id = IdOf(text),
            Text = text,
            BodyStart = header.End,
            TitleSpan = header.Span("title"),
            Title = header.Value("title"),
            Date = PartialDate.TryParse(header.Value("date"), out var date) ? date : null,
            Source = header.Value("source") ?? source,
            Language = header.Value("language") ?? "en",
        };
    }

    private static string IdOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
