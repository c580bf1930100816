using System.Globalization;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Mentions;

namespace DefenseTies.StoreTests.Support;

/// <summary>Throw-away values: a test names only what it is about.</summary>
internal static class Some
{
    public static Entity Country(string name, params string[] aliases) => Entity("Country", name, aliases);

    public static Entity Entity(string type, string name, params string[] aliases) =>
        new() { Id = Mentions.Entity.IdOf(type, name), Type = type, Name = name, Aliases = aliases };

    public static Article Article(string text = "Turkey delivered drones to Poland.", string? date = "2024-05-01", string? source = "Some Agency") =>
        new() { Id = Articles.Article.Parse(text).Id, Text = text, Title = "Some title", Source = source, Date = PartialDate.TryParse(date, out var d) ? d : null };

    public static Claim Claim(Article article, Entity from, Entity to, string type = "SUPPLIES", string? item = "drones") => new()
    {
        Type = type,
        From = EntityRef.To(from),
        To = EntityRef.To(to),
        Item = item is null ? null : new ClaimItem(item),
        Evidence = new Evidence(article.Id, new TextSpan(0, article.Text.Length), article.Text),
        Extractor = "some/1",
    };

    /// <summary>An article with these claims; entities and mentions follow from their ends.</summary>
    public static ExtractedArticle Extracted(Article article, params Claim[] claims)
    {
        var ends = claims.SelectMany(c => new[] { c.From, c.To }).DistinctBy(e => e.Id).ToList();
        return new ExtractedArticle(
            article,
            [.. ends.Select(e => new Entity { Id = e.Id, Type = e.Type, Name = e.Name })],
            [.. ends.Select(e => new EntityMention(e.Id, new TextSpan(0, 1)))],
            [.. claims.Select(c => c.WithId())]);
    }

    /// <summary>An article that names entities and claims nothing.</summary>
    public static ExtractedArticle Naming(string text, params Entity[] entities) => new(Article(text), entities, [], []);

    /// <summary>The <paramref name="number"/>th of a series of articles in which Turkey supplies a state of its own with <paramref name="claims"/> items.</summary>
    public static ExtractedArticle Numbered(int number, int claims = 1)
    {
        var article = Article(string.Create(CultureInfo.InvariantCulture, $"Turkey delivered things to State {number}."));
        var (from, to) = (Country("Turkey"), Country(string.Create(CultureInfo.InvariantCulture, $"State {number}")));
        return Extracted(article, [.. Enumerable.Range(1, claims).Select(i => Claim(article, from, to, item: string.Create(CultureInfo.InvariantCulture, $"thing {i}")))]);
    }

    /// <summary>The <paramref name="number"/>th of a series of articles that speak of the same ties: Turkey, under a name of its own each time, supplies one of seven states.</summary>
    public static ExtractedArticle Sharing(int number, int claims)
    {
        var article = Article(string.Create(CultureInfo.InvariantCulture, $"Report {number}: Turkey delivered things to State {number % 7}."));
        var from = Country("Turkey", string.Create(CultureInfo.InvariantCulture, $"Turkey of report {number}"));
        var to = Country(string.Create(CultureInfo.InvariantCulture, $"State {number % 7}"));
        var extracted = Extracted(article, [.. Enumerable.Range(1, claims).Select(i => Claim(article, from, to, item: string.Create(CultureInfo.InvariantCulture, $"thing {i}")))]);
        return extracted with { Entities = [from, to] };
    }

    /// <summary>A claim with every field set, so that a field that is lost shows.</summary>
    public static Claim FullClaim(Article article) => Claim(article, Country("Turkey"), Country("Poland")) with
    {
        Item = new ClaimItem("Bayraktar TB2", "weapon-system:bayraktar-tb2"),
        Role = "Minister",
        Quantity = "about 40",
        Value = "$374.96 million",
        Date = new PartialDate(2023, 7),
        Status = ClaimStatus.Planned,
        Stage = "contracted",
        AttributedTo = "Türkiye's foreign minister",
        Cues = [new Cue("plan", new TextSpan(3, 4)), new Cue("attribution", new TextSpan(1, 2))],
        Confidence = 0.8125,
        Evidence = new Evidence(article.Id, new TextSpan(7, 9), article.Text.Substring(7, 9)),
    };
}
