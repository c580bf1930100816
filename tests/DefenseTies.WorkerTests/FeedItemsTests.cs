using System.Text;
using System.Xml;
using DefenseTies.Articles;
using DefenseTies.Worker;

namespace DefenseTies.WorkerTests;

public sealed class FeedItemsTests
{
    private static readonly Uri Address = new("https://example.org/news/rss");
    private static readonly string Whole = string.Concat(Enumerable.Repeat("<p>Turkey delivered drones to Azerbaijan &amp; trained its army.</p>", 25));

    [Fact]
    public void An_item_with_its_article_in_it_is_an_article_and_one_with_a_summary_a_page_to_fetch()
    {
        var items = Read($"""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
              <item><title>Drones &amp; more</title><link>https://example.org/1</link><guid>1</guid><pubDate>Tue, 01 Oct 2024 10:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[{Whole}]]></content:encoded></item>
              <item><title>Two</title><link>../2?a=b#top</link><guid>2</guid><pubDate>no date at all</pubDate><description>Short.</description></item>
              <item><title>Three</title><link>https://example.org/3</link><content:encoded><![CDATA[{Whole}<p>Read more</p>]]></content:encoded></item>
              <item><title>Four</title><description>Ukraine supplied engines to Turkey.</description></item>
              <item><title>Five</title><link>javascript:alert(1)</link></item>
            </channel></rss>
            """);
        items.Select(i => i.Source).ShouldBe(["https://example.org/1", "https://example.org/2?a=b", "https://example.org/3", items[3].Source]);
        items[3].Source.ShouldStartWith("https://example.org/news/rss#");
        items.Select(i => i.Text is null).ShouldBe([false, true, true, false]);
        items.Select(i => i.Date).ShouldBe(["2024-10-01", null, null, null]);
        var article = Article.Parse(Encoding.UTF8.GetString(items[0].Text!));
        article.Title.ShouldBe("Drones & more");
        article.Date.ShouldBe(new PartialDate(2024, 10, 1));
        article.Source.ShouldBe("https://example.org/1");
        article.Text.ShouldContain("\n\nTurkey delivered drones to Azerbaijan & trained its army.\n\n");
    }

    [Theory]
    [InlineData("""<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>One</title><id>1</id><updated>2024-10-01T10:00:00Z</updated><link rel="alternate" href="/1"/><summary>S</summary></entry></feed>""")]
    [InlineData("""<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>N</title><item><title>One</title><link>https://example.org/1</link><pubDate>Tue, 1 Oct 2024 10:00 +0000</pubDate></item></channel></rss>""")]
    [InlineData("""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>N</title></channel><item><title>One</title><link>https://example.org/1</link><dc:date>2024-10-01</dc:date></item></rdf:RDF>""")]
    public void Atom_and_every_RSS_are_read(string feed)
    {
        var item = Read(feed).ShouldHaveSingleItem();
        item.Source.ShouldBe("https://example.org/1");
        item.Date.ShouldBe("2024-10-01");
    }

    [Fact]
    public void An_item_that_has_changed_is_another_version()
    {
        static string Feed(string description) => $"<rss version='2.0'><channel><item><link>https://example.org/1</link><guid>1</guid><description>{description}</description></item></channel></rss>";
        var (before, same, after) = (Read(Feed("a"))[0], Read(Feed("a"))[0], Read(Feed("b"))[0]);
        same.Version.ShouldBe(before.Version);
        after.Version.ShouldNotBe(before.Version);
        after.Source.ShouldBe(before.Source);
    }

    [Theory]
    [InlineData("""<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&secret;</title><link>https://example.org/1</link></item></channel></rss>""")]
    [InlineData("""<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title><link>https://example.org/1</link></item></channel></rss>""")]
    [InlineData("""<!DOCTYPE rss SYSTEM "http://127.0.0.1/rss.dtd"><rss version="2.0"><channel/></rss>""")]
    [InlineData("<rss><channel>")]
    [InlineData("not XML")]
    [InlineData("")]
    public void A_document_type_and_broken_XML_are_refused(string feed) => Should.Throw<XmlException>(() => Read(feed));

    [Fact]
    public void What_is_no_feed_is_told() => Should.Throw<InvalidDataException>(() => Read("<html><body>Not found</body></html>"));

    [Fact]
    public void A_feed_without_items_is_a_feed() => Read("<rss version='2.0'><channel><title>N</title></channel></rss>").ShouldBeEmpty();

    private static IReadOnlyList<Arrival> Read(string feed) => FeedItems.Read(Encoding.UTF8.GetBytes(feed), Address, new ArticleReader());
}
