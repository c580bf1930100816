using CsCheck;
using DefenseTies.Mentions;

namespace DefenseTies.Tests.Mentions;

/// <summary>Spellings of one name are equal, names of two things are not.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("the F‑16", "f 16")]
    [InlineData("Recep Tayyip Erdoğan", "recep tayyip erdogan")]
    [InlineData("Kızılelma", "kizilelma")]
    [InlineData("Ministry of Defence", "ministry of defense")]
    [InlineData("F/A-18", "f/a 18")]
    [InlineData("  A  Programme ", "program")]
    [InlineData("U.S.", "us")]
    [InlineData("Łask", "lask")]
    [InlineData("the", "the")]
    [InlineData("", "")]
    public void The_key_is_without_case_accents_hyphens_and_article(string name, string key) => Names.Key(name).ShouldBe(key);

    [Theory]
    [InlineData("Bayraktar TB2", "bayraktar-tb2")]
    [InlineData("Côte d'Ivoire", "cote-d-ivoire")]
    [InlineData("S-400", "s-400")]
    [InlineData("--", "")]
    [InlineData("İsmail Demir", "ismail-demir")]
    [InlineData("Nguyễn Phú Trọng", "nguyen-phu-trong")]
    [InlineData("Crișan ﬁve Ｆ１６", "crisan-five-f16")]
    [InlineData("E\u0301mile\u200B Œuvre", "emile-oeuvre")]
    [InlineData("Киев ℂ", "киев")]
    public void The_slug_is_what_ids_are_made_of(string name, string slug) => Names.Slug(name).ShouldBe(slug);

    [Fact]
    public void An_id_tells_the_type() => Entity.IdOf("WeaponSystem", "Bayraktar TB2").ShouldBe("weapon-system:bayraktar-tb2");

    [Fact]
    public void A_slug_has_no_capitals() => Gen.String.Array[1, 50].Sample(names => names.All(n => !Names.Slug(n).Any(char.IsUpper)));

    [Fact]
    public void Taking_the_key_of_any_text_never_throws() =>
        Gen.String.Sample(name => Names.Key(name) is not null && Names.Slug(name) is not null);

    [Fact]
    public void A_lone_surrogate_is_a_name_like_any_other() => Names.Key("a\uD800b").ShouldNotBeNull();

    [Theory]
    [InlineData("Émile", "Emma", true)]
    [InlineData("Joseph", "Donald", false)]
    [InlineData("…", "Donald", false)]
    [InlineData("—", "—", false)]
    public void Names_share_an_initial_only_when_both_have_one(string one, string other, bool same) =>
        Names.SameInitial(one, other).ShouldBe(same);
}
