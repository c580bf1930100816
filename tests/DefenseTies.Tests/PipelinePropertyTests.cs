using System.Globalization;
using CsCheck;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests;

/// <summary>What holds for the reading of any text whatsoever.</summary>
public sealed class PipelinePropertyTests
{
    private static readonly Gen<string> Texts = Gen.Frequency((2, AnyText.Made), (2, AnyText.Mutated), (1, Gen.String));

    [Fact]
    public void Any_text_is_read_and_what_is_read_stands_in_it() => Texts.Sample(
        text =>
        {
            var read = Loaded.Pipeline.Extract(Article.Parse(text));
            read.ThrowIfInconsistent();
            foreach (var claim in read.Claims)
            {
                claim.Evidence.Quote.ShouldBe(claim.Evidence.Span.In(text).ToString());
                claim.Cues.ShouldAllBe(c => c.Span.Start >= 0 && c.Span.End <= text.Length && c.Span.Length > 0);
                claim.Confidence.ShouldBeInRange(double.Epsilon, 1);
                claim.WithId().Id.ShouldBe(claim.Id);
                var type = Loaded.Pipeline.Schema.Claim(claim.Type).ShouldNotBeNull();
                type.From.Concat(type.Symmetric ? type.To : []).ShouldContain(claim.From.Type);
                type.To.Concat(type.Symmetric ? type.From : []).ShouldContain(claim.To.Type);
            }

            read.Claims.Select(c => c.Id).ShouldBeUnique();
            read.Mentions.ShouldAllBe(m => m.Span.Start >= 0 && m.Span.End <= text.Length && m.Span.Length > 0);
            read.Entities.Select(e => e.Id).ShouldBeUnique();
        },
        iter: 300);

    [Fact]
    public void The_same_text_gives_the_same_claims_again() => Texts.Sample(text => Written(text) == Written(text), iter: 60);

    [Fact]
    public void Many_threads_read_what_one_reads()
    {
        var alone = Loaded.GoldenTexts.Select(Written).ToArray();
        Parallel.For(0, 4 * alone.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Written(Loaded.GoldenTexts[i % alone.Length]).ShouldBe(alone[i % alone.Length]));
    }

    private static string Written(string text)
    {
        var read = Loaded.Pipeline.Extract(Article.Parse(text));
        return string.Join('\n', read.Claims.Select(Written).Concat(read.Entities.Select(e => $"{e.Id} {e.Name} {string.Join('|', e.Aliases)}")).Concat(read.Mentions.Select(m => m.ToString())));
    }

    private static string Written(Claim c) => string.Create(
        CultureInfo.InvariantCulture,
        $"{c.Id} {c.Type} {c.From} {c.To} {c.Item} {c.Role} {c.Quantity} {c.Value} {c.Date} {c.Status} {c.Stage} {c.AttributedTo} {string.Join('|', c.Cues)} {c.Confidence} {c.Evidence}");

    [Fact]
    public void Any_text_can_be_explained_and_each_claim_stands_in_the_explanation() => Texts.Sample(
        text =>
        {
            var article = Article.Parse(text);
            var explained = Loaded.Pipeline.Explain(article);
            Loaded.Pipeline.Extract(article).Claims.ShouldAllBe(c => explained.Contains(c.Id));
            Loaded.Pipeline.Explain(article, "").Length.ShouldBeGreaterThanOrEqualTo(explained.Length);
        },
        iter: 100);
}
