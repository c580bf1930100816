using DefenseTies.Vocabulary;

namespace DefenseTies.Neo4j;

/// <summary>Constraints and indexes, made from the vocabulary. The Community edition has them all.</summary>
/// <remarks>
/// Only ids and folded names are indexed exactly: a value of more than 8,164 bytes in such an index fails the write. Longer words are in the index of words.
/// </remarks>
public static class Neo4jSchema
{
    /// <summary>Name and statement of each; running a statement again changes nothing.</summary>
    public static IReadOnlyList<(string Name, string Statement)> Of(GraphSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var labels = string.Join('|', schema.EntityTypes.Select(t => Cypher.Name(t.Name)));
        return
        [
            Unique("article_id", "(n:Article)", "n"),
            Unique("claim_id", "(n:Claim)", "n"),
            Unique("entity_id", "(n:Entity)", "n"),
            .. new Statements(schema).Types.Select(type => Unique($"{type.ToLowerInvariant()}_id", $"()-[r:{Cypher.Name(type)}]-()", "r")),
            .. new[] { "from", "to", "tie" }.Select(end => ($"claim_{end}", $"CREATE INDEX claim_{end} IF NOT EXISTS FOR (n:Claim) ON (n.{end})")),

            // Whole folded names, as one term each; never long ones (see ArticleRows.Key): a term of more than 32,766 bytes would stop the database.
            ("entity_keys", "CREATE FULLTEXT INDEX entity_keys IF NOT EXISTS FOR (n:Entity) ON EACH [n.keys] OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}}"),

            // For people: CALL db.index.fulltext.queryNodes('entity_words', 'bayraktar').
            ("entity_words", $"CREATE FULLTEXT INDEX entity_words IF NOT EXISTS FOR (n:{labels}) ON EACH [n.name, n.names]"),
        ];
    }

    private static (string Name, string Statement) Unique(string name, string pattern, string variable) =>
        (Cypher.Name(name).Trim('`'), $"CREATE CONSTRAINT {Cypher.Name(name)} IF NOT EXISTS FOR {pattern} REQUIRE {variable}.id IS UNIQUE");

    /// <summary>Makes what is missing and waits until it can be used.</summary>
    internal static async Task CreateAsync(Neo4jConnection connection, GraphSchema schema, CancellationToken cancellationToken)
    {
        var there = await IndexesAsync(connection, cancellationToken);
        var missing = Of(schema).Where(s => !there.Contains(s.Name)).ToList();
        foreach (var (_, statement) in missing)
            await connection.WriteAsync(statement, null, cancellationToken);
        if (missing.Count > 0)
        {
            await connection.ReadAsync("CALL db.awaitIndexes(300)", null, cancellationToken);
            await IndexesAsync(connection, cancellationToken);
        }
    }

    // A constraint has an index of its name.
    private static async Task<HashSet<string>> IndexesAsync(Neo4jConnection connection, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in await connection.ReadAsync("SHOW INDEXES YIELD name, state, failureMessage", null, cancellationToken))
        {
            if (row.Text(1) == "FAILED")
                throw Neo4jProblems.BrokenIndex(connection.Address, row.Text(0), row[2]?.ToString() ?? "");
            names.Add(row.Text(0));
        }

        return names;
    }
}
