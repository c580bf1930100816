using System.Globalization;
using System.Text.RegularExpressions;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Mentions;
using DefenseTies.Stores;

namespace DefenseTies.Tests.Support;

/// <summary>A graph in memory from lines a person can read; each line is an article of one sentence.</summary>
/// <remarks><c>Turkey SUPPLIES Azerbaijan: Bayraktar TB2 @2020 ?planned !0.9</c>: item, date, status and confidence may be left out.</remarks>
internal static partial class TinyGraph
{
    /// <summary>The graph that most query tests share.</summary>
    public static readonly string[] Lines =
    [
        "Turkey SUPPLIES Azerbaijan: Bayraktar TB2 @2020",
        "Turkey SUPPLIES Azerbaijan: armed drones @2021",
        "Turkey SUPPLIES Ukraine: Bayraktar TB2 @2019",
        "Ukraine SUPPLIES Turkey: engines @2021",
        "Israel SUPPLIES Azerbaijan: Harop @2016 !0.8",
        "Russia SUPPLIES Armenia: Iskander @2016",
        "Russia SUPPLIES Azerbaijan: T-90 @2013 !0.6",
        "United States SUPPLIES Turkey: F-16 Block 70 @2024 ?planned",
        "United States SUPPLIES Turkey: F-35 @2019 ?denied",
        "Turkey MEMBER_OF NATO @1952",
        "United States MEMBER_OF NATO @1949",
        "Armenia MEMBER_OF CSTO @1992 !0.9",
        "Russia MEMBER_OF CSTO @1992",
        "Azerbaijan ALLIED_WITH Turkey @2021",
        "Azerbaijan PARTY_TO Shusha Declaration @2021",
        "Turkey PARTY_TO Shusha Declaration @2021",
        "Azerbaijan FOUGHT Armenia @2020",
    ];

    /// <summary>The names everybody knows.</summary>
    public static Gazetteer Gazetteer { get; } = Pipeline.Load().Gazetteer;

    /// <summary>The shared graph.</summary>
    public static Task<MemoryGraphStore> SharedAsync() => OfAsync(Lines);

    /// <summary>A graph of these lines.</summary>
    public static async Task<MemoryGraphStore> OfAsync(params string[] lines)
    {
        var store = new MemoryGraphStore();
        foreach (var line in lines)
            await store.AddAsync(Read(line));
        return store;
    }

    /// <summary>One line as what was read in an article.</summary>
    public static ExtractedArticle Read(string line)
    {
        var parts = Line().Match(line);
        parts.Success.ShouldBeTrue(line);
        var article = Article.Parse(line, "tiny");
        var type = parts.Groups["type"].Value;
        var from = Entity(type == "LEADS" ? "Leader" : "Country", parts.Groups["from"].Value);
        var to = Entity(type switch { "MEMBER_OF" => "Organization", "PARTY_TO" => "Agreement", "OPERATES" or "PRODUCES" => "WeaponSystem", _ => "Country" }, parts.Groups["to"].Value);
        var item = parts.Groups["item"] is { Success: true, Value: var name } ? name : null;
        var weapon = item?.Any(char.IsUpper) == true ? Entity("WeaponSystem", item) : null;
        var claim = new Claim
        {
            Type = type,
            From = EntityRef.To(from),
            To = EntityRef.To(to),
            Item = item is null ? null : new ClaimItem(item, weapon?.Id),
            Date = PartialDate.TryParse(parts.Groups["date"].Value, out var date) ? date : null,
            Status = parts.Groups["status"].Success ? Enum.Parse<ClaimStatus>(parts.Groups["status"].Value, ignoreCase: true) : ClaimStatus.Actual,
            Confidence = parts.Groups["confidence"].Success ? double.Parse(parts.Groups["confidence"].Value, CultureInfo.InvariantCulture) : 1,
            Evidence = new Evidence(article.Id, new TextSpan(0, line.Length), line),
            Extractor = "tiny/1",
        };
        Entity[] entities = weapon is null ? [from, to] : [from, to, weapon];
        return new ExtractedArticle(article, entities, [.. entities.Select(e => new EntityMention(e.Id, new TextSpan(0, 1)))], [claim.WithId()]);
    }

    private static Entity Entity(string type, string name) => new()
    {
        Id = DefenseTies.Mentions.Entity.IdOf(type, name),
        Type = type,
        Name = name,
        Family = name == "F-16 Block 70" ? "weapon-system:f-16" : null,
    };

    [GeneratedRegex(@"^(?<from>.+?) (?<type>[A-Z]+(_[A-Z]+)*) (?<to>.+?)(: (?<item>.+?))?( @(?<date>[\d-]+))?( \?(?<status>\w+))?( !(?<confidence>[\d.]+))?$")]
    private static partial Regex Line();
}
