using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CodeHollow.FeedReader;
using CodeHollow.FeedReader.Feeds;
using DefenseTies.Articles;

namespace DefenseTies.Worker;

/// <summary>A feed → what came in with it.</summary>
internal static class FeedItems
{
    // Shorter content is a teaser, whatever it is called, and so is one that breaks off.
    private const int ShortestArticle = 1200;

    private static readonly string[] BrokenOff = ["…", "...", "[…]", "[...]", "more", "more »", "more ›", "more >"];

    /// <summary>Reads RSS or Atom. An item with its whole article in it is an article, one with a summary a page to be fetched.</summary>
    /// <param name="feed">The feed as it came.</param>
    /// <param name="address">Where from; relative links start there.</param>
    /// <param name="reader">Makes text of the items' HTML.</param>
    /// <exception cref="XmlException">It is no XML, or has a document type declaration.</exception>
    /// <exception cref="InvalidDataException">It is no feed.</exception>
    public static IReadOnlyList<Arrival> Read(byte[] feed, Uri address, ArticleReader reader)
    {
        // The library reads text with a parser of its own: it gets what this one has read, in which nothing refers to anything else.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var xml = XmlReader.Create(new MemoryStream(feed), settings);
        var document = XDocument.Load(xml);
        Feed read;
        try
        {
            read = FeedReader.ReadFromString(document.ToString(SaveOptions.DisableFormatting));
        }
        catch (Exception error)
        {
            // Whatever it throws, it could not read this.
            throw new InvalidDataException($"no feed: {error.Message}", error);
        }

        return [.. read.Items.Select(i => Arrival(i, address, reader)).OfType<Arrival>().DistinctBy(a => (a.Source, a.Version))];
    }

    private static Arrival? Arrival(FeedItem item, Uri feed, ArticleReader reader)
    {
        var atom = item.SpecificItem as AtomFeedItem;
        var date = (item.PublishingDate ?? atom?.UpdatedDate) is { } day ? PartialDate.Of(DateOnly.FromDateTime(day)).ToString() : null;
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', item.Id, item.PublishingDateString, atom?.UpdatedDateString, item.Title, item.Content, item.Description))))[..16];
        if (!Uri.TryCreate(feed, item.Link, out var link) || link.Scheme is not ("http" or "https"))
            link = null;

        // Without a link there is nothing better than what stands here.
        var content = link is null ? item.Content ?? item.Description : item.Content;
        var text = string.IsNullOrWhiteSpace(content) ? null : Text(item, content, link, date, reader);
        if (text is not null && (link is null || IsWhole(text)))
            return new Arrival(Origin.Page, link?.AbsoluteUri ?? $"{feed}#{version}", version, date, Encoding.UTF8.GetBytes(text));
        return link is null ? null : new Arrival(Origin.Page, link.GetLeftPart(UriPartial.Query), version, date);
    }

    // As a page, so that it is read like one.
    private static string? Text(FeedItem item, string content, Uri? link, string? date, ArticleReader reader)
    {
        var page = $"""
            <html><head><title>{WebUtility.HtmlEncode(item.Title)}</title>{Meta("article:published_time", date)}{Meta("og:url", link?.AbsoluteUri)}</head><body>{content}</body></html>
            """;
        return reader.Read("item.html", new MemoryStream(Encoding.UTF8.GetBytes(page))).Article?.Text;
    }

    private static string Meta(string name, string? value) => value is null ? "" : $"<meta property=\"{name}\" content=\"{WebUtility.HtmlEncode(value)}\">";

    private static bool IsWhole(string text) =>
        text.Length >= ShortestArticle && !Array.Exists(BrokenOff, end => text.AsSpan().TrimEnd().EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
