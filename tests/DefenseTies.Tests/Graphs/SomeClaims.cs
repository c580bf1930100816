using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;

namespace DefenseTies.Tests.Graphs;

/// <summary>Throw-away claims for tests of ties.</summary>
internal static class SomeClaims
{
    private static readonly EntityRef Turkey = new("country:turkey", "Country", "Turkey");
    private static readonly EntityRef Poland = new("country:poland", "Country", "Poland");

    /// <summary>An actual claim that Turkey supplies Poland with drones, certain, in words of the article's own.</summary>
    /// <param name="dates">The claim's own date, a slash, the article's date; either may be missing.</param>
    public static StoredClaim Said(string article, Func<Claim, Claim>? change = null, string dates = "/ 2024-05-01", string? source = "Some Agency") =>
        Said(article, Turkey, Poland, change, dates, source);

    /// <inheritdoc cref="Said(string, Func{Claim, Claim}?, string, string?)"/>
    public static StoredClaim Said(string article, EntityRef from, EntityRef to, Func<Claim, Claim>? change, string dates, string? source = "Some Agency")
    {
        var parts = dates.Split('/', StringSplitOptions.TrimEntries);
        var claim = new Claim
        {
            Type = "SUPPLIES",
            From = from,
            To = to,
            Item = new ClaimItem("drones"),
            Date = Date(parts[0]),
            Evidence = new Evidence(article, new TextSpan(0, 5), $"Words of {article}."),
            Extractor = "some/1",
        };
        return new StoredClaim((change?.Invoke(claim) ?? claim).WithId(), Date(parts[1]), source, Title: null);
    }

    private static PartialDate? Date(string text) => PartialDate.TryParse(text, out var date) ? date : null;
}
