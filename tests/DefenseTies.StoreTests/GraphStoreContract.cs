using DefenseTies.Articles;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Stores;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.StoreTests;

/// <summary>What every store does. One short subclass per store; <see cref="EveryStoreHonoursTheContract"/> sees that none is missing.</summary>
public abstract partial class GraphStoreContract<TStore>
    where TStore : IGraphStore
{
    private static readonly Entity Turkey = Some.Country("Turkey");
    private static readonly Entity Poland = Some.Country("Poland");
    private static readonly Entity Spain = Some.Country("Spain");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An empty store.</summary>
    protected abstract Task<TStore> OpenAsync();

    [Fact]
    public async Task An_empty_store_answers_with_nothing()
    {
        await using var store = await OpenAsync();

        (await store.HasArticleAsync("0123456789abcdef", Stop)).ShouldBeFalse();
        (await store.ArticlesAsync(Stop).ToListAsync(Stop)).ShouldBeEmpty();
        (await store.EntitiesAsync(Stop).ToListAsync(Stop)).ShouldBeEmpty();
        (await store.FindAsync("turkey", Stop)).ShouldBeEmpty();
        (await store.ClaimsAsync(null, [], Stop).ToListAsync(Stop)).ShouldBeEmpty();
        (await store.ClaimsOfTieAsync("0123456789abcdef", Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Adding_an_article_says_what_is_new()
    {
        await using var store = await OpenAsync();
        var article = Some.Article();

        var change = await store.AddAsync(Some.Extracted(article, Some.Claim(article, Turkey, Poland), Some.Claim(article, Turkey, Poland) with { Quantity = "six" }), Stop);

        change.ShouldBe(new StoreChange(Unchanged: false, NewEntities: 2, NewClaims: 2, NewTies: 1));
    }

    [Fact]
    public async Task A_second_article_about_the_same_tie_brings_only_its_claim()
    {
        await using var store = await OpenAsync();
        var (first, second) = (Some.Article("One."), Some.Article("Two."));
        await store.AddAsync(Some.Extracted(first, Some.Claim(first, Turkey, Poland)), Stop);

        var change = await store.AddAsync(Some.Extracted(second, Some.Claim(second, Turkey, Poland)), Stop);

        change.ShouldBe(new StoreChange(Unchanged: false, NewEntities: 0, NewClaims: 1, NewTies: 0));
    }

    [Fact]
    public async Task Adding_the_same_article_again_changes_nothing()
    {
        await using var store = await OpenAsync();
        await store.AddAsync(Some.Numbered(1), Stop);
        var before = await store.ClaimsAsync(null, [], Stop).ToListAsync(Stop);

        var change = await store.AddAsync(Some.Numbered(1), Stop);

        change.ShouldBe(new StoreChange(Unchanged: true, 0, 0, 0));
        (await store.ClaimsAsync(null, [], Stop).ToListAsync(Stop)).Select(c => c.Claim.Id).ShouldBe(before.Select(c => c.Claim.Id));
    }

    [Fact]
    public async Task An_article_already_there_is_left_as_it_is_even_when_read_differently_now()
    {
        await using var store = await OpenAsync();
        var article = Some.Article();
        await store.AddAsync(Some.Extracted(article, Some.Claim(article, Turkey, Poland)), Stop);

        var change = await store.AddAsync(Some.Extracted(article, Some.Claim(article, Turkey, Spain)), Stop);

        change.Unchanged.ShouldBeTrue();
        (await store.EntitiesAsync(Stop).ToListAsync(Stop)).Select(e => e.Name).ShouldBe(["Poland", "Turkey"]);
    }

    [Fact]
    public async Task A_claim_given_twice_in_one_article_is_kept_once()
    {
        await using var store = await OpenAsync();
        var article = Some.Article();
        var claim = Some.FullClaim(article);

        var change = await store.AddAsync(Some.Extracted(article, claim, claim), Stop);

        change.NewClaims.ShouldBe(1);
        (await store.ClaimsAsync(null, [], Stop).ToListAsync(Stop)).Single().Claim.Cues.ShouldBe(claim.Cues);
    }

    [Fact]
    public async Task An_article_comes_back_unit_for_unit()
    {
        await using var store = await OpenAsync();
        var article = Article.Parse("\uFEFFtitle: Türkiye’s deal\r\ndate: 2024-05\nsource: Some Agency\nlanguage: en\n\nIt said: \t“yes” 🚀.");

        await store.AddAsync(Some.Extracted(article), Stop);

        (await store.HasArticleAsync(article.Id, Stop)).ShouldBeTrue();
        (await store.ArticlesAsync(Stop).SingleAsync(Stop)).ShouldBe(article);
    }

    [Theory]
    [InlineData("a lone \uD83D surrogate")]
    [InlineData("a NUL \0 inside")]
    [InlineData("")]
    public async Task Any_text_is_a_valid_article(string text)
    {
        await using var store = await OpenAsync();
        var article = Some.Article(text) with { Title = text, Source = text };

        await store.AddAsync(Some.Extracted(article, Some.Claim(article, Turkey, Poland, item: text)), Stop);

        (await store.ArticlesAsync(Stop).SingleAsync(Stop)).ShouldBe(article);
        var stored = await store.ClaimsAsync(null, [], Stop).SingleAsync(Stop);
        stored.Claim.Evidence.Quote.ShouldBe(text);
        stored.Claim.Item!.Name.ShouldBe(text);
        stored.Source.ShouldBe(text);
    }

    [Fact]
    public async Task Articles_are_ordered_by_id()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < 20; i++)
            await store.AddAsync(Some.Numbered(i), Stop);

        (await store.ArticlesAsync(Stop).ToListAsync(Stop)).Select(a => a.Id).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_claim_comes_back_with_every_field_and_with_its_article()
    {
        await using var store = await OpenAsync();
        var article = Some.Article();
        var claim = Some.FullClaim(article).WithId();
        await store.AddAsync(Some.Extracted(article, claim), Stop);

        var stored = await store.ClaimsAsync(null, [], Stop).SingleAsync(Stop);

        stored.Claim.WithId().Id.ShouldBe(claim.Id, "the id is a hash of all fields");
        stored.Claim.Cues.ShouldBe(claim.Cues);
        (stored.Claim with { Cues = claim.Cues }).ShouldBe(claim);
        (stored with { Claim = claim }).ShouldBe(new StoredClaim(claim, article.Date, article.Source, article.Title));
    }

    [Fact]
    public async Task An_article_without_date_source_and_title_has_claims_without_them()
    {
        await using var store = await OpenAsync();
        var article = Some.Article(date: null, source: null) with { Title = null };
        await store.AddAsync(Some.Extracted(article, Some.Claim(article, Turkey, Poland, item: null)), Stop);

        var stored = await store.ClaimsAsync(null, [], Stop).SingleAsync(Stop);

        (stored.Published, stored.Source, stored.Title, stored.Claim.Item).ShouldBe((null, null, null, null));
    }

    [Fact]
    public async Task An_article_that_points_outside_itself_is_refused_and_nothing_of_it_stays()
    {
        await using var store = await OpenAsync();
        var (article, other) = (Some.Article("One."), Some.Article("Two."));
        var good = Some.Extracted(article, Some.Claim(article, Turkey, Poland));

        await Should.ThrowAsync<ArgumentException>(() => store.AddAsync(good with { Entities = [Turkey] }, Stop));
        await Should.ThrowAsync<ArgumentException>(() => store.AddAsync(good with { Mentions = [new("country:spain", new TextSpan(0, 1))] }, Stop));
        await Should.ThrowAsync<ArgumentException>(() => store.AddAsync(good with { Article = other }, Stop));
        await Should.ThrowAsync<ArgumentException>(() => store.AddAsync(good with { Claims = [good.Claims[0] with { Id = "" }] }, Stop));

        (await store.ArticlesAsync(Stop).ToListAsync(Stop)).ShouldBeEmpty();
        (await store.EntitiesAsync(Stop).ToListAsync(Stop)).ShouldBeEmpty();
    }
}
