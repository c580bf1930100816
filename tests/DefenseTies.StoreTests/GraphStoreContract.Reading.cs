using DefenseTies.Claims;
using DefenseTies.Mentions;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.StoreTests;

public abstract partial class GraphStoreContract<TStore>
{
    [Fact]
    public async Task The_first_name_wins_and_all_spellings_become_aliases()
    {
        await using var store = await OpenAsync();
        await store.AddAsync(Some.Naming("One.", Turkey with { Aliases = ["Türkiye"] }), Stop);
        await store.AddAsync(Some.Naming("Two.", Turkey with { Name = "Republic of Turkey", Aliases = ["Ankara", "Turkey"] }), Stop);

        var entity = await store.EntitiesAsync(Stop).SingleAsync(Stop);

        entity.Name.ShouldBe("Turkey");
        entity.Aliases.ShouldBe(["Ankara", "Republic of Turkey", "Türkiye"]);
    }

    [Fact]
    public async Task A_state_or_family_not_known_before_is_filled_in_and_then_stays()
    {
        await using var store = await OpenAsync();
        var jet = Some.Entity("WeaponSystem", "F-16 Block 70");
        await store.AddAsync(Some.Naming("One.", jet), Stop);
        await store.AddAsync(Some.Naming("Two.", jet with { Family = "weapon-system:f-16" }), Stop);
        await store.AddAsync(Some.Naming("Three.", jet with { Family = "weapon-system:f-35", State = "country:poland" }), Stop);

        var entity = await store.EntitiesAsync(Stop).SingleAsync(Stop);

        (entity.Family, entity.State).ShouldBe(("weapon-system:f-16", "country:poland"));
    }

    [Theory]
    [InlineData("the turkey")]
    [InlineData("TÜRKİYE")]
    [InlineData("Republic of Turkey")]
    public async Task An_entity_is_found_by_any_of_its_spellings(string asked)
    {
        await using var store = await OpenAsync();
        await store.AddAsync(Some.Naming("One.", Turkey, Poland), Stop);
        await store.AddAsync(Some.Naming("Two.", Turkey with { Name = "Republic of Turkey", Aliases = ["Türkiye"] }), Stop);

        (await store.FindAsync(Names.Key(asked), Stop)).Single().Aliases.ShouldBe(["Republic of Turkey", "Türkiye"]);
    }

    [Fact]
    public async Task One_name_finds_all_who_bear_it_ordered_by_id()
    {
        await using var store = await OpenAsync();
        await store.AddAsync(Some.Naming("One.", Some.Entity("Place", "Georgia"), Some.Country("Georgia")), Stop);

        (await store.FindAsync("georgia", Stop)).Select(e => e.Id).ShouldBe(["country:georgia", "place:georgia"]);
    }

