using System.Text;
using System.Text.RegularExpressions;
using DefenseTies.Articles;

namespace DefenseTies.Worker;

/// <summary>What a server sent for a page → its article.</summary>
internal sealed partial class PageText(ArticleReader reader)
{
    private const int Head = 1024; // where HTML has to say how it is written

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads it as HTML or plain text, in the encoding that the server or the page names. Nothing else is an article.</summary>
    /// <param name="answer">What came.</param>
    /// <param name="date">Its date when the page itself has none.</param>
    public ArticleResult Read(WebAnswer answer, string? date)
    {
        var source = answer.Address.AbsoluteUri;
        var type = answer.ContentType?.MediaType;
        if (type is not (null or "text/html" or "application/xhtml+xml" or "text/plain"))
            return new ArticleResult(source, null, $"is {type}, not a page of text");
        using var text = new StreamReader(new MemoryStream(answer.Body), EncodingOf(answer), detectEncodingFromByteOrderMarks: true);
        var read = reader.Read(source, new MemoryStream(Encoding.UTF8.GetBytes(text.ReadToEnd())), isHtml: type != "text/plain");
        return date is null || read.Article is not { Date: null } article ? read : read with { Article = Article.Parse($"date: {date}\n{(article.BodyStart > 0 ? "" : "\n")}{article.Text}", article.Source) };
    }

    private static Encoding EncodingOf(WebAnswer answer)
    {
        var name = answer.ContentType?.CharSet?.Trim('"', '\'') ?? Charset().Match(Encoding.Latin1.GetString(answer.Body.AsSpan(0, Math.Min(Head, answer.Body.Length)))).Groups[1].Value;
        try
        {
            return name.Length > 0 ? Encoding.GetEncoding(name) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
