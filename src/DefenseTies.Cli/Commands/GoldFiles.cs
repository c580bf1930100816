using DefenseTies.Articles;

namespace DefenseTies.Cli.Commands;

/// <summary>Gold files, and the article that goes with each.</summary>
internal static class GoldFiles
{
    public const string Description = "Gold files, or folders of them; GOLD.json goes with GOLD.txt beside it or in seeds/";

    /// <summary>A file, or those of a folder in the order of their names.</summary>
    public static IEnumerable<string> At(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? [path] : throw new CommandException($"{path}: no such file or folder");
        var files = Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new CommandException($"{path}: no gold file (.json) in this folder");
    }

    /// <summary>The article of a gold file.</summary>
    /// <param name="elsewhere">Where it lies; null for its usual places.</param>
    /// <param name="advice">What to do when it is at none of them.</param>
    public static Article ArticleOf(string gold, string? elsewhere = null, string advice = "put it at one of them")
    {
        var path = elsewhere ?? Beside(gold, advice);
        var read = new ArticleReader().Read(new ArticlePath(path));
        return read.Article ?? throw new CommandException($"{path}: {read.Problem}");
    }

    private static string Beside(string gold, string advice)
    {
        var beside = Path.ChangeExtension(gold, ".txt");
        var seed = Path.Combine("seeds", Path.GetFileName(beside));
        return File.Exists(beside) ? beside
            : File.Exists(seed) ? seed
            : throw new CommandException($"{gold}: its article is neither at {beside} nor at {seed}; {advice}");
    }
}
