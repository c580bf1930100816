using DefenseTies.Stores;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.StoreTests;

public abstract partial class GraphStoreContract<TStore>
{
    [Fact]
    public async Task Articles_given_together_say_each_what_it_changed_in_their_order()
    {
        await using var store = await OpenAsync();
        await store.AddAsync(Some.Sharing(1, claims: 3), Stop);

        var changes = await store.AddAllAsync([Some.Sharing(1, 3), Some.Sharing(8, 3), Some.Sharing(2, 3), Some.Sharing(2, 3)], Stop).ToListAsync(Stop);

        changes.ShouldBe([new(true, 0, 0, 0), new(false, 0, 3, 0), new(false, 1, 3, 3), new(true, 0, 0, 0)]);
        (await store.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(3);
        (await store.FindAsync("turkey", Stop)).Single().Aliases.Count.ShouldBe(3);
    }

    [Fact]
    public async Task More_articles_than_fit_into_one_request_are_all_written()
    {
        await using var store = await OpenAsync();

        var changes = await store.AddAllAsync([.. Enumerable.Range(1, 250).Select(i => Some.Sharing(i, claims: 1))], Stop).ToListAsync(Stop);

        changes.Sum(c => c.NewClaims).ShouldBe(250);
        changes.Sum(c => c.NewTies).ShouldBe(7);
        (await store.ClaimsAsync(null, [], Stop).CountAsync(Stop)).ShouldBe(250);
    }

    [Fact]
    public async Task No_articles_at_all_change_nothing()
    {
        await using var store = await OpenAsync();

        (await store.AddAllAsync([], Stop).CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task An_inconsistent_article_among_others_is_refused_and_nothing_of_it_stays()
    {
        await using var store = await OpenAsync();
        var bad = Some.Sharing(2, claims: 1) with { Entities = [Turkey] };

        await Should.ThrowAsync<ArgumentException>(async () => await store.AddAllAsync([Some.Sharing(1, 1), bad], Stop).CountAsync(Stop));

        (await store.HasArticleAsync(bad.Article.Id, Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stopped_call_writes_nothing_more()
    {
        await using var store = await OpenAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await store.AddAllAsync([Some.Sharing(1, 1)], new CancellationToken(canceled: true)).CountAsync(Stop));

        (await store.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_language_model_proposed_stands_beside_what_was_read()
    {
        await using var store = await OpenAsync();
        var (first, second) = (Some.Article("One."), Some.Article("Two."));
        var proposal = Some.Claim(first, Turkey, Spain) with { Extractor = "model:some" };
        var beside = Some.Claim(second, Turkey, Poland) with { Extractor = "model:some", Confidence = 0.5 };

        (await store.AddAsync(Some.Extracted(first, Some.Claim(first, Turkey, Poland), proposal), Stop)).NewTies.ShouldBe(2);
        (await store.AddAsync(Some.Extracted(second, beside), Stop)).ShouldBe(new StoreChange(false, 0, 1, 0));

        (await store.ClaimsAsync(null, [], Stop).CountAsync(c => c.Claim.IsProposal, Stop)).ShouldBe(2);
    }
}
