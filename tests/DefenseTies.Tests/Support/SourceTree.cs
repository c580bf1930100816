namespace DefenseTies.Tests.Support;

/// <summary>The files the tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>The folder that holds <c>DefenseTies.sln</c>.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>All C# files below a folder, as paths from the root with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> CSharp(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "DefenseTies.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException($"no DefenseTies.sln above {folder}");
    }
}
