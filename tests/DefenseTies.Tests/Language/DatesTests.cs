using DefenseTies.Articles;
using DefenseTies.Language;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Language;

/// <summary>Dates near a predicate, reckoned from Saturday 15 June 2024.</summary>
public sealed class DatesTests
{
    [Theory]
    [InlineData("Turkey sold drones on March 3, 2021.", "2021-03-03")]
    [InlineData("Turkey sold drones on 3 March 2021.", "2021-03-03")]
    [InlineData("Turkey sold drones on the 3rd of March.", "2024-03")]
    [InlineData("Turkey sold drones in March 2021.", "2021-03")]
    [InlineData("Turkey sold drones in March.", "2024-03")]
    [InlineData("Turkey sold drones in September.", "2023-09")]
    [InlineData("Turkey sold drones in 2019.", "2019")]
    [InlineData("Turkey sold drones on Feb. 5.", "2024-02-05")]
    [InlineData("Turkey sold drones yesterday.", "2024-06-14")]
    [InlineData("Turkey sold drones last year.", "2023")]
    [InlineData("Turkey sold drones this month.", "2024-06")]
    [InlineData("Turkey sold drones on Thursday.", "2024-06-13")]
    [InlineData("Turkey sold drones on February 31, 2021.", "2021-02")]
    [InlineData("Turkey sold 2019 drones.", null)]
    [InlineData("Turkey may march.", null)]
    [InlineData("Turkey sold drones.", null)]
    public void A_date_is_read_as_precisely_as_it_is_said(string text, string? date) => Near(text, new PartialDate(2024, 6, 15)).ShouldBe(date);

    [Theory]
    [InlineData("Turkey sold drones yesterday.", null)]
    [InlineData("Turkey sold drones in March.", null)]
    [InlineData("Turkey sold drones in March 2021.", "2021-03")]
    public void Without_the_day_of_the_article_only_whole_dates_count(string text, string? date) => Near(text, null).ShouldBe(date);

    [Fact]
    public void Of_two_dates_the_predicate_takes_its_own()
    {
        var sentence = Trees.Of("Turkey sold drones in 2019 and Israel sold missiles in 2021.");
        Dates.Near(sentence, 1, null)!.Value.Year.ShouldBe(2019);
        Dates.Near(sentence, 7, null)!.Value.Year.ShouldBe(2021);
    }

    private static string? Near(string text, PartialDate? published) => Dates.Near(Trees.Of(text), 1, published)?.ToString();
}
