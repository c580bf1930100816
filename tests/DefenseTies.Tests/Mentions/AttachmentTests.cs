using DefenseTies.Articles;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Mentions;

/// <summary>Where the parser hangs a name, or what stands before it, in the wrong place, what is known of names sets it right.</summary>
public sealed class AttachmentTests
{
    [Theory]
    // A name heads its title, however the parser reads the title.
    [InlineData("Saudi Crown Prince Mohammed bin Salman signed the Jeddah Accord.", "Mohammed", "signed")]
    [InlineData("The accord was signed by Brig. Gen. Artur Kuptel.", "Artur", "signed")]
    [InlineData("Serbian President Aleksandar Vucic paid a visit to Hungarian Prime Minister Viktor Orban.", "to", "Viktor")]
    // A place takes no "by" and no "with".
    [InlineData("The accord was signed in Riyadh by Saudi Crown Prince Mohammed bin Salman.", "Mohammed", "signed")]
    [InlineData("The signing of the Pukpuk Treaty by Australia took place in October.", "Australia", "signing")]
    // People are joined to people, not to the states whose ministers they are.
    [InlineData("The defence ministers of Greece and Cyprus, Nikos Dendias and Vasilis Palmas, met in Athens.", "Nikos", "ministers")]
    [InlineData("The defence ministers of Greece and Cyprus, Nikos Dendias and Vasilis Palmas, met in Athens.", "Vasilis", "Nikos")]
    // One verb, one subject.
    [InlineData("NATO ally Turkey refused.", "ally", "Turkey")]
    [InlineData("We, the co-leaders of the Air Force Capability Coalition, have been working hard.", "co-leaders", "We")]
    [InlineData("Both Germany and Britain, allies in NATO, took part.", "allies", "Germany")]
    // Both halves of a double adjective modify the noun; a relative clause belongs to the name before it.
    [InlineData("Indonesian-Turkish defence cooperation began in 2010.", "Indonesian", "cooperation")]
    [InlineData("From Iran, with which it signed a pact in 2022, Venezuela received fast boats.", "signed", "Iran")]
    // What was right stays as it is.
    [InlineData("Poland signed a contract with France in Paris.", "France", "contract")]
    [InlineData("France and Greece, old friends, signed a pact.", "Greece", "France")]
    public void A_word_hangs_on(string text, string word, string head)
    {
        var article = Article.Parse(text);
        var sentence = Loaded.Pipeline.Parse(Loaded.Pipeline.Split(article)).ShouldHaveSingleItem();
        Loaded.Pipeline.Find(article, [sentence]);
        sentence.Tokens[sentence.Tokens[sentence.At(word)].Head].Form.ShouldBe(head);
    }

    [Fact]
    public void A_clause_that_is_nothing_but_a_preposition_at_the_end_stays_where_it_is()
    {
        var article = Article.Parse("Serbia, which Russia asked, about");
        var sentence = Loaded.Pipeline.Parse(Loaded.Pipeline.Split(article)).ShouldHaveSingleItem();
        var (verb, last) = (sentence.Tokens[sentence.At("asked")], sentence.Tokens[sentence.At("about")]);
        (last.Upos, last.Head, last.Relation) = ("ADP", verb.Index, "advcl");
        Loaded.Pipeline.Find(article, [sentence]);
        last.Head.ShouldBe(verb.Index);
    }

    [Fact]
    public void A_token_is_never_hung_on_what_it_governs()
    {
        var sentence = Trees.Of("Poland bought tanks.");
        var (verb, noun) = (sentence.At("bought"), sentence.At("tanks"));
        sentence.Attach(verb, noun, "conj");
        sentence.Tokens[verb].Head.ShouldBe(-1);
        sentence.Attach(noun, sentence.At("Poland"), "appos");
        sentence.Children(sentence.At("Poland")).ShouldBe([noun]);
    }
}
