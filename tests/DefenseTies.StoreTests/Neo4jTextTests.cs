using System.Text;
using CsCheck;
using DefenseTies.Neo4j;

namespace DefenseTies.StoreTests;

public sealed class Neo4jTextTests
{
    private const string Mark = "\uFFFD\\u:";

    [Theory]
    [InlineData("")]
    [InlineData("Türkiye 🚀 \0 \\u0041 \uFFFD")]
    public void Text_that_the_database_can_hold_is_stored_as_it_is(string text) => Neo4jText.Encode(text).ShouldBe(text);

    [Fact]
    public void A_surrogate_without_partner_is_written_out() =>
        Neo4jText.Encode("a \uD83D b \uDE00 🚀 \\").ShouldBe(Mark + "a \\uD83D b \\uDE00 🚀 \\\\");

    [Fact]
    public void Every_text_comes_back_unit_for_unit() =>
        Gen.OneOf(Gen.Char, Gen.Char['\uD800', '\uDFFF'], Gen.Char["\\u\uFFFD:D8"]).Array[0, 12].Sample(units =>
        {
            var text = new string(units);
            var stored = Neo4jText.Encode(text);
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(stored);
            Neo4jText.Decode(stored).ShouldBe(text);
            Neo4jText.Decode(Neo4jText.Encode(Mark + text)).ShouldBe(Mark + text);
        });

    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(0.8125, "0.8125")]
    [InlineData(1e300, "1E+300")]
    public void A_float_stays_a_float(double number, string written) =>
        Encoding.UTF8.GetString(QueryJson.Request("RETURN $x", new Dictionary<string, object?> { ["x"] = number }, Access.Read, []).Span)
            .ShouldBe($$"""{"statement":"RETURN $x","parameters":{"x":{{written}}},"accessMode":"Read"}""");
}
