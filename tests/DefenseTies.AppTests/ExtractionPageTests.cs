using System.Text.RegularExpressions;
using DefenseTies.AppTests.Support;
using DefenseTies.Articles;

namespace DefenseTies.AppTests;

/// <summary>The worked example of <c>docs/extraction.md</c>: its tables are those of <c>extract --explain</c>, its frame reads what it says.</summary>
[Collection(nameof(Page))]
public sealed class ExtractionPageTests
{
    private const string Document = "docs/extraction.md";

    private static readonly Lazy<Pipeline> Reading = new(() => Pipeline.Load());

    /// <summary>A block's first line is a heading of the explanation; a heading that comes twice has two blocks.</summary>
    [Fact]
    public async Task Each_stage_is_shown_as_it_is()
    {
        var sections = Explain(Reading.Value, "docs/extraction-example.txt").Split("\n\n").Select(s => s.TrimEnd('\n') + "\n").ToList();
        await Page.ExpectBlocksAsync(Document, "explain", block =>
        {
            var heading = block.Split('\n')[0];
            var section = sections.FirstOrDefault(s => s.StartsWith(heading + "\n", StringComparison.Ordinal)).ShouldNotBeNull($"--explain prints nothing under '{heading}'");
            sections.Remove(section);
            return Task.FromResult(section);
        });
    }

    [Fact]
    public async Task The_frame_made_in_ten_minutes_reads_the_sentence()
    {
        var yaml = Regex.Matches(await File.ReadAllTextAsync(Page.At(Document)), "^```yaml\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToArray();
        yaml.Length.ShouldBe(2);
        using var cli = new Cli.CliTester();
        foreach (var file in Directory.EnumerateFiles(Page.At("graph-schema"), "*.yaml", SearchOption.AllDirectories))
            cli.Write(Path.GetRelativePath(Page.Root, file), File.ReadAllBytes(file));
        var frames = Path.Combine(cli.Folder, "graph-schema/frames/SUPPLIES.yaml");
        File.WriteAllText(frames, File.ReadAllText(frames).Replace("\nframes:\n", $"\nframes:\n{yaml[0]}", StringComparison.Ordinal).Replace("\nexamples:\n", $"\nexamples:\n{yaml[1]}", StringComparison.Ordinal));

        var extended = Pipeline.Load(Path.Combine(cli.Folder, "graph-schema"));
        Explain(extended, "docs/extraction-unread.txt").ShouldContain("Frame “lavishes on” of SUPPLIES");
        foreach (var (text, expected) in Regex.Matches(yaml[1], """text: "(.*?)", claims: \["?(.*?)"?\]""").Select(m => (m.Groups[1].Value, m.Groups[2].Value)))
        {
            string.Join("; ", extended.Extract(Article.Parse(text)).Claims.Where(c => c.Type == "SUPPLIES").Select(c => $"{c.From.Name} > {c.To.Name}: {c.Item?.Name} ({c.Status.ToString().ToLowerInvariant()})"))
                .ShouldBe(expected);
        }
    }

    private static string Explain(Pipeline pipeline, string path) => pipeline.Explain(new ArticleReader().Read(new ArticlePath(Page.At(path))).Article!);
}
