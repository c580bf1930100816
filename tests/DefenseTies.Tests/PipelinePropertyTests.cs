using CsCheck;
using DefenseTies.Articles;
using DefenseTies.Exports;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests;

/// <summary>What holds for the reading of any text whatsoever.</summary>
public sealed class PipelinePropertyTests
{
    private static readonly Gen<string> Texts = Gen.Frequency((2, AnyText.Made), (2, AnyText.Mutated), (1, Gen.String));

    [Fact]
    public void Any_text_is_read_and_what_is_read_stands_in_it() =>
        Texts.Sample(text => Promises.Broken(Loaded.Pipeline.Extract(Article.Parse(text))).ShouldBeEmpty(), iter: 300);

    [Fact]
    public void A_hundred_thousand_texts_gone_wrong_are_read_all_the_same()
    {
        // Texts of their own, whose sentences the parser takes in together: alone, most of the time would go into calling it.
        const int Together = 500;
        var claims = 0;
        AnyText.MutatedSentence.Array[Together].Sample(
            texts =>
            {
                var start = ThreadClock.Now;
                var articles = texts.Select(t => Article.Parse(t)).Select(a => (Article: a, Sentences: Loaded.Pipeline.Split(a))).ToArray();
                Loaded.Pipeline.Parse([.. articles.SelectMany(a => a.Sentences)]);
                var read = articles.Select(a => Loaded.Pipeline.Read(Loaded.Pipeline.Find(a.Article, a.Sentences))).ToArray();
                (ThreadClock.Now - start).ShouldBeLessThan(TimeSpan.FromSeconds(texts.Sum(t => t.Length) / 10_000.0));
                read.SelectMany(r => Promises.Broken(r).Select(broken => $"{broken}: {r.Article.Text}")).ShouldBeEmpty();
                Interlocked.Add(ref claims, read.Sum(r => r.Claims.Count));
            },
            iter: 100_000 / Together);
        // Nonsense without claims would prove little.
        claims.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void The_same_text_gives_the_same_claims_again() => Texts.Sample(text => Written(text) == Written(text), iter: 60);

    [Fact]
    public void Many_threads_read_what_one_reads()
    {
        var alone = Loaded.GoldenTexts.Select(Written).ToArray();
        Parallel.For(0, 4 * alone.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Written(Loaded.GoldenTexts[i % alone.Length]).ShouldBe(alone[i % alone.Length]));
    }

    [Fact]
    public void A_pipeline_loaded_anew_reads_the_same()
    {
        var again = Pipeline.Load();
        foreach (var text in Loaded.GoldenTexts)
            ExtractedJson.Text(again.Extract(Article.Parse(text)), indented: false).ShouldBe(Written(text));
    }

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

    private static string Written(string text) => ExtractedJson.Text(Loaded.Pipeline.Extract(Article.Parse(text)), indented: false);
}
