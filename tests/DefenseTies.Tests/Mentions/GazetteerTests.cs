using DefenseTies.Mentions;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Mentions;

/// <summary>What is known by name can be found as people write it.</summary>
public sealed class GazetteerTests
{
    private static readonly Gazetteer Gazetteer = Loaded.Pipeline.Gazetteer;

    [Theory]
    [InlineData("USA", "country:united-states")]
    [InlineData("Türkiye", "country:turkey")]
    [InlineData("Turkish", "country:turkey")]
    [InlineData("Ankara", "country:turkey")]
    [InlineData("TB2", "weapon-system:bayraktar-tb2")]
    [InlineData("NATO", "organization:nato")]
    public void A_name_is_found_however_it_is_put(string name, string id) =>
        Gazetteer.Find(Names.Key(name)).Select(e => e.Id).ShouldContain(id);

    [Fact]
    public void Every_entity_has_a_type_of_the_schema() =>
        Gazetteer.Entities.Where(e => Loaded.Pipeline.Schema.Entity(e.Type) is null).Select(e => e.Id).ShouldBeEmpty();

    [Fact]
    public void Every_id_is_there_once() => Gazetteer.Entities.GroupBy(e => e.Id).Where(g => g.Count() > 1).ShouldBeEmpty();

    [Fact]
    public void Every_entity_is_found_by_its_own_name() =>
        Gazetteer.Entities.Where(e => !Gazetteer.Find(Names.Key(e.Name)).Contains(e)).Select(e => e.Id).ShouldBeEmpty();

    [Fact]
    public void Every_family_and_state_that_an_entity_names_is_there()
    {
        var ids = Gazetteer.Entities.Select(e => e.Id).ToHashSet();
        Gazetteer.Entities.Where(e => (e.Family is { } family && !ids.Contains(family)) || (e.State is { } state && !ids.Contains(state))).Select(e => e.Id).ShouldBeEmpty();
    }

    [Fact]
    public void No_alias_repeats_the_name() => Gazetteer.Entities.Where(e => e.Aliases.Contains(e.Name)).Select(e => e.Id).ShouldBeEmpty();
}
