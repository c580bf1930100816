using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DefenseTies.Articles;
using DefenseTies.Worker;

namespace DefenseTies.WorkerTests;

public sealed class PageTextTests
{
    private static readonly PageText Text = new(new ArticleReader());

    [Theory]
    [InlineData("text/html; charset=windows-1252", "windows-1252", "")]
    [InlineData("text/html", "windows-1252", "<meta charset='windows-1252'>")]
    [InlineData("text/html; charset=\"UTF-8\"", "utf-8", "")]
    [InlineData("text/html", "utf-8", "")]
    [InlineData("text/html; charset=nonsense", "utf-8", "")]
    [InlineData(null, "utf-16", "")]
    public void A_page_is_read_in_the_encoding_that_it_or_its_server_names(string? type, string encoding, string head)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var written = Encoding.GetEncoding(encoding);
        var article = Read([.. written.GetPreamble(), .. written.GetBytes($"<html><head>{head}</head><body><p>Türkiye sold drones.</p></body></html>")], type).Article!;
        article.Text.ShouldBe("Türkiye sold drones.\n");
        article.Source.ShouldBe("https://example.org/1");
    }

    [Theory]
    [InlineData("<p>Turkey sold drones.</p>", "date: 2024-10-01\n\nTurkey sold drones.\n")]
    [InlineData("<title>News</title><p>Turkey sold drones.</p>", "date: 2024-10-01\ntitle: News\n\nTurkey sold drones.\n")]
    [InlineData("<meta name=datePublished content=2020-05-05><p>Turkey sold drones.</p>", "date: 2020-05-05\n\nTurkey sold drones.\n")]
    public void The_feed_says_when_a_page_was_published_only_when_the_page_does_not(string html, string text)
    {
        var article = Read(Encoding.UTF8.GetBytes(html), "text/html", "2024-10-01").Article!;
        article.Text.ShouldBe(text);
        article.Date.ShouldNotBeNull();
    }

    [Fact]
    public void What_is_no_page_of_text_is_refused()
    {
        Read([1, 2, 3], "application/pdf").Problem.ShouldBe("is application/pdf, not a page of text");
        Read("<html></html>"u8.ToArray(), "text/html").Problem.ShouldBe("the page holds no text");
    }

    private static ArticleResult Read(byte[] body, string? type, string? date = null) =>
        Text.Read(new WebAnswer(new Uri("https://example.org/1"), HttpStatusCode.OK, body, type is null ? null : MediaTypeHeaderValue.Parse(type), null, null), date);
}
