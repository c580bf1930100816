namespace DefenseTies.Tests.Support;

/// <summary>A copy of the vocabulary to spoil; it is gone at the end.</summary>
internal sealed class VocabularyCopy : IDisposable
{
    public VocabularyCopy()
    {
        Folder = Directory.CreateTempSubdirectory("defenseties-vocabulary-").FullName;
        var original = Path.Combine(AppContext.BaseDirectory, "graph-schema");
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var copy = In(Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; }

    public string In(string path) => Path.Combine(Folder, path);

    /// <summary>Replaces the first occurrence of words in a file.</summary>
    /// <returns>The line they stand in.</returns>
    public int Spoil(string path, string words, string by)
    {
        var text = File.ReadAllText(In(path));
        var at = text.IndexOf(words, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{path} has no '{words}' to spoil");
        File.WriteAllText(In(path), text[..at] + by + text[(at + words.Length)..]);
        return 1 + text.AsSpan(0, at).Count('\n');
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
