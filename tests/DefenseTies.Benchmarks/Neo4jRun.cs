using System.Diagnostics;
using System.Globalization;
using DefenseTies.Claims;
using DefenseTies.Neo4j;
using DefenseTies.Vocabulary;

namespace DefenseTies.Benchmarks;

/// <summary>Loads 100,000 ties into an empty Neo4j database, by batches of several sizes, and does the same work with a plain script of UNWIND statements through the same API; the better of two rounds each.</summary>
internal static class Neo4jRun
{
    private const int Ties = 100_000;
    private const int TiesOfArticle = 10;

    private static readonly Ring Ring = new(states: 2000, claimsOfArticle: TiesOfArticle);

    private static readonly int[] BatchSizes = [10, 100, 1000, 2000];

    public static async Task<int> RunAsync(string server, TextWriter output)
    {
        if (server.Length == 0)
        {
            output.WriteLine("usage: -- neo4j http://HOST:PORT; everything in its database is deleted");
            return 2;
        }

        var (address, schema, login) = (Neo4jAddress.Parse(server), GraphSchema.Load(), Neo4jLogin.FromEnvironment());
        await using var connection = new Neo4jConnection(address, new HttpTransport(address, login, TimeSpan.FromMinutes(5)));
        var articles = Enumerable.Range(0, Ties / TiesOfArticle).Select(Ring.Report).ToList();

        // A fresh server runs at a third of its speed at first, whoever asks it.
        await RoundAsync(articles[..1000], 1000);
        foreach (var size in BatchSizes)
        {
            // Small batches say enough of themselves in part.
            var part = articles[..Math.Min(articles.Count, size * 100 / TiesOfArticle)];
            var rounds = new[] { await RoundAsync(part, size), await RoundAsync(part, size) };
            var (script, store) = (rounds.Max(r => r.Script), rounds.Max(r => r.Store));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,5} ties at once, {part.Count * TiesOfArticle,7:N0} in all: store {store,7:N0} ties/s, script {script,7:N0} ties/s, ratio {store / script:0.00}"));
        }

        return 0;

        // Ties per second.
        async Task<(double Script, double Store)> RoundAsync(IReadOnlyList<ExtractedArticle> part, int size)
        {
            var ties = part.Count * TiesOfArticle;
            await EmptyAsync(connection);
            var script = ties / await ScriptAsync(connection, part, size);
            await EmptyAsync(connection);
            return (script, ties / await LoadAsync(address, schema, login, part, size));
        }
    }

    private static async Task<double> LoadAsync(Neo4jAddress address, GraphSchema schema, Neo4jLogin? login, IReadOnlyList<ExtractedArticle> articles, int size)
    {
        await using var store = await Neo4jGraphStore.OpenToWriteAsync(address, schema, login, TimeSpan.FromMinutes(5));
        var start = Stopwatch.GetTimestamp();
        foreach (var batch in articles.Chunk(Math.Max(1, size / TiesOfArticle)))
        {
            await foreach (var change in store.AddAllAsync(batch))
            {
                if (change is not { Unchanged: false, NewTies: TiesOfArticle })
                    throw new InvalidOperationException($"An article brought {change}.");
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // What somebody would write by hand for the same nodes and relationships: no locks looked after, no ties computed, nothing repeated.
    private static async Task<double> ScriptAsync(Neo4jConnection connection, IReadOnlyList<ExtractedArticle> articles, int size)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var batch in articles.Chunk(Math.Max(1, size / TiesOfArticle)))
        {
            await RunAsync(connection, "UNWIND $rows AS row MERGE (a:Article {id: row.id}) SET a += row", batch.Select(ArticleRows.Of));
            await RunAsync(
                connection,
                "UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n += row.properties, n.names = row.names, n.keys = row.keys, n:Country",
                batch.SelectMany(a => a.Entities.Select(e => ArticleRows.Of(e, a.Article.Id, []))));
            await RunAsync(
                connection,
                "UNWIND $rows AS row MATCH (a:Article {id: row.article}) MERGE (c:Claim {id: row.id}) SET c += row MERGE (c)-[:STATED_IN]->(a)",
                batch.SelectMany(a => a.Claims.Select(ArticleRows.Of)));
            await RunAsync(
                connection,
                "UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) MERGE (a)-[r:SUPPLIES {id: row.tie}]->(b) SET r.item = row.item, r.status = row.status, r.belief = 0.72, r.articles = 1, r.claims = 1, r.caption = row.item, r.quote = row.quote",
                batch.SelectMany(a => a.Claims.Select(ArticleRows.Of)));
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Task RunAsync(Neo4jConnection connection, string statement, IEnumerable<object> rows) =>
        connection.WriteAsync(statement, new Dictionary<string, object?> { ["rows"] = rows.ToList() }, CancellationToken.None);

    private static Task EmptyAsync(Neo4jConnection connection) =>
        connection.WriteAsync("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", null, CancellationToken.None);
}
