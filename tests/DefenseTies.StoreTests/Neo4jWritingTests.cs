using DefenseTies.Graphs;
using DefenseTies.Neo4j;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.StoreTests;

/// <summary>Writers side by side, and writers that do not finish: nothing is lost, nothing doubled, and every tie adds up to its claims.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jWritingTests(Neo4jServer server)
{
    private const int Claims = 3;

    // What the two that are left alone write, 200 articles of it both.
    private const int Written = 800;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_that_write_about_the_same_ties_amid_deadlocks_and_a_kill_lose_and_double_nothing()
    {
        await server.EmptyAsync();
        await using var opened = await server.OpenAsync();
        var store = $"neo4j:{await server.AddressAsync()}";
        using var calm = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using (var one = WriterProcess.Start(store, 1, 500, Claims, sharing: true))
        using (var other = WriterProcess.Start(store, 301, 800, Claims, sharing: true))
        {
            var disturbing = DisturbAsync(calm.Token);
            using (var victim = WriterProcess.Start(store, 801, 5000, Claims, sharing: true))
            {
                while (!await opened.HasArticleAsync(Some.Sharing(811, Claims).Article.Id, Stop))
                    await Task.Delay(20, Stop);
                await victim.KillAsync(Stop);
            }

            await one.EndAsync(Stop);
            await other.EndAsync(Stop);
            await calm.CancelAsync();
            await disturbing;
        }

        var killed = await CountAsync("MATCH (a:Article) RETURN count(a)") - Written;
        var articles = Written + (int)killed;
        killed.ShouldBe(killed / 10 * 10, "the victim wrote ten at once, and each ten is there whole or not at all");
        await using var next = await server.OpenAsync();
        (await next.AddAllAsync([.. Enumerable.Range(1, articles).Select(i => Some.Sharing(i, Claims))], Stop).AllAsync(change => change.Unchanged, Stop)).ShouldBeTrue();
        (await opened.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(articles);
        (await opened.ClaimsAsync(null, [], Stop).CountAsync(Stop)).ShouldBe(articles * Claims);
        (await opened.FindAsync("turkey", Stop)).Single().Aliases.Count.ShouldBe(articles);
        (await CountAsync("MATCH (a:TiesPending) RETURN count(a)")).ShouldBe(0);
        (await CountAsync("MATCH ()-[r:SUPPLIES]->() RETURN count(r)")).ShouldBe(7 * Claims);
        await ExpectTiesAsync(opened);
    }

    [Fact]
    public async Task A_tie_whose_writer_died_is_made_by_the_next_one_that_opens_the_store()
    {
        await server.EmptyAsync();
        await using (var store = await server.OpenAsync())
            await store.AddAsync(Some.Sharing(1, Claims), Stop);
        await using (var connection = await server.ConnectAsync())
            await connection.WriteAsync("MATCH ()-[r:SUPPLIES]->() DELETE r WITH count(*) AS gone MATCH (a:Article) SET a:TiesPending", null, Stop);

        await using var next = await server.OpenAsync();
        (await next.AddAsync(Some.Sharing(2, Claims), Stop)).NewTies.ShouldBe(Claims);

        await ExpectTiesAsync(next);
        (await CountAsync("MATCH ()-[r:SUPPLIES]->() RETURN count(r)")).ShouldBe(2 * Claims);
    }

    [Fact]
    public async Task A_tie_computed_from_fewer_claims_than_there_are_is_not_written_but_computed_anew()
    {
        await server.EmptyAsync();
        await using var store = await server.OpenAsync();
        var (first, second) = (Some.Article("One."), Some.Article("Two."));
        var (turkey, poland) = (Some.Country("Turkey"), Some.Country("Poland"));
        await store.AddAsync(Some.Extracted(first, Some.Claim(first, turkey, poland) with { Status = DefenseTies.Claims.ClaimStatus.Planned }), Stop);

        var change = await store.AddAsync(Some.Extracted(second, Some.Claim(second, turkey, poland)), Stop);

        change.NewTies.ShouldBe(0);
        await ExpectTiesAsync(store);
        (await CountAsync("MATCH (:Country {id: 'country:turkey'})-[r:SUPPLIES {status: 'actual', articles: 2, claims: 2}]->(:Country) RETURN count(r)")).ShouldBe(1);
    }

    [Fact]
    public async Task A_tie_that_only_a_language_model_proposed_says_so_until_an_article_is_read_that_says_it()
    {
        await server.EmptyAsync();
        await using var store = await server.OpenAsync();
        var (first, second) = (Some.Article("One."), Some.Article("Two."));
        var (turkey, poland) = (Some.Country("Turkey"), Some.Country("Poland"));

        await store.AddAsync(Some.Extracted(first, Some.Claim(first, turkey, poland) with { Extractor = "model:some" }), Stop);
        (await CountAsync("MATCH ()-[r:SUPPLIES {proposed: true}]->() RETURN count(r)")).ShouldBe(1);

        await store.AddAsync(Some.Extracted(second, Some.Claim(second, turkey, poland)), Stop);
        (await CountAsync("MATCH ()-[r:SUPPLIES {claims: 2}]->() WHERE r.proposed IS NULL RETURN count(r)")).ShouldBe(1);
    }

    [Fact]
    public async Task A_type_that_the_vocabulary_does_not_have_gets_a_relationship_that_says_so()
    {
        await server.EmptyAsync();
        await using var store = await server.OpenAsync();
        var article = Some.Article();
        await store.AddAsync(Some.Extracted(article, Some.Claim(article, Some.Country("Turkey"), Some.Entity("Made Up`", "Poland"), "MADE `UP")), Stop);

        (await CountAsync("MATCH (:Country)-[r:TIED_TO {type: 'MADE `UP'}]->(n:Entity) WHERE labels(n) = ['Entity'] RETURN count(r)")).ShouldBe(1);
    }

    // The relationships are what the claims add up to, field by field.
    private async Task ExpectTiesAsync(Neo4jGraphStore store)
    {
        var ties = TieBuilder.Build(await store.ClaimsAsync(null, [], Stop).ToListAsync(Stop), TieFilter.AnyStatus);
        await using var connection = await server.ConnectAsync();
        var stored = (await connection.ReadAsync("MATCH ()-[r:SUPPLIES]->() RETURN r.id, r.status, r.belief, r.articles, r.claims, r.quote", null, Stop))
            .Select(r => (r.Text(0), r.Text(1), (double)r[2]!, (long)r[3]!, (long)r[4]!, r.Text(5)));
        stored.ShouldBe(ties.Select(t => (t.Id, t.Status.ToString().ToLowerInvariant(), t.Belief, (long)t.Articles, (long)t.Claims.Count, t.Quote)), ignoreOrder: true);
    }

    // Takes the locks that writers take, in the opposite order.
    private async Task DisturbAsync(CancellationToken cancellationToken)
    {
        await using var connection = await server.ConnectAsync();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await connection.WriteAsync("MATCH (n:Entity) WITH n ORDER BY n.id DESC WITH collect(n) AS nodes UNWIND nodes AS n SET n.id = n.id", null, cancellationToken);
                await Task.Delay(20, cancellationToken);
            }
            catch (Exception e) when (e is DefenseTies.Stores.GraphStoreException or OperationCanceledException)
            {
                // It was the loser, or the writers are done.
            }
        }
    }

    private async Task<long> CountAsync(string statement)
    {
        await using var connection = await server.ConnectAsync();
        return (long)(await connection.ReadAsync(statement, null, Stop)).Single()[0]!;
    }
}
