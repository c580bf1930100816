using System.Text.Json;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using Microsoft.Data.Sqlite;

namespace DefenseTies.Sqlite;

/// <summary>Rows → records, in the column order of <see cref="SqliteQueries"/>.</summary>
internal static class SqliteRows
{
    public static Article Article(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Title = SqliteText.ReadOrNull(row, 1),
        Date = Date(row, 2),
        Source = SqliteText.ReadOrNull(row, 3),
        Language = SqliteText.Read(row, 4),
        BodyStart = row.GetInt32(5),
        TitleSpan = new TextSpan(row.GetInt32(6), row.GetInt32(7)),
        Text = SqliteText.Read(row, 8),
    };

    /// <summary>An entity without aliases, and one of its spellings.</summary>
    public static (Entity Entity, string Spelling) Spelling(SqliteDataReader row) => (
        new Entity
        {
            Id = row.GetString(0),
            Type = row.GetString(1),
            Name = SqliteText.Read(row, 2),
            State = SqliteText.ReadOrNull(row, 3),
            Family = SqliteText.ReadOrNull(row, 4),
        },
        SqliteText.Read(row, 5));

    public static StoredClaim Claim(SqliteDataReader row)
    {
        var articleId = row.GetString(19);
        var claim = new Claim
        {
            Id = row.GetString(0),
            Type = row.GetString(1),
            From = new EntityRef(row.GetString(2), row.GetString(3), SqliteText.Read(row, 4)),
            To = new EntityRef(row.GetString(5), row.GetString(6), SqliteText.Read(row, 7)),
            Item = SqliteText.ReadOrNull(row, 9) is { } item ? new ClaimItem(item, SqliteText.ReadOrNull(row, 8)) : null,
            Role = SqliteText.ReadOrNull(row, 10),
            Quantity = SqliteText.ReadOrNull(row, 11),
            Value = SqliteText.ReadOrNull(row, 12),
            Date = Date(row, 13),
            Status = Enum.Parse<ClaimStatus>(row.GetString(14), ignoreCase: true),
            Stage = SqliteText.ReadOrNull(row, 15),
            AttributedTo = SqliteText.ReadOrNull(row, 16),
            Confidence = row.GetDouble(17),
            Extractor = row.GetString(18),
            Evidence = new Evidence(articleId, new TextSpan(row.GetInt32(20), row.GetInt32(21)), SqliteText.Read(row, 22)),
            Cues = row.IsDBNull(23) ? [] : Cues(row.GetString(23)),
        };
        return new StoredClaim(claim, Date(row, 24), SqliteText.ReadOrNull(row, 25), SqliteText.ReadOrNull(row, 26));
    }

    // Cues come as a JSON array of [kind, start, length], so that a claim is one row.
    private static List<Cue> Cues(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(cue => new Cue(cue[0].GetString()!, new TextSpan(cue[1].GetInt32(), cue[2].GetInt32())))];
    }

    private static PartialDate? Date(SqliteDataReader row, int column) =>
        !row.IsDBNull(column) && PartialDate.TryParse(row.GetString(column), out var date) ? date : null;
}
