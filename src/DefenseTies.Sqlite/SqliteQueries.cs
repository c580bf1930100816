namespace DefenseTies.Sqlite;

/// <summary>All SQL of the store, by name. Values are always parameters; a list is one JSON parameter, so its size never changes the statement.</summary>
internal static class SqliteQueries
{
    public const string Begin = "BEGIN IMMEDIATE";
    public const string Commit = "COMMIT";
    public const string Rollback = "ROLLBACK";

    public const string ApplicationId = "PRAGMA application_id";
    public const string SchemaVersion = "PRAGMA user_version";
    public const string TableCount = "SELECT count(*) FROM sqlite_schema";
    public const string JournalMode = "PRAGMA journal_mode";
    public const string UseWriteAheadLog = "PRAGMA journal_mode = WAL";

    // NORMAL cannot tear an article; at worst a power cut loses the last ones, and ingesting again brings them back.
    // Ids are hashes, so an article touches pages all over the indexes: 64 MiB of them are kept, and merged into the file 32 MiB at a time.
    public const string SetUpWriter = "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000";
    public const string WriteThrough = "PRAGMA synchronous = FULL";
    public const string SetUpReader = "PRAGMA query_only = ON; PRAGMA cache_size = -65536";

    /// <summary>For a connection that only reads: no check of the file's size against its header.</summary>
    public const string ReadHeaderAlone = "PRAGMA writable_schema = ON";

    public const string HasArticle = "SELECT EXISTS (SELECT 1 FROM article WHERE id = $id)";

    public const string Articles = "SELECT id, title, date, source, language, body_start, title_start, title_length, text FROM article ORDER BY id";

    public const string AddArticle = """
        INSERT INTO article (id, title, date, source, language, body_start, title_start, title_length, text)
        VALUES ($id, $title, $date, $source, $language, $body_start, $title_start, $title_length, $text) ON CONFLICT DO NOTHING
        """;

    public const string AddEntity = "INSERT INTO entity (id, type, name, state, family) VALUES ($id, $type, $name, $state, $family) ON CONFLICT DO NOTHING";

    public const string CompleteEntity = """
        UPDATE entity SET state = coalesce(state, $state), family = coalesce(family, $family)
        WHERE id = $id AND ((state IS NULL AND $state IS NOT NULL) OR (family IS NULL AND $family IS NOT NULL))
        """;

    public const string AddName = "INSERT INTO name (entity_id, name, key) VALUES ($entity_id, $name, $key) ON CONFLICT DO NOTHING";

    public const string AddMention = "INSERT INTO mention (article_id, position, entity_id, start, length) VALUES ($article_id, $position, $entity_id, $start, $length)";

    public const string AddTie = "INSERT INTO tie (id, type, from_id, to_id, item_key) VALUES ($id, $type, $from_id, $to_id, $item_key) ON CONFLICT DO NOTHING";

    public const string AddClaim = """
        INSERT INTO claim (id, tie_id, article_id, from_type, from_name, to_type, to_name, item_id, item_name, role, quantity, value,
                           date, status, stage, attributed_to, confidence, extractor, start, length, quote)
        VALUES ($id, $tie_id, $article_id, $from_type, $from_name, $to_type, $to_name, $item_id, $item_name, $role, $quantity, $value,
                $date, $status, $stage, $attributed_to, $confidence, $extractor, $start, $length, $quote) ON CONFLICT DO NOTHING
        """;

    public const string AddCue = """
        INSERT INTO cue (claim_number, position, kind, start, length) VALUES ((SELECT number FROM claim WHERE id = $claim_id), $position, $kind, $start, $length)
        """;

    /// <summary>One row per spelling, an entity's rows together.</summary>
    public const string Entities = "SELECT e.id, e.type, e.name, e.state, e.family, n.name FROM entity e JOIN name n ON n.entity_id = e.id ORDER BY e.id";

    /// <summary>As <see cref="Entities"/>, for those with a spelling of the key <c>$key</c>.</summary>
    public const string EntitiesByKey = """
        SELECT e.id, e.type, e.name, e.state, e.family, n.name FROM entity e JOIN name n ON n.entity_id = e.id
        WHERE e.id IN (SELECT entity_id FROM name WHERE key = $key) ORDER BY e.id
        """;

    private const string ClaimColumns = """
        SELECT c.id, t.type, t.from_id, c.from_type, c.from_name, t.to_id, c.to_type, c.to_name, c.item_id, c.item_name, c.role, c.quantity, c.value,
               c.date, c.status, c.stage, c.attributed_to, c.confidence, c.extractor, c.article_id, c.start, c.length, c.quote,
               (SELECT json_group_array(json_array(kind, start, length) ORDER BY position) FROM cue WHERE claim_number = c.number HAVING count(*) > 0),
               a.date, a.source, a.title
        """;

    private const string OfTypes = "($types IS NULL OR t.type IN (SELECT value FROM json_each($types)))";

    /// <summary>Every claim; read along the index of ids, so that nothing is sorted and the first row comes at once.</summary>
    public const string Claims = $"""
        {ClaimColumns} FROM claim c CROSS JOIN tie t ON t.id = c.tie_id JOIN article a ON a.id = c.article_id
        WHERE {OfTypes} ORDER BY c.id
        """;

    /// <summary>One hop. CROSS JOIN and the plus sign hold the planner to the frontier's ties first: without statistics it may walk all claims in id order.</summary>
    public const string ClaimsOfFrontier = $"""
        WITH frontier AS MATERIALIZED (SELECT value AS id FROM json_each($ids)),
             near AS MATERIALIZED (SELECT tie.id FROM frontier CROSS JOIN tie ON tie.from_id = frontier.id
                                   UNION SELECT tie.id FROM frontier CROSS JOIN tie ON tie.to_id = frontier.id)
        {ClaimColumns} FROM near CROSS JOIN tie t ON t.id = near.id CROSS JOIN claim c ON c.tie_id = t.id CROSS JOIN article a ON a.id = c.article_id
        WHERE {OfTypes} ORDER BY +c.id
        """;

    public const string ClaimsOfTie = $"""
        {ClaimColumns} FROM tie t CROSS JOIN claim c ON c.tie_id = t.id CROSS JOIN article a ON a.id = c.article_id
        WHERE t.id = $tie_id ORDER BY +c.id
        """;
}
