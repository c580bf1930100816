using DefenseTies.Articles;

namespace DefenseTies.Benchmarks;

/// <summary>The articles everything here is measured on: the golden ones and the seed.</summary>
internal static class Articles
{
    /// <summary>The texts in ordinal order of their file names.</summary>
    public static IReadOnlyList<string> Texts { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "articles"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public static IReadOnlyList<Article> All { get; } = [.. Texts.Select(t => Article.Parse(t))];

    /// <summary>Words of all bodies, as <c>wc -w</c> counts them.</summary>
    public static int Words { get; } = All.Sum(a => a.Text[a.BodyStart..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
}
