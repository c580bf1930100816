using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Queries;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Queries;

public sealed class TieQueryTests
{
    private static readonly TieFilter WithPlans = new() { Include = new HashSet<ClaimStatus> { ClaimStatus.Actual, ClaimStatus.Planned } };

    [Fact]
    public async Task Supplies_of_everybody_are_only_the_actual_ones() =>
        (await SuppliesAsync(new SupplyQuery())).ShouldBe(
        [
            "Israel → Azerbaijan: Harop",
            "Russia → Armenia: Iskander",
            "Russia → Azerbaijan: T-90",
            "Turkey → Azerbaijan: Bayraktar TB2",
            "Turkey → Azerbaijan: armed drones",
            "Turkey → Ukraine: Bayraktar TB2",
            "Ukraine → Turkey: engines",
        ]);

    [Fact]
    public async Task Supplies_can_be_asked_from_both_ends()
    {
        (await SuppliesAsync(new SupplyQuery(Supplier: "country:ukraine"))).ShouldBe(["Ukraine → Turkey: engines"]);
        (await SuppliesAsync(new SupplyQuery(Recipient: "country:armenia"))).ShouldBe(["Russia → Armenia: Iskander"]);
        (await SuppliesAsync(new SupplyQuery("country:russia", "country:azerbaijan"))).ShouldBe(["Russia → Azerbaijan: T-90"]);
        (await SuppliesAsync(new SupplyQuery("country:armenia", "country:russia"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("armed drone", "Turkey → Azerbaijan: armed drones")]
    [InlineData("harop", "Israel → Azerbaijan: Harop")]
    [InlineData("weapon-system:t-90", "Russia → Azerbaijan: T-90")]
    [InlineData("one", null)]
    public async Task An_item_is_found_by_name_id_or_words(string item, string? expected) =>
        (await SuppliesAsync(new SupplyQuery(Item: item))).ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("drone", "Turkey → Azerbaijan: Bayraktar TB2", "Turkey → Azerbaijan: armed drones", "Turkey → Ukraine: Bayraktar TB2")]
    [InlineData("Drones", "Turkey → Azerbaijan: Bayraktar TB2", "Turkey → Azerbaijan: armed drones", "Turkey → Ukraine: Bayraktar TB2")]
    [InlineData("loitering munitions", "Israel → Azerbaijan: Harop")]
    [InlineData("munition", "Israel → Azerbaijan: Harop")]
    [InlineData("tanks", "Russia → Azerbaijan: T-90")]
    [InlineData("engine", "Ukraine → Turkey: engines")]
    public async Task A_plain_noun_finds_systems_of_that_kind(string item, params string[] expected) =>
        (await SuppliesAsync(new SupplyQuery(Item: item))).ShouldBe(expected);

    [Fact]
    public async Task A_kind_finds_the_variants_of_its_families() =>
        (await SuppliesAsync(new SupplyQuery(Item: "fighter jets"), WithPlans)).ShouldBe(["United States → Turkey: F-16 Block 70"]);

    [Fact]
    public async Task What_stands_against_a_kind_is_not_of_it()
    {
        await using var store = await TinyGraph.OfAsync("United States SUPPLIES Ukraine: FGM-148 Javelin", "United States SUPPLIES Poland: M1 Abrams");
        var tanks = await new SupplyQuery(Item: "tank").ReadAsync(store, TinyGraph.Gazetteer, TieFilter.Default);
        tanks.ShouldHaveSingleItem().Item!.Name.ShouldBe("M1 Abrams");
    }

    [Fact]
    public async Task A_weapon_family_finds_its_variants() =>
        (await SuppliesAsync(new SupplyQuery(Item: "weapon-system:f-16"), WithPlans)).ShouldBe(["United States → Turkey: F-16 Block 70"]);

    [Fact]
    public async Task What_is_denied_is_shown_only_when_asked_for()
    {
        var denied = new TieFilter { Include = new HashSet<ClaimStatus> { ClaimStatus.Denied } };
        (await SuppliesAsync(new SupplyQuery(), denied)).ShouldBe(["United States → Turkey: F-35"]);
    }

    [Fact]
    public async Task Clocks_and_belief_filter_ties()
    {
        (await SuppliesAsync(new SupplyQuery(Recipient: "country:azerbaijan"), new TieFilter { AsOf = new DateOnly(2016, 12, 31) })).ShouldBe(["Israel → Azerbaijan: Harop", "Russia → Azerbaijan: T-90"]);
        (await SuppliesAsync(new SupplyQuery("country:russia"), new TieFilter { MinBelief = 0.9 })).ShouldBe(["Russia → Armenia: Iskander"]);
    }

    [Fact]
    public async Task Ties_of_an_entity_go_both_ways()
    {
        await using var store = await TinyGraph.SharedAsync();
        var ties = await TiesOf.ReadAsync(store, "country:armenia", TieFilter.Default);
        ties.Select(Shown).ShouldBe(["Azerbaijan FOUGHT Armenia", "Armenia MEMBER_OF CSTO", "Russia SUPPLIES Armenia"]);
        (await TiesOf.ReadAsync(store, "country:armenia", new TieFilter { Types = new HashSet<string> { "FOUGHT" } })).Count.ShouldBe(1);
        (await TiesOf.ReadAsync(store, "country:nowhere", TieFilter.Default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_tie_comes_with_every_claim_whatever_its_status()
    {
        await using var store = await TinyGraph.OfAsync(
            "Turkey SUPPLIES Poland: drones @2022", "Turkey SUPPLIES Poland: drones @2021 ?planned", "Turkey SUPPLIES Poland: engines");
        var tie = (await TiesOf.ReadAsync(store, "country:poland", TieFilter.Default)).Single(t => t.Item!.Name == "drones");
        var evidence = (await TieEvidence.ReadAsync(store, tie.Id, TieFilter.Default)).ShouldNotBeNull();
        evidence.Tie.Status.ShouldBe(ClaimStatus.Actual);
        evidence.Claims.Select(c => c.When.ToString()).ShouldBe(["2021", "2022"]);
        (await TieEvidence.ReadAsync(store, "nothing", TieFilter.Default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_timeline_is_in_the_order_of_dates()
    {
        await using var store = await TinyGraph.SharedAsync();
        var claims = await Timeline.ReadAsync(store, "country:azerbaijan", TieFilter.Default);
        claims.Select(c => c.When.ToString()).ShouldBe(["2013", "2016", "2020", "2020", "2021", "2021", "2021"]);
        (await Timeline.ReadAsync(store, "country:azerbaijan", new TieFilter { AsOf = new DateOnly(2016, 1, 1) })).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_best_sentence_is_read_for_each_tie_at_once()
    {
        await using var store = await TinyGraph.SharedAsync();
        var ties = await TiesOf.ReadAsync(store, "country:azerbaijan", TieFilter.Default);
        var words = await BestWords.ReadAsync(store, ties);
        words.Count.ShouldBe(ties.Count);
        words[ties[0].Id].Source.ShouldBe("tiny");
    }

    private static async Task<IEnumerable<string>> SuppliesAsync(SupplyQuery query, TieFilter? filter = null)
    {
        await using var store = await TinyGraph.SharedAsync();
        var ties = await query.ReadAsync(store, TinyGraph.Gazetteer, filter ?? TieFilter.Default);
        return ties.Select(t => $"{t.From.Name} → {t.To.Name}: {t.Item?.Name}");
    }

    private static string Shown(Tie tie) => $"{tie.From.Name} {tie.Type} {tie.To.Name}";
}
