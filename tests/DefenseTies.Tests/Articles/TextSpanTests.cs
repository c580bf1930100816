using CsCheck;
using DefenseTies.Articles;

namespace DefenseTies.Tests.Articles;

/// <summary>Spans are half-open and count UTF-16 units.</summary>
public sealed class TextSpanTests
{
    private static readonly Gen<TextSpan> Spans = Gen.Int[0, 20].Select(Gen.Int[0, 10], (start, length) => new TextSpan(start, length));

    [Fact]
    public void A_span_shows_its_words() => TextSpan.FromBounds(7, 11).In("Turkey sold drones.").ToString().ShouldBe("sold");

    [Fact]
    public void An_emoji_is_two_units() => new TextSpan(0, 2).In("🚀 launched").ToString().ShouldBe("🚀");

    [Fact]
    public void Two_spans_overlap_exactly_when_they_share_a_unit() =>
        Spans.Select(Spans).Sample((a, b) => a.Overlaps(b) == Units(a).Intersect(Units(b)).Any() || a.Length == 0 || b.Length == 0);

    [Fact]
    public void A_span_contains_another_exactly_when_it_has_all_its_units() =>
        Spans.Select(Spans).Sample((a, b) => b.Length == 0 || a.Contains(b) == !Units(b).Except(Units(a)).Any());

    [Fact]
    public void Order_is_by_start_then_length() =>
        new TextSpan[] { new(3, 1), new(0, 5), new(0, 2) }.Order().ShouldBe([new(0, 2), new(0, 5), new(3, 1)]);

    private static IEnumerable<int> Units(TextSpan span) => Enumerable.Range(span.Start, span.Length);
}
