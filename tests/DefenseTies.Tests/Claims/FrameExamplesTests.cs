using System.Text.RegularExpressions;
using DefenseTies.Claims;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Claims;

/// <summary>Each example in <c>graph-schema/frames</c> is a test: the files say what their frames read, whatever pairs add.</summary>
public sealed partial class FrameExamplesTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Examples =>
        from file in Loaded.Pipeline.Frames.DistinctBy(f => f.Type.Name)
        from example in file.Examples
        select new TheoryDataRow<string, string>(file.Type.Name, example.Text) { TestDisplayName = $"{file.Type.Name}: {example.Text}" };

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_read_as_its_file_says(string type, string text)
    {
        var expected = Loaded.Pipeline.Frames.First(f => f.Type.Name == type).Examples.First(e => e.Text == text).Claims;
        expected.ShouldAllBe(e => Expectation().IsMatch(e));
        var read = Loaded.Read(text).Claims.Where(c => c.Type == type && c.Extractor == ClaimReader.Extractor).Select(c => Written(c, expected));
        read.Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_claim_type_has_ten_examples_and_a_third_of_them_say_nothing()
    {
        foreach (var type in Loaded.Pipeline.Schema.ClaimTypes)
        {
            var examples = Loaded.Pipeline.Frames.FirstOrDefault(f => f.Type.Name == type.Name)?.Examples ?? [];
            examples.Count.ShouldBeGreaterThanOrEqualTo(10, type.Name);
            (3 * examples.Count(e => e.Claims.Count == 0)).ShouldBeGreaterThanOrEqualTo(examples.Count, type.Name);
            examples.Count(e => e.Claims.Count > 0).ShouldBeGreaterThan(0, type.Name);
        }
    }

    // The item is told only where the example tells it for these ends.
    private static string Written(Claim claim, IReadOnlyList<string> expected)
    {
        var ends = $"{claim.From.Name} > {claim.To.Name}";
        var item = claim.Item is not null && expected.Any(e => e.StartsWith(ends + ": ", StringComparison.Ordinal)) ? $": {claim.Item.Name}" : "";
        return $"{ends}{item} ({claim.Status.ToString().ToLowerInvariant()})";
    }

    [GeneratedRegex(@"^.+ > .+ \((actual|planned|possible|denied)\)$")]
    private static partial Regex Expectation();
}
