using System.Diagnostics;
using System.Text.Json;
using DefenseTies.Exports;
using DefenseTies.Graphs;
using DefenseTies.Queries;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.StoreTests;

/// <summary>The two ways into Neo4j that need no store: a script and files for the importer. Both make the graph that a store makes.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jExportsTests(Neo4jServer server) : IDisposable
{
    private const string Hostile = "'q' \"x\" \\ `b` , ; | \u00fc \U0001F680 \n new $name {id: 1}";

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_cypher_script_makes_what_a_store_makes_and_the_server_has_nothing_to_say_against_it()
    {
        var graph = await FillAsync();
        var expected = await SnapshotAsync();
        await server.EmptyAsync();
        var script = Written(new CypherExport(Neo4jServer.Schema), graph);

        foreach (var statement in script.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
            (await server.SaysAsync(statement)).ShouldBeEmpty(statement);

        (await SnapshotAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task The_importer_takes_all_nodes_and_relationships_of_its_files()
    {
        var scripts = Neo4jScripts.Folder;
        Assert.SkipWhen(scripts is null, "No importer: there is no shared/neo4j beside the repository.");
        var graph = await FillAsync();
        foreach (var (file, _, export) in Neo4jCsvExport.Files(Neo4jServer.Schema))
            await File.WriteAllTextAsync(folder.File(file), Written(export, graph), Stop);
        Directory.CreateDirectory(folder.File("home"));

        var told = await ImportAsync(scripts!, Neo4jCsvExport.Command(folder.Path, Neo4jServer.Schema));

        var claims = graph.Ties.SelectMany(t => t.Claims).ToList();
        var articles = claims.Select(c => c.Evidence.ArticleId).Distinct().Count();
        told.ShouldMatch($@"\b{graph.Nodes.Count + articles + claims.Count} nodes\b");
        told.ShouldMatch($@"\b{graph.Ties.Count + claims.Count} relationships\b");
    }

    // What the golden articles say, and one article of hostile words.
    private async Task<TieGraph> FillAsync()
    {
        await server.EmptyAsync();
        await using var store = await server.OpenAsync();
        await store.AddAllAsync([.. Golden.Articles.Take(2)], Stop).CountAsync(Stop);
        var article = Some.Article(Hostile);
        await store.AddAsync(
            Some.Extracted(
                article,
                Some.FullClaim(article) with { Item = new(Hostile), Role = Hostile, Status = Claims.ClaimStatus.Actual },
                Some.Claim(article, Some.Country("Turkey"), Some.Country(Hostile)) with { Extractor = "model:some" }),
            Stop);
        return await WholeGraph.ReadAsync(store, TieFilter.AnyStatus with { Proposals = true }, Stop);
    }

    private static string Written(IGraphExport export, TieGraph graph)
    {
        using var text = new StringWriter();
        export.Write(graph, text);
        return text.ToString();
    }

    // All that a person sees in Browser; belief with the four places of the script.
    private async Task<List<string>> SnapshotAsync()
    {
        await using var connection = await server.ConnectAsync();
        var seen = new List<string>();
        foreach (var statement in new[]
        {
            "MATCH (n:Entity) RETURN n {.id, .name, .type, .state, .family, names: COLLECT { UNWIND n.names AS name RETURN name ORDER BY name }, labels: COLLECT { UNWIND labels(n) AS l RETURN l ORDER BY l }} ORDER BY n.id",
            "MATCH (a:Entity)-[r]->(b:Entity) RETURN r {.id, .item, .itemId, .role, .status, .stage, .since, .until, .articles, .claims, .proposed, .quote, .caption, type: type(r), from: a.id, to: b.id, belief: round(r.belief, 4)} ORDER BY r.id",
            "MATCH (c:Claim)-[:STATED_IN]->(a:Article) RETURN c {.id, .type, .tie, .from, .to, .item, .role, .quantity, .value, .date, .status, .stage, .attributedTo, .start, .end, .quote, .extractor, article: a.id} ORDER BY c.id",
        })
        {
            var rows = (await connection.ReadAsync(statement, null, Stop)).Select(row => JsonSerializer.Serialize(row.Map(0).OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary())).ToList();
            rows.ShouldNotBeEmpty();
            seen.AddRange(rows);
        }

        return seen;
    }

    // The command as it is printed, by the classes that neo4j-admin itself runs.
    private async Task<string> ImportAsync(string scripts, string command)
    {
        var arguments = command.Split(' ').Skip(1);
        var start = new ProcessStartInfo("java", ["-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", Path.Combine(scripts, "lib", "*"), "org.neo4j.cli.AdminTool", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        start.Environment["NEO4J_HOME"] = folder.File("home");
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        var told = await output + await errors;
        process.ExitCode.ShouldBe(0, told);
        return told;
    }
}
