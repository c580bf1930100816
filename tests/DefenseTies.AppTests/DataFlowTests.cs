using System.Text;
using DefenseTies.AppTests.Support;
using DefenseTies.Articles;
using DefenseTies.Claims;

namespace DefenseTies.AppTests;

/// <summary>The worked example of <c>docs/data-flow.md</c>, stage by stage.</summary>
[Collection(nameof(Page))]
public sealed class DataFlowTests
{
    private const string Document = "docs/data-flow.md", Example = "Turkey recently delivered", Hedged = "Erdogan reportedly did not rule out";

    private static readonly Pipeline Reading = Pipeline.Load();
    private static readonly Article Article = new ArticleReader().Read(new ArticlePath(Page.At("seeds/turkey-azerbaijan.txt"))).Article!;
    private static readonly ExtractedArticle Extracted = Reading.Extract(Article);

    [Fact]
    public Task Sentences_are_parsed_as_shown() => Page.ExpectBlocksAsync(Document, "tokens", _ =>
    {
        var sentence = Reading.Parse(Reading.Split(Article)).Single(s => s.Span.In(Article.Text).StartsWith(Example, StringComparison.Ordinal));
        return Rows(sentence.Tokens.Select(t => new[] { t.Span.ToString(), t.Form, t.Lemma, t.Upos, t.Relation, t.Head < 0 ? "" : sentence.Tokens[t.Head].Form }).Prepend(["where", "token", "lemma", "tag", "relation", "to"]));
    });

    [Fact]
    public Task Mentions_are_found_as_shown() => Page.ExpectBlocksAsync(Document, "mentions", _ =>
    {
        var sentence = Said(Example).First().Evidence.Span;
        return Rows(
            from mention in Extracted.Mentions
            where sentence.Contains(mention.Span)
            orderby mention.Span.Start
            let entity = Extracted.Entities.Single(e => e.Id == mention.EntityId)
            select new[] { mention.Span.ToString(), mention.Span.In(Article.Text).ToString(), entity.Id, entity.State is null ? "" : $"of {entity.State}" });
    });

    [Fact]
    public Task Claims_are_read_as_shown() => Page.ExpectBlocksAsync(Document, "claim", block => Task.FromResult(Written(Said(block.Contains("possible", StringComparison.Ordinal) ? Hedged : Example).First())));

    private static IEnumerable<Claim> Said(string words) => Extracted.Claims.Where(c => c.Evidence.Quote.StartsWith(words, StringComparison.Ordinal));

    private static string Written(Claim claim)
    {
        var text = new StringBuilder();
        void Line(string name, string? value) => text.Append(value is null ? "" : $"{name,-13}{value}\n");
        Line("id", claim.Id);
        Line("type", claim.Type);
        Line("from", claim.From.Id);
        Line("to", claim.To.Id);
        Line("item", claim.Item is { } item ? item.Id ?? item.Name : null);
        Line("status", claim.Status.ToString().ToLowerInvariant());
        Line("stage", claim.Stage);
        Line("attributedTo", claim.AttributedTo);
        Line("confidence", FormattableString.Invariant($"{claim.Confidence}"));
        foreach (var cue in claim.Cues)
            Line("cue", $"{cue.Span} “{cue.Span.In(Article.Text)}” ({cue.Kind})");
        Line("evidence", $"{claim.Evidence.Span} “{claim.Evidence.Quote}”");
        return text.ToString();
    }

    private static Task<string> Rows(IEnumerable<string[]> rows)
    {
        var table = rows.ToList();
        var widths = Enumerable.Range(0, table[0].Length).Select(i => table.Max(r => r[i].Length)).ToArray();
        return Task.FromResult(string.Concat(table.Select(r => string.Join("  ", r.Select((c, i) => c.PadRight(widths[i]))).TrimEnd() + "\n")));
    }
}
