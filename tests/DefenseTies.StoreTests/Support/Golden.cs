using DefenseTies.Articles;
using DefenseTies.Claims;

namespace DefenseTies.StoreTests.Support;

/// <summary>The golden articles, read once for all tests.</summary>
internal static class Golden
{
    private static readonly Lazy<Pipeline> Loaded = new(() => Pipeline.Load());

    private static readonly Lazy<IReadOnlyList<ExtractedArticle>> Read = new(() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "golden"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(file => Reading.Extract(Article.Parse(File.ReadAllText(file), Path.GetFileName(file))))]);

    /// <summary>What reads them.</summary>
    public static Pipeline Reading => Loaded.Value;

    /// <summary>What they say, in the order of their files.</summary>
    public static IReadOnlyList<ExtractedArticle> Articles => Read.Value;
}
