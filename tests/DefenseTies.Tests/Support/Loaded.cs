using DefenseTies.Articles;
using DefenseTies.Claims;

namespace DefenseTies.Tests.Support;

/// <summary>What is loaded once for all tests: loading takes as long as a hundred of them.</summary>
internal static class Loaded
{
    public static Pipeline Pipeline { get; } = Pipeline.Load();

    /// <summary>The golden articles and the seed, in ordinal order of their file names.</summary>
    public static IReadOnlyList<string> GoldenTexts { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>What the pipeline reads in a text of that day.</summary>
    public static ExtractedArticle Read(string text) => Pipeline.Extract(Article.Parse($"date: 2024-06-15\n\n{text}"));
}
