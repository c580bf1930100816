namespace DefenseTies.Articles;

/// <summary>A file that was read, or why it was not.</summary>
/// <param name="Path">The path as it was given; <c>-</c> is standard input.</param>
/// <param name="Article">The article, or null when there is a problem.</param>
/// <param name="Problem">What is wrong and what to do about it, or null.</param>
public sealed record ArticleResult(string Path, Article? Article, string? Problem);

/// <summary>Files → articles. A file that cannot be read is a result that says why; nothing in a file makes it throw. Thread-safe, except for standard input.</summary>
/// <param name="mostBytes">Larger files are not read. Default 10 MB.</param>
/// <param name="standardInput">What <c>-</c> stands for; null when nothing does.</param>
public sealed class ArticleReader(long mostBytes = ArticleReader.DefaultMostBytes, Stream? standardInput = null)
{
    /// <summary>10 MB: a long book is 2 MB.</summary>
    public const long DefaultMostBytes = 10_000_000;

    /// <summary>Reads one file. HTML becomes its text first: offsets point into that text, which begins with title, date and source as header lines.</summary>
    public ArticleResult Read(ArticlePath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Problem is not null)
            return new ArticleResult(path.Path, null, path.Problem);
        try
        {
            using var stream = Open(path.Path);
            if (stream is null)
                return new ArticleResult(path.Path, null, "there is no standard input");
            return Read(path.Path, stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException)
        {
            return new ArticleResult(path.Path, null, $"cannot be read: {error.Message}");
        }
    }

    /// <summary>Reads what somebody else has opened.</summary>
    /// <param name="source">Where it comes from, for an article that does not say itself.</param>
    /// <param name="content">The bytes of a file, as they are.</param>
    /// <param name="isHtml">Whether it is HTML; null goes by the ending of <paramref name="source"/>.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    public ArticleResult Read(string source, Stream content, bool? isHtml = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(content);
        var bytes = ReadAtMost(content, out var tooLarge);
        if (tooLarge)
            return new ArticleResult(source, null, $"larger than the limit of {Size(mostBytes)}{Actual(content)}; raise it with --max-size if this really is one article");
        var decoded = ArticleText.Decode(bytes);
        if (decoded.Problem is not null)
            return new ArticleResult(source, null, decoded.Problem);
        return isHtml ?? IsHtml(source)
            ? FromHtml(source, decoded.Text)
            : new ArticleResult(source, Article.Parse(decoded.Text, Source(source)), null);
    }

    private static ArticleResult FromHtml(string path, string html)
    {
        var text = HtmlText.Extract(html);
        return string.IsNullOrWhiteSpace(text)
            ? new ArticleResult(path, null, "the page holds no text")
            : new ArticleResult(path, Article.Parse(text, Source(path)), null);
    }

    private Stream? Open(string path) => path == "-" ? standardInput : File.OpenRead(path);

    private byte[] ReadAtMost(Stream stream, out bool tooLarge)
    {
        tooLarge = stream.CanSeek && stream.Length > mostBytes;
        if (tooLarge)
            return [];

        // A pipe or a device does not say how long it is.
        using var read = new MemoryStream();
        var buffer = new byte[81920];
        while (stream.Read(buffer) is > 0 and var count)
        {
            read.Write(buffer, 0, count);
            if (read.Length > mostBytes)
            {
                tooLarge = true;
                return [];
            }
        }

        return read.ToArray();
    }

    private static bool IsHtml(string path) =>
        path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    private static string Source(string path) => path == "-" ? "standard input" : path;

    private static string Actual(Stream stream) => stream.CanSeek ? $" ({Size(stream.Length)})" : "";

    private static string Size(long bytes) =>
        bytes >= 1_000_000 ? FormattableString.Invariant($"{bytes / 1e6:0.#} MB") : FormattableString.Invariant($"{bytes} bytes");
}
