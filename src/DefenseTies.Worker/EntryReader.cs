using System.Globalization;
using System.Text;
using DefenseTies.Articles;

namespace DefenseTies.Worker;

/// <summary>A line of the ledger → its article.</summary>
internal sealed class EntryReader(Ledger ledger, ArticleReader reader, Outcomes outcomes)
{
    /// <summary>Reads it. Null when that was not possible; the outcome is told then.</summary>
    public ArticleResult? Read(InHand taken)
    {
        var entry = taken.Entry;
        return entry.Origin == Origin.File ? ReadFile(taken) : new ArticleResult(entry.Source, Article.Parse(Encoding.UTF8.GetString(ledger.Text(entry.Number)), entry.Source), null);
    }

    /// <summary>Tells a file that has changed from what it was; null when there is none.</summary>
    public static string? VersionOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}") : null;
    }

    private ArticleResult? ReadFile(InHand taken)
    {
        var path = taken.Entry.Source;
        try
        {
            if (VersionOf(path) is null)
                return new ArticleResult(path, null, "the file was gone before it was read");
            using var file = File.OpenRead(path);
            var result = reader.Read(path, file);

            // Somebody goes on writing after all.
            if (VersionOf(path) == taken.Entry.Version)
                return result;
            outcomes.Forget(taken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            outcomes.TryAgain(taken, $"cannot be read: {error.Message}");
        }

        return null;
    }
}
