using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Mentions;
using DefenseTies.Queries;
using DefenseTies.Stores;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Queries;

public sealed class NameSearchTests
{
    [Theory]
    [InlineData("Turkey", "country:turkey")]
    [InlineData("turkey", "country:turkey")]
    [InlineData("Türkiye", "country:turkey")]
    [InlineData("turkiye", "country:turkey")]
    [InlineData("Turkish", "country:turkey")]
    [InlineData("the United States", "country:united-states")]
    [InlineData("USA", "country:united-states")]
    [InlineData("U.S.", "country:united-states")]
    [InlineData("TB2", "weapon-system:bayraktar-tb2")]
    [InlineData("bayraktar tb2", "weapon-system:bayraktar-tb2")]
    [InlineData("country:armenia", "country:armenia")]
    [InlineData("nato", "organization:nato")]
    public async Task Finds_an_entity_as_people_type_it(string typed, string expected)
    {
        var match = await FindAsync(typed);
        match.InStore.ShouldBeTrue();
        match.Chosen.ShouldNotBeNull().Id.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Azerbajan", "Azerbaijan")]
    [InlineData("Trukey", "Turkey")]
    [InlineData("Ukrane", "Ukraine")]
    [InlineData("Azerb", "Azerbaijan")]
    public async Task A_typo_gets_suggestions(string typed, string expected)
    {
        var match = await FindAsync(typed);
        match.Meanings.ShouldBeEmpty();
        match.Chosen.ShouldBeNull();
        match.Suggestions.ShouldContain(expected);
        match.Suggestions.Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("country:")]
    [InlineData("Xqzzw Vkkpt")]
    [InlineData("\ud800")]
    public async Task A_name_like_no_other_gets_none(string typed) => (await FindAsync(typed)).Suggestions.ShouldBeEmpty();

    [Fact]
    public async Task An_ambiguous_name_returns_all_meanings()
    {
        await using var store = await StoreOfAsync(Named("Country", "Georgia"), Named("Place", "Georgia"));
        var match = await new NameSearch(store, TinyGraph.Gazetteer).FindAsync("georgia");
        match.Meanings.Select(m => m.Id).ShouldBe(["country:georgia", "place:georgia"]);
        match.Chosen.ShouldBeNull();
    }

    [Fact]
    public async Task A_name_of_ones_own_wins_over_an_alias()
    {
        await using var store = await StoreOfAsync(Named("Organization", "Baykar"), Named("WeaponSystem", "Bayraktar TB2", "Baykar"));
        var match = await new NameSearch(store, TinyGraph.Gazetteer).FindAsync("Baykar");
        match.Meanings.Select(m => m.Id).ShouldBe(["organization:baykar", "weapon-system:bayraktar-tb2"]);
        match.Chosen.ShouldNotBeNull().Id.ShouldBe("organization:baykar");
    }

    [Fact]
    public async Task A_known_name_of_which_no_article_speaks_is_not_in_the_store()
    {
        var match = await FindAsync("Portugal");
        match.InStore.ShouldBeFalse();
        match.Chosen.ShouldNotBeNull().Id.ShouldBe("country:portugal");
    }

    [Theory]
    [InlineData("turkey", "turkey", 0)]
    [InlineData("trukey", "turkey", 1)]
    [InlineData("turky", "turkey", 1)]
    [InlineData("", "ab", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abcdef", "uvwxyz", 4)]
    public void Distance_counts_typing_errors_up_to_a_limit(string one, string other, int expected) =>
        Spelling.Distance(one, other, 3).ShouldBe(expected);

    private static async Task<NameMatch> FindAsync(string typed)
    {
        await using var store = await TinyGraph.SharedAsync();
        return await new NameSearch(store, TinyGraph.Gazetteer).FindAsync(typed);
    }

    private static Entity Named(string type, string name, params string[] aliases) =>
        new() { Id = Entity.IdOf(type, name), Type = type, Name = name, Aliases = aliases };

    private static async Task<MemoryGraphStore> StoreOfAsync(params Entity[] entities)
    {
        var store = new MemoryGraphStore();
        await store.AddAsync(new ExtractedArticle(Article.Parse("Names."), entities, [], []));
        return store;
    }
}
