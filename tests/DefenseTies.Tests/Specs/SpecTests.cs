using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Specs;

/// <summary>The documents beside this file hold: what stands in an <c>article</c> block is read as the block after it says.</summary>
public sealed class SpecTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Specs");

    public static IEnumerable<TheoryDataRow<string, string>> Examples =>
        from path in Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal)
        let file = Path.GetFileName(path)
        from example in Read(file)
        select new TheoryDataRow<string, string>(file, example.Heading) { TestDisplayName = $"{file}: {example.Heading}" };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_specification_holds(string file, string heading)
    {
        var blocks = Read(file).Single(e => e.Heading == heading).Blocks;
        blocks.Keys.ShouldContain("article");
        blocks.Keys.ShouldAllBe(k => k == "article" || k == "sentences" || k == "mentions" || k == "claims");
        blocks.Count.ShouldBeGreaterThan(1);
        var article = Article.Parse(blocks["article"]);
        foreach (var (kind, expected) in blocks.Where(b => b.Key != "article"))
        {
            var lines = expected.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (kind == "claims")
                Claims(article).Order(StringComparer.Ordinal).ShouldBe(lines.Order(StringComparer.Ordinal), $"{file}, '{heading}'");
            else
                (kind == "sentences" ? Sentences(article) : Mentions(article)).ShouldBe(lines, $"{file}, '{heading}'");
        }
    }

    [Theory]
    [InlineData("## A\n```article\ntext\n")]
    [InlineData("## A\n```article\na\n```\n```article\nb\n```\n")]
    [InlineData("## A\n```article\na\n```\n## A\n```article\nb\n```\n")]
    public void A_specification_with_a_block_that_would_be_lost_is_refused(string markdown) =>
        Should.Throw<FormatException>(() => SpecFile.Parse(markdown));

    private static IReadOnlyList<SpecExample> Read(string file) => SpecFile.Parse(File.ReadAllText(Path.Combine(Folder, file)));

    private static IEnumerable<string> Sentences(Article article) =>
        Loaded.Pipeline.Split(article).Select(s => string.Join(" | ", s.Tokens.Select(t => t.Form)));

    private static IEnumerable<string> Mentions(Article article)
    {
        var read = Loaded.Pipeline.Extract(article);
        var entities = read.Entities.ToDictionary(e => e.Id);
        return read.Mentions.Select(m => $"{m.Span.In(article.Text)} = {entities[m.EntityId].Type} {entities[m.EntityId].Name}");
    }

    // The specifications are of rules; what pairs add is learned, and other with the next articles that are learned from.
    private static IEnumerable<string> Claims(Article article) => Loaded.Pipeline.Extract(article).Claims.Where(c => c.Extractor == ClaimReader.Extractor).Select(Written);

    private static string Written(Claim claim) =>
        $"{claim.Type} {claim.From.Name} > {claim.To.Name}{(claim.Item is null ? "" : $": {claim.Item.Name}")} [{claim.Status.ToString().ToLowerInvariant()}{(claim.Stage is null ? "" : $", {claim.Stage}")}]";
}
