using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DefenseTies.Articles;

/// <summary>A web page → the text of its article, with title, date and source as header lines.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "aside", "button", "dialog", "footer", "form", "head", "iframe", "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    };

    /// <summary>Paragraphs are separated by a blank line, white space inside them is one space, as a browser shows it. The same page always gives the same text.</summary>
    public static string Extract(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var body = Article(page);
        if (body is null)
            return "";
        var text = new StringBuilder();
        Header(text, "title", Meta(page, "og:title") ?? page.QuerySelector("h1")?.TextContent ?? page.Title);
        Header(text, "date", Meta(page, "article:published_time") ?? Meta(page, "datePublished") ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
        Header(text, "source", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta(page, "og:url"));
        if (text.Length > 0)
            text.Append('\n');
        var start = text.Length;
        Walk(body, text, start);
        return text.Length == start ? "" : text.ToString().TrimEnd() + "\n";
    }

    // The longest <article>, for a page may show other articles in small beside it.
    private static INode? Article(IDocument page) =>
        page.QuerySelectorAll("article").MaxBy(a => a.TextContent.Length) ?? page.QuerySelector("main") ?? (INode?)page.Body;

    private static string? Meta(IDocument page, string name) =>
        page.QuerySelectorAll("meta").FirstOrDefault(m => name == (m.GetAttribute("property") ?? m.GetAttribute("name") ?? m.GetAttribute("itemprop")))?.GetAttribute("content");

    private static void Header(StringBuilder text, string key, string? value)
    {
        var line = string.Join(' ', (value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > 0)
            text.Append(key).Append(": ").Append(line).Append('\n');
    }

    // With a stack of its own: pages are untrusted, and may be nested deeper than the thread's stack.
    private static void Walk(INode root, StringBuilder text, int start)
    {
        var open = new Stack<(INode Node, bool Leaving)>([(root, false)]);
        var space = false;
        while (open.TryPop(out var at))
        {
            if (at.Node is IText words && !at.Leaving)
            {
                space = Append(words.Data, text, start, space);
                continue;
            }

            if (at.Node is not IElement element || Skipped.Contains(element.LocalName))
                continue;
            if (Blocks.Contains(element.LocalName))
                (space, _) = (false, Break(text, start));
            if (at.Leaving)
                continue;
            open.Push((element, true));
            for (var child = element.LastChild; child is not null; child = child.PreviousSibling)
                open.Push((child, false));
        }
    }

    private static bool Append(string words, StringBuilder text, int start, bool space)
    {
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (space && text.Length > start && text[^1] != '\n')
                text.Append(' ');
            space = false;
            text.Append(c);
        }

        return space;
    }

    private static StringBuilder Break(StringBuilder text, int start)
    {
        if (text.Length > start && text[^1] != '\n')
            text.Append("\n\n");
        return text;
    }
}
