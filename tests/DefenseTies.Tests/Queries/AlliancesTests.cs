using DefenseTies.Graphs;
using DefenseTies.Queries;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Queries;

public sealed class AlliancesTests
{
    [Fact]
    public async Task Organizations_agreements_and_pacts_make_groups()
    {
        await using var store = await TinyGraph.SharedAsync();
        (await ShownAsync(store, null)).ShouldBe(
        [
            "Azerbaijan–Turkey (pact): Azerbaijan, Turkey",
            "CSTO (organization): Armenia, Russia",
            "NATO (organization): Turkey, United States",
            "Shusha Declaration (agreement): Azerbaijan, Turkey",
        ]);
    }

    [Fact]
    public async Task Groups_can_be_asked_for_by_member_or_by_name()
    {
        await using var store = await TinyGraph.SharedAsync();
        (await ShownAsync(store, "country:armenia")).ShouldBe(["CSTO (organization): Armenia, Russia"]);
        (await ShownAsync(store, "organization:nato")).ShouldBe(["NATO (organization): Turkey, United States"]);
        (await ShownAsync(store, "country:israel")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_is_as_sure_as_its_weakest_tie()
    {
        await using var store = await TinyGraph.SharedAsync();
        var csto = (await Alliances.FindAsync(store, "organization:csto", TieFilter.Default)).Single();
        csto.Belief.ShouldBe(csto.Ties.Min(t => t.Belief));
    }

    [Fact]
    public async Task Three_states_of_which_each_pair_is_allied_are_one_group_and_a_chain_is_not()
    {
        await using var store = await TinyGraph.OfAsync("A ALLIED_WITH B", "B ALLIED_WITH C", "A ALLIED_WITH C", "C ALLIED_WITH D", "E ALLIED_WITH F");
        (await ShownAsync(store, null)).ShouldBe(["A–B–C (pact): A, B, C", "C–D (pact): C, D", "E–F (pact): E, F"]);
    }

    [Fact]
    public async Task One_member_alone_is_no_group()
    {
        await using var store = await TinyGraph.OfAsync("Poland MEMBER_OF NATO");
        (await ShownAsync(store, null)).ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> ShownAsync(Stores.IGraphStore store, string? member) =>
        (await Alliances.FindAsync(store, member, TieFilter.Default)).Select(a => $"{a.Name} ({a.Basis}): {string.Join(", ", a.Members.Select(m => m.Name))}");
}
