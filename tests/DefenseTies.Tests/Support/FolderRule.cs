using System.Text.RegularExpressions;

namespace DefenseTies.Tests.Support;

/// <summary>A folder of the library uses only folders before it in the flow.</summary>
internal sealed partial class FolderRule
{
    private static readonly string[] Flow = ["Vocabulary", "Articles", "Language", "Mentions", "Claims", "Pairs", "Graphs", "Stores", "Queries", "Exports", "Scoring"];

    // Types by the folder they stand in; the empty folder is the library's own, which is above all others.
    private readonly ILookup<string, string> types;

    /// <param name="files">Paths from the library's folder.</param>
    public FolderRule(IEnumerable<string> files) =>
        types = files.ToLookup(FolderOf, f => Path.GetFileNameWithoutExtension(f).Split('.')[0], StringComparer.Ordinal);

    /// <summary>Folders that break the order because they are not in it.</summary>
    public IEnumerable<string> Unknown => types.Select(t => t.Key).Where(f => f.Length > 0 && !Flow.Contains(f));

    /// <summary>What a file uses and must not.</summary>
    public IEnumerable<string> Breaches(string path, string source)
    {
        var folder = FolderOf(path);
        if (folder.Length == 0)
            return [];
        var code = Comment().Replace(source, "");
        var later = Flow.Skip(Array.IndexOf(Flow, folder) + 1).Where(l => Uses(code, l)).Select(l => $"{path} uses {l}");
        return later.Concat(types[""].Where(t => Regex.IsMatch(code, $@"(?<![\w.<]){t}\b(?!\s*[=(])")).Select(t => $"{path} uses {t} of the library's own folder"));
    }

    private bool Uses(string code, string folder) =>
        Regex.IsMatch(code, $@"\bDefenseTies\.{folder}\b")
        || Regex.Matches(code, $@"(?<![\w.]){folder}\.(\w+)").Any(m => types[folder].Contains(m.Groups[1].Value));

    private static string FolderOf(string path) => path.Contains('/', StringComparison.Ordinal) ? path[..path.IndexOf('/', StringComparison.Ordinal)] : "";

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
