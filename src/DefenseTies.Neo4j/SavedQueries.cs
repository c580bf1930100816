using System.IO.Compression;
using DefenseTies.Vocabulary;

namespace DefenseTies.Neo4j;

/// <summary>Queries for Neo4j Browser, as a ZIP to drop on its page: each becomes a favourite in the folder DefenseTies. What to ask for stands in the first line of each.</summary>
public static class SavedQueries
{
    // A ZIP needs a date; the same one each time makes the same file.
    private static readonly DateTimeOffset Date = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>File name and text of each; the comment at its beginning is the name that Browser shows.</summary>
    public static IReadOnlyList<(string File, string Text)> Of(GraphSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var ties = string.Join('|', schema.ClaimTypes.Select(t => Cypher.Name(t.Name)));
        const string actual = "r.status = 'actual' AND r.proposed IS NULL";
        return
        [
            ("who-supplies.cypher", $"""
                // Who supplies X
                WITH 'Poland' AS name
                MATCH (x:Entity) WHERE name IN x.names
                MATCH (supplier)-[r:SUPPLIES]->(x) WHERE {actual}
                RETURN supplier, r, x
                """),
            ("alliances.cypher", $"""
                // Alliances
                MATCH (a)-[r:ALLIED_WITH|MEMBER_OF|PARTY_TO]->(b) WHERE {actual}
                RETURN a, r, b
                """),
            ("how-tied.cypher", $$"""
                // How A and B are tied
                WITH 'Poland' AS one, 'Turkey' AS other
                MATCH (a:Entity) WHERE one IN a.names
                MATCH (b:Entity) WHERE other IN b.names
                CALL (a, b) {
                  MATCH p = SHORTEST 3 (a)-[r:{{ties}} WHERE {{actual}}]-{1,4}(b)
                  RETURN p
                }
                RETURN p
                """),
            ("changed-since.cypher", $"""
                // What changed since
                WITH '2024' AS since
                MATCH (a)-[r:{ties}]->(b) WHERE r.until >= since
                RETURN a.name, type(r) AS tie, coalesce(r.item, r.role) AS what, b.name, r.status, r.stage, r.since, r.until ORDER BY r.until DESC
                """),
            ("not-so.cypher", $"""
                // Planned, possible, denied and proposed
                MATCH (a)-[r:{ties}]->(b) WHERE NOT ({actual})
                RETURN a, r, b
                """),
            ("evidence.cypher", """
                // Evidence of a tie (its id stands among the properties of the relationship)
                WITH '0123456789abcdef' AS tie
                MATCH (c:Claim {tie: tie})-[:STATED_IN]->(d:Article)
                RETURN c.quote, c.status, c.attributedTo, d.title, d.source, d.date ORDER BY d.date
                """),
        ];
    }

    /// <summary>Writes the ZIP; the same vocabulary gives the same bytes.</summary>
    public static void WriteZip(GraphSchema schema, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (file, text) in Of(schema))
        {
            var entry = zip.CreateEntry($"DefenseTies/{file}", CompressionLevel.NoCompression);
            entry.LastWriteTime = Date;
            using var writer = new StreamWriter(entry.Open());
            writer.Write(text.ReplaceLineEndings("\n") + "\n");
        }
    }
}
