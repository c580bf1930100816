using System.Globalization;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Mentions;

namespace DefenseTies.Benchmarks;

/// <summary>Made-up articles in which states supply each other: a ring with chords, so that paths have some length and every state some ties.</summary>
/// <param name="states">States in the ring.</param>
/// <param name="claimsOfArticle">Claims of each article, each a tie of its own.</param>
internal sealed class Ring(int states, int claimsOfArticle)
{
    public ExtractedArticle Report(int number)
    {
        var article = Article.Parse(string.Create(CultureInfo.InvariantCulture, $"date: 2024-06-15\n\nReport {number}: things were delivered."));
        var ends = Enumerable.Range(0, claimsOfArticle)
            .Select(i => (From: State(number), To: State(number + i + 1), Item: string.Create(CultureInfo.InvariantCulture, $"thing {number / states}"))).ToArray();
        return new ExtractedArticle(
            article,
            [.. ends.SelectMany(e => new[] { e.From, e.To }).DistinctBy(e => e.Id)],
            [],
            [.. ends.Select(e => new Claim
            {
                Type = "SUPPLIES",
                From = EntityRef.To(e.From),
                To = EntityRef.To(e.To),
                Item = new ClaimItem(e.Item),
                Evidence = new Evidence(article.Id, new TextSpan(18, article.Text.Length - 18), article.Text[18..]),
                Extractor = "benchmark/1",
            }.WithId())]);
    }

    public Entity State(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"State {number % states}");
        return new Entity { Id = Entity.IdOf("Country", name), Type = "Country", Name = name };
    }
}
