using DefenseTies.Language;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Language;

/// <summary>Who does what to whom, whatever the grammar puts where.</summary>
public sealed class RolesTests
{
    [Theory]
    // Active and passive.
    [InlineData("Russia sold missiles to Turkey.", "sold", "subj", "Russia")]
    [InlineData("Russia sold missiles to Turkey.", "sold", "obj", "missiles")]
    [InlineData("Russia sold missiles to Turkey.", "sold", "prep:to", "Turkey")]
    [InlineData("The jets were delivered to Egypt by France.", "delivered", "subj", "France")]
    [InlineData("The jets were delivered to Egypt by France.", "delivered", "obj", "jets")]
    [InlineData("The jets were delivered to Egypt by France.", "delivered", "prep:to", "Egypt")]
    [InlineData("The contract was signed by Serbia.", "signed", "subj", "Serbia")]
    // Participles and relative clauses speak of the noun they hang on.
    [InlineData("Drones sold by Turkey reached Poland.", "sold", "subj", "Turkey")]
    [InlineData("Drones sold by Turkey reached Poland.", "sold", "obj", "Drones")]
    [InlineData("The missile that Russia sold to Turkey works.", "sold", "subj", "Russia")]
    [InlineData("The missile that Russia sold to Turkey works.", "sold", "obj", "missile")]
    [InlineData("The company which sells drones grew.", "sells", "subj", "company")]
    // Infinitives take their subject from the verb above, or its object from verbs of asking.
    [InlineData("Turkey wants to buy missiles.", "buy", "subj", "Turkey")]
    [InlineData("France plans to sell jets to Serbia.", "sell", "subj", "France")]
    [InlineData("Germany promised Poland to send tanks.", "send", "subj", "Germany")]
    [InlineData("Chad asked France to close the base.", "close", "subj", "France")]
    // The gap of an infinitive is filled by the relative pronoun above it.
    [InlineData("The army, which Italy helped to train, won.", "train", "obj", "army")]
    [InlineData("The army, which Italy helped to train, won.", "train", "subj", "Italy")]
    [InlineData("Germany thanked Norway for sending jets.", "sending", "subj", "Norway")]
    // A path goes on from each of what is joined.
    [InlineData("Latvia hosts Canadian soldiers and a Spanish battery.", "hosts", "obj.mod", "Canadian Spanish")]
    // Apposition.
    [InlineData("Baykar, the maker of the drone, grew.", "maker", "subj", "Baykar")]
    [InlineData("Baykar, the maker of the drone, grew.", "maker", "obj", "drone")]
    // A light verb lends the noun its subject.
    [InlineData("Serbia signed a contract with France.", "contract", "gov.subj", "Serbia")]
    [InlineData("Serbia signed a contract with France.", "contract", "prep:with", "France")]
    [InlineData("The contract was signed by Serbia.", "contract", "gov.subj", "Serbia")]
    // Joined predicates share what stands at one of them.
    [InlineData("Turkey built and sold drones.", "sold", "subj", "Turkey")]
    [InlineData("Turkey built and sold drones.", "sold", "obj", "drones")]
    [InlineData("Turkey sold drones and delivered them to Poland.", "delivered", "subj", "Turkey")]
    [InlineData("Turkey sold drones and delivered them to Poland.", "sold", "prep:to", "Poland")]
    [InlineData("Russia has delivered and will deliver missiles to India.", "delivered", "obj", "missiles")]
    [InlineData("Russia has delivered and will deliver missiles to India.", "delivered", "prep:to", "India")]
    // Nouns of doing.
    [InlineData("Turkey's sale of drones to Poland angered Russia.", "sale", "subj", "Turkey")]
    [InlineData("Turkey's sale of drones to Poland angered Russia.", "sale", "obj", "drones")]
    [InlineData("Turkey's sale of drones to Poland angered Russia.", "sale", "obj.prep:to", "Poland")]
    [InlineData("The delivery of missiles by Russia to Turkey began.", "delivery", "prep:by", "Russia")]
    [InlineData("Russian arms sales to India rose.", "sales", "mod", "Russian arms")]
    // A simple present that looks like a plural noun is the verb of its clause all the same.
    [InlineData("Germany supplies tanks to Turkey.", "supplies", "subj", "Germany")]
    [InlineData("Germany supplies tanks to Turkey.", "supplies", "obj", "tanks")]
    [InlineData("Iran ships drones to Russia.", "ships", "subj", "Iran")]
    [InlineData("Turkey arms Azerbaijan with drones.", "arms", "obj", "Azerbaijan")]
    [InlineData("Turkey arms Azerbaijan with drones.", "arms", "prep:with", "drones")]
    [InlineData("The Turkish government transfers drones made in Israel.", "transfers", "subj", "government")]
    [InlineData("South Korea's Hanwha exports tanks to Turkey.", "exports", "subj", "Hanwha")]
    [InlineData("Germany arms sales to Turkey", "arms", "subj", "")]
    [InlineData("New supplies of tanks to Turkey", "supplies", "subj", "")]
    // Nobody.
    [InlineData("The contract was signed.", "signed", "subj", "")]
    [InlineData("Turkey slept.", "slept", "obj", "")]
    [InlineData("Turkey slept.", "slept", "obj.prep:to.poss", "")]
    public void A_role_is_filled_by(string text, string predicate, string path, string fillers)
    {
        var sentence = Trees.Of(text);
        var filled = new Roles(sentence).Fill(sentence.At(predicate), path);
        string.Join(' ', filled.Order().Select(t => sentence.Tokens[t].Form)).ShouldBe(fillers);
    }

    [Theory]
    [InlineData("The jets were delivered by France.", "delivered", true)]
    [InlineData("Drones sold by Turkey reached Poland.", "sold", true)]
    [InlineData("France has delivered jets.", "delivered", false)]
    [InlineData("France delivered jets.", "delivered", false)]
    public void Passives_are_known(string text, string predicate, bool passive)
    {
        var sentence = Trees.Of(text);
        new Roles(sentence).IsPassive(sentence.At(predicate)).ShouldBe(passive);
    }

    [Theory]
    [InlineData("Poland bought tanks because of the war.", "war", "because of")]
    [InlineData("Poland bought tanks from Korea.", "Korea", "from")]
    [InlineData("Norway pulled its soldiers out of Mali.", "Mali", "out of")]
    [InlineData("Poland bought tanks.", "tanks", "")]
    public void A_preposition_is_read_with_its_fixed_continuation(string text, string noun, string preposition)
    {
        var sentence = Trees.Of(text);
        new Roles(sentence).CaseOf(sentence.At(noun)).ShouldBe(preposition);
    }
}
