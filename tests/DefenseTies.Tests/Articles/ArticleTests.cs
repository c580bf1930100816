using DefenseTies.Articles;

namespace DefenseTies.Tests.Articles;

/// <summary>A file's text → an article: the header is read and nothing is altered.</summary>
public sealed class ArticleTests
{
    [Fact]
    public void The_header_ends_at_the_first_blank_line()
    {
        var article = Article.Parse("title: Two deals\ndate: 2024-04-19\nsource: Some Agency\n\nTurkey sold drones.");
        article.Title.ShouldBe("Two deals");
        article.Date.ShouldBe(new PartialDate(2024, 4, 19));
        article.Source.ShouldBe("Some Agency");
        article.Text[article.BodyStart..].ShouldBe("Turkey sold drones.");
        article.TitleSpan.In(article.Text).ToString().ShouldBe("Two deals");
    }

    [Theory]
    [InlineData("Turkey sold drones.")]
    [InlineData("WASHINGTON: The minister spoke.\n\nMore.")]
    [InlineData("\n\ntitle: not in the first line")]
    [InlineData("")]
    public void A_text_without_a_known_key_in_its_first_line_is_all_body(string text)
    {
        var article = Article.Parse(text, "a file");
        article.BodyStart.ShouldBe(0);
        article.Title.ShouldBeNull();
        article.Source.ShouldBe("a file");
    }

    [Theory]
    [InlineData("title: Two deals")]
    [InlineData("title: Two deals\n")]
    [InlineData("title: Two deals\n\n")]
    public void A_text_of_nothing_but_header_has_no_body(string text)
    {
        var article = Article.Parse(text);
        article.Title.ShouldBe("Two deals");
        article.Text[article.BodyStart..].ShouldBeEmpty();
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_stay_in_the_text()
    {
        var text = "\uFEFFtitle: Two deals\r\ndate: 2024\r\n\r\nTurkey sold drones.\r\n";
        var article = Article.Parse(text);
        article.Text.ShouldBe(text);
        article.Title.ShouldBe("Two deals");
        article.Date.ShouldBe(new PartialDate(2024));
        article.Text[article.BodyStart..].ShouldBe("Turkey sold drones.\r\n");
    }

    [Fact]
    public void The_id_follows_from_the_text_alone()
    {
        Article.Parse("One.", "here").Id.ShouldBe(Article.Parse("One.", "there").Id);
        Article.Parse("One.").Id.ShouldNotBe(Article.Parse("One. ").Id);
        Article.Parse("One.").Id.ShouldMatch("^[0-9a-f]{16}$");
    }

    [Fact]
    public void A_date_that_is_none_is_no_date() => Article.Parse("date: soon\n\nText.").Date.ShouldBeNull();
}
