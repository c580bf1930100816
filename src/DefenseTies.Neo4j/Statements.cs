using DefenseTies.Vocabulary;

namespace DefenseTies.Neo4j;

/// <summary>All Cypher that the store runs. Values are parameters; the only names put into a text are types of the vocabulary.</summary>
internal sealed class Statements
{
    /// <summary>Relationship type of a tie whose claim type the vocabulary does not have (any more); its property <c>type</c> says which.</summary>
    public const string OtherTie = "TIED_TO";

    // $articles, $entities and $claims are maps of properties; of an article that was there before nothing is written.
    // "write" tells an article of an earlier try, whose answer was lost, from one that somebody else wrote.
    // Setting n.id takes the lock of the node before what it guards is read.
    public const string AddArticles = """
        UNWIND $articles AS row
        MERGE (a:Article {id: row.id})
          ON CREATE SET a += row, a.write = $write, a:TiesPending
        WITH a WHERE a.write = $write
        WITH collect(a.id) AS ours
        CALL (ours) {
          UNWIND $entities AS row
          WITH row WHERE row.article IN ours
          MERGE (n:Entity {id: row.id})
            ON CREATE SET n += row.properties, n.names = [row.properties.name], n.keys = [], n.firstArticle = row.article, n:$(row.labels)
          WITH n, row
          WHERE any(name IN row.names WHERE NOT name IN n.names) OR any(key IN row.keys WHERE NOT key IN n.keys)
            OR (n.state IS NULL AND row.properties.state IS NOT NULL) OR (n.family IS NULL AND row.properties.family IS NOT NULL)
          SET n.id = row.id
          SET n.names = n.names + [name IN row.names WHERE NOT name IN n.names],
              n.keys = n.keys + [key IN row.keys WHERE NOT key IN n.keys],
              n.state = coalesce(n.state, row.properties.state),
              n.family = coalesce(n.family, row.properties.family)
        }
        CALL (ours) {
          UNWIND $claims AS row
          WITH row WHERE row.article IN ours
          MATCH (a:Article {id: row.article})
          MERGE (c:Claim {id: row.id})
            ON CREATE SET c += row
          MERGE (c)-[:STATED_IN]->(a)
        }
        CALL (ours) {
          UNWIND $entities AS row
          WITH row WHERE row.article IN ours
          MATCH (n:Entity {id: row.id}) WHERE n.firstArticle = row.article
          RETURN collect(row.article) AS firsts
        }
        RETURN ours, firsts
        """;

    public const string Settle = "UNWIND $ids AS id MATCH (a:Article {id: id}) REMOVE a:TiesPending";

    public const string Pending = """
        MATCH (a:TiesPending)
        OPTIONAL MATCH (c:Claim)-[:STATED_IN]->(a)
        RETURN a.id, [tie IN collect(DISTINCT c.tie) WHERE tie IS NOT NULL]
        """;

    public const string HasArticle = "MATCH (a:Article {id: $id}) RETURN a.id";

    public const string ArticleIds = "MATCH (a:Article) RETURN a.id";

    public const string Articles = """
        UNWIND $ids AS id
        MATCH (a:Article {id: id})
        RETURN a {.id, .title, .date, .source, .language, .bodyStart, .titleStart, .titleLength, .text}
        """;

    private const string EntityColumns = "n {.id, .type, .name, .names, .state, .family}";

    public const string EntityIds = "MATCH (n:Entity) RETURN n.id";

    public const string Entities = $"UNWIND $ids AS id MATCH (n:Entity {{id: id}}) RETURN {EntityColumns}";

    public const string EntitiesByKey = $"CALL db.index.fulltext.queryNodes('entity_keys', $query) YIELD node AS n WHERE $key IN n.keys RETURN {EntityColumns}";

    private const string ClaimColumns = "MATCH (c)-[:STATED_IN]->(a:Article) RETURN properties(c), a.date, a.source, a.title";

    public const string ClaimIds = "MATCH (c:Claim) WHERE $types IS NULL OR c.type IN $types RETURN c.id";

    public const string Claims = $"UNWIND $ids AS id MATCH (c:Claim {{id: id}}) {ClaimColumns}";

    public const string ClaimsOfFrontier = $$"""
        UNWIND $ids AS id
        CALL (id) {
          MATCH (c:Claim {from: id}) RETURN c
          UNION
          MATCH (c:Claim {to: id}) RETURN c
        }
        WITH DISTINCT c WHERE $types IS NULL OR c.type IN $types
        {{ClaimColumns}}
        """;

    public const string ClaimsOfTies = $"UNWIND $ids AS id MATCH (c:Claim {{tie: id}}) {ClaimColumns}";

    private readonly Dictionary<string, string> tieStatements;
    private readonly HashSet<string> labels;
    private readonly GraphSchema schema;

    public Statements(GraphSchema schema)
    {
        this.schema = schema;
        labels = schema.EntityTypes.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        tieStatements = schema.ClaimTypes.Select(t => t.Name).Append(OtherTie).ToDictionary(type => type, WriteTies, StringComparer.Ordinal);
    }

    /// <summary>The relationship types, ordered.</summary>
    public IEnumerable<string> Types => tieStatements.Keys.Order(StringComparer.Ordinal);

    /// <summary>The relationship type of ties of a claim type.</summary>
    public string RelationshipOf(string claimType) => tieStatements.ContainsKey(claimType) ? claimType : OtherTie;

    /// <summary>What ties of a claim type are called in pictures: its verb.</summary>
    public string CaptionOf(string claimType) => schema.Claim(claimType)?.Label ?? claimType;

    /// <summary>Labels of an entity of that type besides <c>Entity</c>; none when the vocabulary does not have the type.</summary>
    public IReadOnlyList<string> LabelsOf(string entityType) => labels.Contains(entityType) ? [entityType] : [];

    /// <summary>Writes ties of one relationship type.</summary>
    public string WriteTiesOf(string relationship) => tieStatements[relationship];

    /// <summary>The query that finds a key in the index of keys. A key holds letters, digits, <c>/</c>, <c>#</c> and blanks only.</summary>
    public static string Phrase(string key) => $"\"{key}\"";

    /// <summary>Every statement there is, for the check against a server.</summary>
    public IEnumerable<string> All =>
    [
        AddArticles, Settle, Pending, HasArticle, ArticleIds, Articles, EntityIds, Entities, EntitiesByKey, ClaimIds, Claims, ClaimsOfFrontier, ClaimsOfTies,
        .. Types.Select(WriteTiesOf),
    ];

    // What a tie adds up to is computed from claims that were read before. It is written only if, with the tie's lock held, there are just as many:
    // see TieWriter. Setting r.id takes that lock.
    private static string WriteTies(string type) => $$"""
        UNWIND $ties AS row
        MATCH (a:Entity {id: row.from})
        MATCH (b:Entity {id: row.to})
        MERGE (a)-[r:{{Cypher.Name(type)}} {id: row.id}]->(b)
          ON CREATE SET r.isNew = true
        WITH r, row, coalesce(r.isNew, false) AS isNew
        SET r.id = row.id, r.isNew = null
        WITH r, row, isNew, COUNT { (:Claim {tie: row.id}) } = row.properties.claims AS isCurrent
        FOREACH (properties IN CASE WHEN isCurrent THEN [row.properties] ELSE [] END | SET r += properties)
        RETURN row.id, isNew, isCurrent
        """;
}
