using CsCheck;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Queries;
using DefenseTies.Stores;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Queries;

public sealed class WalkTests
{
    [Fact]
    public async Task A_neighbourhood_grows_hop_by_hop()
    {
        await using var store = await TinyGraph.SharedAsync();
        var one = await Neighbourhood.ReadAsync(store, "country:ukraine", 1, TieFilter.Default);
        one.Graph.Nodes.Select(n => n.Name).ShouldBe(["Turkey", "Ukraine"]);
        one.Graph.Ties.Count.ShouldBe(2);
        var two = await Neighbourhood.ReadAsync(store, "country:ukraine", 2, TieFilter.Default);
        two.Hops.Where(h => h.Value == 2).Select(h => h.Key).Order(StringComparer.Ordinal)
            .ShouldBe(["agreement:shusha-declaration", "country:azerbaijan", "organization:nato"]);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Neighbourhood.ReadAsync(store, "country:ukraine", 0, TieFilter.Default));
    }

    [Fact]
    public async Task Each_hop_is_one_round_trip()
    {
        await using var store = new CountingStore(await TinyGraph.SharedAsync());
        await Neighbourhood.ReadAsync(store, "country:ukraine", 3, TieFilter.Default);
        store.RoundTrips.ShouldBe(3);
        store.RoundTrips = 0;
        await Paths.FindAsync(store, "country:ukraine", "country:armenia", TieFilter.Default);
        store.RoundTrips.ShouldBe(3);
    }

    [Fact]
    public async Task The_best_path_is_the_shortest_and_then_the_one_with_the_strongest_weakest_hop()
    {
        await using var store = await TinyGraph.SharedAsync();
        var paths = await Paths.FindAsync(store, "country:turkey", "country:russia", TieFilter.Default, most: 3);
        paths.Select(p => string.Join(" ", p.Nodes.Select(n => n.Name))).ShouldBe(
            ["Turkey Azerbaijan Russia", "Turkey Azerbaijan Armenia Russia", "Turkey Shusha Declaration Azerbaijan Russia"]);
        paths[1].Belief.ShouldBeGreaterThan(paths[2].Belief);
        paths[0].Belief.ShouldBe(paths[0].Ties.Min(t => t.Belief));
    }

    [Fact]
    public async Task A_filter_closes_ways_and_so_does_a_limit_of_hops()
    {
        await using var store = await TinyGraph.SharedAsync();
        var supplies = new TieFilter { Types = new HashSet<string> { "FOUGHT", "MEMBER_OF" } };
        (await Paths.FindAsync(store, "country:turkey", "country:russia", supplies)).ShouldBeEmpty();
        (await Paths.FindAsync(store, "country:ukraine", "country:russia", TieFilter.Default, mostHops: 2)).ShouldBeEmpty();
        (await Paths.FindAsync(store, "country:ukraine", "country:nowhere", TieFilter.Default)).ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => Paths.FindAsync(store, "country:ukraine", "country:ukraine", TieFilter.Default));
    }

    /// <summary>On small random graphs, compared with every simple path there is.</summary>
    [Fact]
    public void Paths_are_those_that_trying_everything_finds() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[1, 9]).Where(e => e.Item1 != e.Item2).List[1, 14].Sample(
            edges =>
            {
                var store = new MemoryGraphStore();
                foreach (var (edge, i) in edges.Select((e, i) => (e, i)))
                    store.AddAsync(TinyGraph.Read($"N{edge.Item1} SUPPLIES N{edge.Item2}: goods {i} !0.{edge.Item3}")).GetAwaiter().GetResult();
                var found = Paths.FindAsync(store, "country:n0", "country:n1", TieFilter.Default, most: 4).GetAwaiter().GetResult();
                var all = AllPaths(edges);
                if (all.Count == 0)
                    return found.Count == 0;
                var shortest = all.Min(p => p.Hops);
                var expected = all.Where(p => p.Hops <= shortest + 1).OrderBy(p => p.Hops).ThenByDescending(p => p.Weakest).Take(4).Select(p => (p.Hops, p.Weakest));
                return found.Select(p => (p.Ties.Count, Math.Round(p.Belief, 6))).SequenceEqual(expected.Select(e => (e.Hops, Math.Round(e.Weakest, 6))));
            },
            iter: 300);

    private static List<(int Hops, double Weakest)> AllPaths(List<(int From, int To, int Strength)> edges)
    {
        var strongest = edges.SelectMany(e => new[] { (e.From, e.To, e.Strength), (From: e.To, To: e.From, e.Strength) })
            .GroupBy(e => (e.From, e.To)).ToDictionary(g => g.Key, g => StrengthOf(g.Max(e => e.Strength)));
        var found = new List<(int, double)>();
        void Walk(int at, HashSet<int> seen, double weakest)
        {
            if (at == 1)
            {
                if (seen.Count - 1 <= 6)
                    found.Add((seen.Count - 1, weakest));
                return;
            }

            foreach (var ((from, to), strength) in strongest)
            {
                if (from == at && !seen.Contains(to))
                    Walk(to, [.. seen, to], Math.Min(weakest, strength));
            }
        }

        Walk(0, [0], 1);
        return found;
    }

    // The belief the graph itself gives a single claim of that confidence.
    private static double StrengthOf(int tenths)
    {
        var claim = TinyGraph.Read($"A SUPPLIES B: goods !0.{tenths}").Claims[0];
        return TieBuilder.Build([new StoredClaim(claim, null, "tiny", null)], TieFilter.Default)[0].Belief;
    }

    /// <summary>Counts how often claims are asked for.</summary>
    private sealed class CountingStore(IGraphStore inner) : IGraphStore
    {
        public int RoundTrips { get; set; }

        public IAsyncEnumerable<StoredClaim> ClaimsAsync(IReadOnlyCollection<string>? entityIds, IReadOnlyCollection<string> types, CancellationToken cancellationToken = default)
        {
            RoundTrips++;
            return inner.ClaimsAsync(entityIds, types, cancellationToken);
        }

        public Task<StoreChange> AddAsync(ExtractedArticle extracted, CancellationToken cancellationToken = default) => inner.AddAsync(extracted, cancellationToken);

        public Task<bool> HasArticleAsync(string articleId, CancellationToken cancellationToken = default) => inner.HasArticleAsync(articleId, cancellationToken);

        public IAsyncEnumerable<Article> ArticlesAsync(CancellationToken cancellationToken = default) => inner.ArticlesAsync(cancellationToken);

        public Task<IReadOnlyList<Entity>> FindAsync(string nameKey, CancellationToken cancellationToken = default) => inner.FindAsync(nameKey, cancellationToken);

        public IAsyncEnumerable<Entity> EntitiesAsync(CancellationToken cancellationToken = default) => inner.EntitiesAsync(cancellationToken);

        public Task<IReadOnlyList<StoredClaim>> ClaimsOfTieAsync(string tieId, CancellationToken cancellationToken = default) => inner.ClaimsOfTieAsync(tieId, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
