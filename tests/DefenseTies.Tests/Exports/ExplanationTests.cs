using DefenseTies.Articles;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Exports;

/// <summary>What <c>extract --explain</c> tells is what the frames did.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void An_end_that_the_items_own_phrase_names_stands_in_the_table_of_the_frame() =>
        Loaded.Pipeline.Explain(Article.Parse("Iraq flies Chinese CH-4 drones.\n"))
            .Split('\n').ShouldContain(line => line.Contains("from", StringComparison.Ordinal) && line.Contains("make", StringComparison.Ordinal) && line.Contains("country:china", StringComparison.Ordinal));
}