    [Fact]
    public async Task One_hop_finds_the_claims_at_either_end_and_no_others()
    {
        await using var store = await OpenAsync();
        var article = Some.Article();
        var (out1, in1, far) = (Some.Claim(article, Turkey, Poland), Some.Claim(article, Spain, Turkey), Some.Claim(article, Spain, Poland));
        await store.AddAsync(Some.Extracted(article, out1, in1, far), Stop);

        var hop = await store.ClaimsAsync([Turkey.Id], [], Stop).ToListAsync(Stop);

        hop.Select(c => c.Claim.Id).ShouldBe(new[] { out1.WithId().Id, in1.WithId().Id }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_claim_between_two_of_the_frontier_comes_once()
    {
        await using var store = await OpenAsync();
        var article = Some.Article();
        await store.AddAsync(Some.Extracted(article, Some.Claim(article, Turkey, Poland), Some.Claim(article, Turkey, Turkey)), Stop);

        (await store.ClaimsAsync([Turkey.Id, Poland.Id, Turkey.Id, "country:unknown"], [], Stop).CountAsync(Stop)).ShouldBe(2);
    }

    [Fact]
    public async Task An_empty_frontier_finds_nothing_and_none_finds_all()
    {
        await using var store = await OpenAsync();
        await store.AddAsync(Some.Numbered(1, claims: 3), Stop);

        (await store.ClaimsAsync([], [], Stop).CountAsync(Stop)).ShouldBe(0);
        (await store.ClaimsAsync(null, [], Stop).CountAsync(Stop)).ShouldBe(3);
    }

    [Fact]
    public async Task An_item_is_not_an_end()
    {
        await using var store = await OpenAsync();
        var article = Some.Article();
        await store.AddAsync(Some.Extracted(article, Some.FullClaim(article)), Stop);

        (await store.ClaimsAsync(["weapon-system:bayraktar-tb2"], [], Stop).CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task A_frontier_may_be_of_any_size()
    {
        await using var store = await OpenAsync();
        await store.AddAllAsync([.. Enumerable.Range(0, 50).Select(i => Some.Numbered(i))], Stop).CountAsync(Stop);
        var frontier = Enumerable.Range(0, 100_000).Select(i => $"country:state-{i}").ToList();

        (await store.ClaimsAsync(frontier, [], Stop).CountAsync(Stop)).ShouldBe(50);
    }

    [Fact]
    public async Task Only_claims_of_the_types_asked_for_are_read()
    {
        await using var store = await OpenAsync();
        var article = Some.Article();
        await store.AddAsync(Some.Extracted(article, Some.Claim(article, Turkey, Poland), Some.Claim(article, Turkey, Poland, "TRAINS", null), Some.Claim(article, Turkey, Poland, "MADE_UP", null)), Stop);

        (await store.ClaimsAsync(null, ["TRAINS", "MADE_UP"], Stop).ToListAsync(Stop)).Select(c => c.Claim.Type).Order().ShouldBe(["MADE_UP", "TRAINS"]);
        (await store.ClaimsAsync([Poland.Id], ["SUPPLIES"], Stop).SingleAsync(Stop)).Claim.Type.ShouldBe("SUPPLIES");
    }

    [Fact]
    public async Task Claims_are_ordered_by_id_whichever_way_they_are_asked_for()
    {
        await using var store = await OpenAsync();
        await store.AddAsync(Some.Numbered(1, claims: 40), Stop);

        foreach (var frontier in new IReadOnlyCollection<string>?[] { null, [Turkey.Id] })
        {
            var ids = await store.ClaimsAsync(frontier, [], Stop).Select(c => c.Claim.Id).ToListAsync(Stop);
            ids.Count.ShouldBe(40);
            ids.ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task A_tie_gives_the_claims_behind_it()
    {
        await using var store = await OpenAsync();
        var (first, second) = (Some.Article("One."), Some.Article("Two."));
        var claim = Some.Claim(first, Turkey, Poland);
        await store.AddAsync(Some.Extracted(first, claim, Some.Claim(first, Turkey, Poland, item: null)), Stop);
        await store.AddAsync(Some.Extracted(second, Some.Claim(second, Turkey, Poland) with { Status = ClaimStatus.Denied }), Stop);

        var behind = await store.ClaimsOfTieAsync(claim.TieId, Stop);

        behind.Select(c => c.Claim.Evidence.ArticleId).ShouldBe([first.Id, second.Id], ignoreOrder: true);
        behind.Select(c => c.Claim.Id).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Articles_can_be_added_while_claims_are_read()
    {
        await using var store = await OpenAsync();
        await store.AddAsync(Some.Numbered(1, claims: 10), Stop);
        var read = 0;

        await foreach (var stored in store.ClaimsAsync(null, [], Stop))
            (await store.AddAsync(Some.Numbered(100 + read++), Stop)).Unchanged.ShouldBeFalse();

        read.ShouldBe(10, "a reading shows the store as it was when it began");
    }

    [Fact]
    public async Task Many_threads_may_add_and_read_at_once()
    {
        await using var store = await OpenAsync();

        var changes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            async () =>
            {
                var change = await store.AddAsync(Some.Numbered(i % 20, claims: 5), Stop);
                await store.ClaimsAsync([Turkey.Id], [], Stop).CountAsync(Stop);
                return change;
            },
            Stop)));

        changes.Count(c => c.Unchanged).ShouldBe(20);
        changes.Sum(c => c.NewEntities).ShouldBe(21);
        (await store.ClaimsAsync(null, [], Stop).CountAsync(Stop)).ShouldBe(100);
    }

    [Fact]
    public async Task A_cancelled_call_stops()
    {
        await using var store = await OpenAsync();
        await store.AddAsync(Some.Numbered(1), Stop);
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => store.AddAsync(Some.Numbered(2), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(async () => await store.ClaimsAsync(null, [], cancelled).ToListAsync(Stop));
        (await store.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(1);
    }
}
