using BenchmarkDotNet.Attributes;
using DefenseTies.Graphs;
using DefenseTies.Queries;
using DefenseTies.Sqlite;
using DefenseTies.Stores;

namespace DefenseTies.Benchmarks;

/// <summary>One hop and paths over 10,000 ties among 200 states, in memory and in SQLite.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    private const int Articles = 1000;

    private static readonly Ring Ring = new(states: 200, claimsOfArticle: 10);

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
            await store.AddAsync(Ring.Report(i));
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark]
    public async Task<int> OneHop() => (await Neighbourhood.ReadAsync(store, Ring.State(7).Id, 1, TieFilter.Default)).Graph.Ties.Count;

    [Benchmark]
    public async Task<int> ShortestPath() => (await Paths.FindAsync(store, Ring.State(0).Id, Ring.State(100).Id, TieFilter.Default)).Count;

    [Benchmark]
    public async Task<int> ThreeBestPaths() => (await Paths.FindAsync(store, Ring.State(0).Id, Ring.State(100).Id, TieFilter.Default, most: 3)).Count;
}
