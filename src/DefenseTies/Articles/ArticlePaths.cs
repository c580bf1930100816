namespace DefenseTies.Articles;

/// <summary>A file that may hold an article, or why there is none.</summary>
/// <param name="Path">The path as it was given; <c>-</c> is standard input.</param>
/// <param name="Problem">Why it cannot be read, or null when it may be tried.</param>
/// <param name="IsSkipped">True for a file that lies in a folder and cannot be read: nobody asked for it by name, so that is no failure.</param>
public sealed record ArticlePath(string Path, string? Problem = null, bool IsSkipped = false);

/// <summary>Files and folders as given → the files to read.</summary>
public static class ArticlePaths
{
    private static readonly string[] Read = [".htm", ".html", ".md", ".txt"];

    /// <summary>Lists the files: each folder with everything below it, in ordinal order. What cannot be listed is a result with a problem, never an exception.</summary>
    /// <remarks>In folders only <c>.txt</c>, <c>.md</c>, <c>.html</c> and <c>.pdf</c> count, hidden ones and linked folders do not. PDF is not read: named it is a problem, in a folder it is skipped.</remarks>
    public static IEnumerable<ArticlePath> List(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            if (path == "-" || !Directory.Exists(path))
            {
                yield return path == "-" || Exists(path) ? File(path) : new ArticlePath(path, "no such file or folder");
                continue;
            }

            var any = false;
            foreach (var file in Below(path))
            {
                any |= !file.IsSkipped;
                yield return file;
            }

            if (!any)
                yield return new ArticlePath(path, $"no article in this folder; files ending in {string.Join(", ", Read)} are read");
        }
    }

    private static IEnumerable<ArticlePath> Below(string folder)
    {
        List<FileSystemInfo> entries;
        string? problem = null;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            (entries, problem) = ([], $"the folder cannot be read: {error.Message}");
        }

        if (problem is not null)
            yield return new ArticlePath(folder, problem);
        foreach (var entry in entries.Where(e => e.Name[0] != '.').OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, entry.Name);
            if (entry is DirectoryInfo)
            {
                // A linked folder may lead back here.
                foreach (var file in entry.LinkTarget is null ? Below(path) : [])
                    yield return file;
            }
            else if (Array.Exists(Read, e => HasExtension(path, e)) || HasExtension(path, ".pdf"))
            {
                var file = File(path);
                yield return file with { IsSkipped = file.Problem is not null };
            }
        }
    }

    private static ArticlePath File(string path) => HasExtension(path, ".pdf")
        ? new ArticlePath(path, "PDF is not read yet; turn it into text first, for instance with pdftotext")
        : new ArticlePath(path);

    private static bool Exists(string path) => System.IO.File.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
