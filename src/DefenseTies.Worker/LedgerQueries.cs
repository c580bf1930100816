namespace DefenseTies.Worker;

/// <summary>All SQL of the ledger, by name.</summary>
internal static class LedgerQueries
{
    public const string Add = """
        INSERT INTO entry (origin, source, version, date, text, due, received)
        VALUES ($origin, $source, $version, $date, $text, $due, $now) ON CONFLICT DO NOTHING
        """;

    // RETURNING gives the row as it is then; it is in hand.
    public const string TakeArticle = $"""
        UPDATE entry SET due = NULL WHERE number =
          (SELECT number FROM entry WHERE state = 'waiting' AND due <= $now AND (origin <> 'page' OR text IS NOT NULL) ORDER BY due, number LIMIT 1)
        RETURNING {Columns}
        """;

    public const string TakePage = $"""
        UPDATE entry SET due = NULL WHERE number =
          (SELECT number FROM entry WHERE state = 'waiting' AND due <= $now AND origin = 'page' AND text IS NULL
             AND NOT EXISTS (SELECT 1 FROM json_each($busy) AS busy WHERE substr(source, 1, length(busy.value)) = busy.value)
           ORDER BY due, number LIMIT 1)
        RETURNING {Columns}
        """;

    public const string NextDue = "SELECT min(due) FROM entry WHERE state = 'waiting' AND (origin = 'page' AND text IS NULL) = $pages";

    public const string Text = "SELECT text FROM entry WHERE number = $number";

    public const string Fetched = "UPDATE entry SET text = $text, due = $now, attempts = 0, reason = NULL WHERE number = $number";

    public const string Finish = """
        UPDATE entry SET state = $state, reason = $reason, attempts = attempts + $failed, article_id = $article_id, claims = $claims, ties = $ties,
          finished = $now, due = NULL, text = CASE $state WHEN 'failed' THEN text END
        WHERE number = $number
        """;

    public const string Postpone = "UPDATE entry SET attempts = attempts + 1, reason = $reason, due = $due WHERE number = $number";

    public const string Forget = "DELETE FROM entry WHERE number = $number";

    public const string RetryFailed = "UPDATE entry SET state = 'waiting', attempts = 0, due = 0, finished = NULL WHERE state = 'failed'";

    public const string Reclaim = "UPDATE entry SET due = 0 WHERE state = 'waiting' AND due IS NULL";

    public const string ByNumber = $"SELECT {Columns} FROM entry WHERE number = $number";

    public const string BySource = $"SELECT {Columns} FROM entry WHERE source = $source AND version = $version";

    public const string Latest = $"SELECT {Columns} FROM entry ORDER BY number DESC LIMIT $most";

    public const string LatestOfState = $"SELECT {Columns} FROM entry WHERE state = $state ORDER BY number DESC LIMIT $most";

    public const string Counts = "SELECT state, count(*) FROM entry GROUP BY state";

    public const string Validators = "SELECT etag, last_modified FROM feed WHERE address = $address";

    public const string SaveValidators = """
        INSERT INTO feed (address, etag, last_modified) VALUES ($address, $etag, $last_modified)
        ON CONFLICT (address) DO UPDATE SET etag = $etag, last_modified = $last_modified
        """;

    private const string Columns = "number, origin, source, state, attempts, reason, article_id, claims, ties, version, date";
}
