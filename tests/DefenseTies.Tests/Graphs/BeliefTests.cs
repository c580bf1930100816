using DefenseTies.Claims;
using DefenseTies.Graphs;

namespace DefenseTies.Tests.Graphs;

public sealed class BeliefTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void A_claim_weighs_its_confidence_times_the_prior_of_its_source()
    {
        Belief.Weight(SomeClaims.Said("a", c => c with { Confidence = 0.5 })).ShouldBe(0.5 * 0.9, Tolerance);
        Belief.Weight(SomeClaims.Said("a", source: " ")).ShouldBe(0.8, Tolerance);
        Belief.Weight(SomeClaims.Said("a", c => c with { AttributedTo = "the minister" })).ShouldBe(0.9 * 0.95, Tolerance);
    }

    [Fact]
    public void Independent_articles_add_up()
    {
        Of(SomeClaims.Said("a")).Belief.ShouldBe(0.9, Tolerance);
        Of(SomeClaims.Said("a"), SomeClaims.Said("b", source: null)).Belief.ShouldBe(1 - (0.1 * 0.2), Tolerance);
    }

    [Fact]
    public void One_article_counts_once_with_its_best_claim()
    {
        var tie = Of(SomeClaims.Said("a", c => c with { Confidence = 0.5 }), SomeClaims.Said("a"), SomeClaims.Said("a", c => c with { Quantity = "six" }));

        tie.Belief.ShouldBe(0.9, Tolerance);
        tie.Articles.ShouldBe(1);
    }

    [Fact]
    public void Copies_of_one_wire_story_count_once_however_they_are_typeset()
    {
        var tie = Of(Printing("a", "Türkiye delivered the drones"), Printing("b", "TURKIYE  delivered the drones."), Printing("c", "Other words"));

        tie.Articles.ShouldBe(2);
        tie.Belief.ShouldBe(1 - (0.1 * 0.1), Tolerance);
    }

    [Fact]
    public void An_article_that_shares_a_sentence_with_either_of_two_makes_them_one_source()
    {
        var tie = Of(Printing("a", "One"), Printing("b", "Two"), Printing("c", "One"), Printing("c", "Two"), Printing("d", "Three"));

        tie.Articles.ShouldBe(2);
    }

    [Fact]
    public void Quotes_without_a_letter_prove_no_common_origin() =>
        Of(Printing("a", "…"), Printing("b", "—")).Articles.ShouldBe(2);

    [Fact]
    public void Weaker_statements_do_not_make_a_tie_surer_but_count_as_articles_that_speak_of_it()
    {
        var tie = Of(SomeClaims.Said("a"), SomeClaims.Said("b", c => c with { Status = ClaimStatus.Possible }));

        tie.Belief.ShouldBe(0.9, Tolerance);
        tie.Articles.ShouldBe(2);
    }

    [Fact]
    public void Denials_weigh_against_and_copies_of_one_denial_once()
    {
        Of(SomeClaims.Said("a"), Denied("b")).Belief.ShouldBe(0.9 * 0.1, Tolerance);
        Of(SomeClaims.Said("a"), Denied("b"), Denied("c")).Belief.ShouldBe(0.9 * 0.1 * 0.1, Tolerance);
        Of(SomeClaims.Said("a"), Denied("b", "No."), Denied("c", "No!")).Belief.ShouldBe(0.9 * 0.1, Tolerance);
    }

    [Fact]
    public void A_denial_about_an_earlier_time_does_not_weigh_against_what_came_after() =>
        Of(SomeClaims.Said("a", dates: "2023 / 2024"), SomeClaims.Said("b", c => c with { Status = ClaimStatus.Denied }, "2019 / 2019")).Belief.ShouldBe(0.9, Tolerance);

    [Fact]
    public void A_denied_tie_is_as_sure_as_its_denials()
    {
        var tie = Of(SomeClaims.Said("a", dates: "2020 /"), SomeClaims.Said("b", c => c with { Status = ClaimStatus.Denied, Confidence = 0.5 }, "2024 /"));

        (tie.Status, tie.Articles).ShouldBe((ClaimStatus.Denied, 1));
        tie.Belief.ShouldBe(0.45, Tolerance);
    }

    [Fact]
    public void Ties_believed_less_than_asked_for_are_left_out()
    {
        TieBuilder.Build([SomeClaims.Said("a")], new TieFilter { MinBelief = 0.9 }).Count.ShouldBe(1);
        TieBuilder.Build([SomeClaims.Said("a")], new TieFilter { MinBelief = 0.91 }).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => new TieFilter { MinBelief = 1.5 });
        Should.Throw<ArgumentOutOfRangeException>(() => new TieFilter { MinBelief = double.NaN });
    }

    private static Tie Of(params StoredClaim[] claims) => TieBuilder.Build(claims, TieFilter.AnyStatus).Single();

    private static StoredClaim Printing(string article, string quote) =>
        SomeClaims.Said(article, c => c with { Evidence = c.Evidence with { Quote = quote } });

    private static StoredClaim Denied(string article, string? quote = null) =>
        SomeClaims.Said(article, c => c with { Status = ClaimStatus.Denied, Evidence = c.Evidence with { Quote = quote ?? c.Evidence.Quote } });
}
