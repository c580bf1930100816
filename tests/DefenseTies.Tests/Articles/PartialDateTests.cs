using DefenseTies.Articles;

namespace DefenseTies.Tests.Articles;

/// <summary>Dates are as precise as the words that give them.</summary>
public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-04-19", "2024-04-19", "2024-04-19")]
    [InlineData("2024-04-19T10:00:00Z", "2024-04-19", "2024-04-19")]
    public void A_date_spans_the_days_it_may_mean(string text, string first, string last)
    {
        PartialDate.TryParse(text, out var date).ShouldBeTrue();
        date.First.ToString("yyyy-MM-dd", null).ShouldBe(first);
        date.Last.ToString("yyyy-MM-dd", null).ShouldBe(last);
        date.ToString().ShouldBe(text.Split('T')[0]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("24")]
    [InlineData("0000")]
    [InlineData("2024-13")]
    [InlineData("2023-02-29")]
    [InlineData("2024-04-19-01")]
    [InlineData("+2024")]
    public void What_is_no_date_is_refused(string? text) => PartialDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Dates_are_ordered_by_their_first_day_and_the_more_precise_comes_first() =>
        new PartialDate[] { new(2025), new(2024), new(2024, 1), new(2024, 1, 1), new(2023, 12) }.Order().Select(d => d.ToString())
            .ShouldBe(["2023-12", "2024-01-01", "2024-01", "2024", "2025"]);
}
