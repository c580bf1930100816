using DefenseTies.Claims;
using DefenseTies.Queries;
using DefenseTies.Stores;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Queries;

public sealed class VerificationTests
{
    [Fact]
    public async Task A_store_as_it_was_written_holds()
    {
        await using var store = await TinyGraph.SharedAsync();
        var found = await Verification.RunAsync(store);
        (found.Articles, found.Claims).ShouldBe((TinyGraph.Lines.Length, TinyGraph.Lines.Length));
        found.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_changed_after_it_was_written_is_found()
    {
        var read = TinyGraph.Read("Turkey SUPPLIES Azerbaijan: drones");
        var changed = read.Claims[0] with { Status = ClaimStatus.Planned };
        await using var store = new MemoryGraphStore();
        await store.AddAsync(read with { Claims = [changed] });
        var failure = (await Verification.RunAsync(store)).Failures.ShouldHaveSingleItem();
        (failure.ArticleId, failure.ClaimId).ShouldBe((read.Article.Id, changed.Id));
    }
}
