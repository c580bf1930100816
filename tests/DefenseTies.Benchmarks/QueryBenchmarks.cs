using BenchmarkDotNet.Attributes;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Queries;
using DefenseTies.Sqlite;
using DefenseTies.Stores;

namespace DefenseTies.Benchmarks;

/// <summary>One hop and paths over 10,000 ties among 200 states, in memory and in SQLite.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private const int States = 200;
    private const int Articles = 1000;
    private const int ClaimsPerArticle = 10;

    private string folder = "";
    private IGraphStore store = new MemoryGraphStore();

    /// <summary>Which store answers.</summary>
    [Params("memory", "sqlite")]
    public string Store { get; set; } = "";

    [GlobalSetup]
    public async Task FillAsync()
    {
        folder = Directory.CreateTempSubdirectory("defenseties-queries-").FullName;
        store = Store == "memory" ? new MemoryGraphStore() : await SqliteGraphStore.OpenAsync(Path.Combine(folder, "graph.db"));
        for (var i = 0; i < Articles; i++)
            await store.AddAsync(Numbered(i));
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark]
    public async Task<int> OneHop() => (await Neighbourhood.ReadAsync(store, State(7).Id, 1, TieFilter.Default)).Graph.Ties.Count;

    [Benchmark]
    public async Task<int> ShortestPath() => (await Paths.FindAsync(store, State(0).Id, State(100).Id, TieFilter.Default)).Count;

    [Benchmark]
    public async Task<int> ThreeBestPaths() => (await Paths.FindAsync(store, State(0).Id, State(100).Id, TieFilter.Default, most: 3)).Count;

    // A ring with chords up to ten states on, so that paths have some length and every state some ties.
    private static ExtractedArticle Numbered(int number)
    {
        var article = Article.Parse($"date: 2024-06-15\n\nReport {number}: things were delivered.");
        var ends = Enumerable.Range(0, ClaimsPerArticle).Select(i => (From: State(number % States), To: State((number + i + 1) % States), Item: $"thing {number / States}")).ToArray();
        return new ExtractedArticle(
            article,
            [.. ends.SelectMany(e => new[] { e.From, e.To }).DistinctBy(e => e.Id)],
            [],
            [.. ends.Select(e => new Claim
            {
                Type = "SUPPLIES",
                From = EntityRef.To(e.From),
                To = EntityRef.To(e.To),
                Item = new ClaimItem(e.Item),
                Evidence = new Evidence(article.Id, new TextSpan(18, article.Text.Length - 18), article.Text[18..]),
                Extractor = "benchmark/1",
            }.WithId())]);
    }

    private static Entity State(int number) => new() { Id = Entity.IdOf("Country", $"State {number}"), Type = "Country", Name = $"State {number}" };
}
