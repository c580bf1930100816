using DefenseTies.Language;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Language;

/// <summary>Words of the frames have their dictionary form, also where the model's suffix rules fail.</summary>
public sealed class LemmatizerTests
{
    [Theory]
    [InlineData("Russia sold missiles.", "sold", "sell")]
    [InlineData("Russia supplied missiles.", "supplied", "supply")]
    [InlineData("Russia bought missiles.", "bought", "buy")]
    [InlineData("Russia is shipping missiles.", "shipping", "ship")]
    [InlineData("Russia has agreed to it.", "agreed", "agree")]
    [InlineData("Russia gave missiles.", "gave", "give")]
    [InlineData("Russia signs contracts.", "contracts", "contract")]
    [InlineData("Russia equipped the unit.", "equipped", "equip")]
    public void A_known_word_has_its_lemma(string text, string form, string lemma)
    {
        var sentence = Trees.Of(text);
        sentence.Tokens[sentence.At(form)].Lemma.ShouldBe(lemma);
    }

    [Theory]
    [InlineData("Drones", "L1|", "drone")]
    [InlineData("supplies", "L3|y", "supply")]
    [InlineData("Koreas", "K1|", "Korea")]
    [InlineData("was", "=be", "be")]
    [InlineData("ab", "L5|c", "ab")]
    public void A_rule_of_the_model_is_applied_as_written(string form, string rule, string lemma) => LemmaRule.Apply(form, rule).ShouldBe(lemma);
}
