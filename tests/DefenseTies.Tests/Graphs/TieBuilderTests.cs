using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;

namespace DefenseTies.Tests.Graphs;

public sealed class TieBuilderTests
{
    private static readonly EntityRef Turkey = new("country:turkey", "Country", "Turkey");
    private static readonly EntityRef Poland = new("country:poland", "Country", "Poland");

    [Fact]
    public void No_claims_make_no_ties() => TieBuilder.Build([], TieFilter.AnyStatus).ShouldBeEmpty();

    [Fact]
    public void Claims_about_one_type_ends_and_item_make_one_tie()
    {
        var tie = Single(Said("a"), Said("b"));

        (tie.Type, tie.From, tie.To, tie.Item!.Name).ShouldBe(("SUPPLIES", Turkey, Poland, "drones"));
        tie.Id.ShouldBe(Said("a").Claim.TieId);
        tie.Claims.Count.ShouldBe(2);
    }

    [Fact]
    public void Another_item_no_item_another_type_and_the_other_direction_are_ties_of_their_own()
    {
        var ties = TieBuilder.Build(
            [
                Said("a"),
                Said("a", c => c with { Item = new ClaimItem("tanks") }),
                Said("a", c => c with { Item = null }),
                Said("a", c => c with { Type = "DONATES" }),
                Said("a", c => c with { From = Poland, To = Turkey }),
            ],
            TieFilter.Default);

        ties.Select(t => $"{t.Type} {t.From.Name} {t.Item?.Name}").ShouldBe(
            ["DONATES Turkey drones", "SUPPLIES Poland drones", "SUPPLIES Turkey ", "SUPPLIES Turkey drones", "SUPPLIES Turkey tanks"]);
    }

    [Fact]
    public void The_order_of_the_claims_does_not_matter_and_one_given_twice_counts_once()
    {
        StoredClaim[] claims = [Said("a"), Said("b", c => c with { Confidence = 0.5 }), Said("c", c => c with { Status = ClaimStatus.Denied }), Said("d", c => c with { Status = ClaimStatus.Planned })];

        var forth = Single(claims);
        var back = Single([.. claims.Reverse(), .. claims]);

        back.Claims.Select(c => c.Id).ShouldBe(forth.Claims.Select(c => c.Id));
        back.Belief.ShouldBe(forth.Belief);
    }

    [Theory]
    [InlineData("possible", ClaimStatus.Possible)]
    [InlineData("possible planned", ClaimStatus.Planned)]
    [InlineData("planned actual possible", ClaimStatus.Actual)]
    [InlineData("denied", ClaimStatus.Denied)]
    [InlineData("denied possible", ClaimStatus.Possible)]
    public void The_strongest_status_wins_and_a_denial_only_when_alone(string said, ClaimStatus expected) =>
        Single([.. said.Split(' ').Select((status, i) => Said($"article {i}", c => c with { Status = Enum.Parse<ClaimStatus>(status, ignoreCase: true) }))])
            .Status.ShouldBe(expected);

    // Dates are "claim's own / article's".
    [Theory]
    [InlineData("2023 /", "2024 /", ClaimStatus.Denied)]
    [InlineData("2024 /", "2023 /", ClaimStatus.Actual)]
    [InlineData("2024 /", "2024 /", ClaimStatus.Actual)]
    [InlineData("2024-05 /", "2024 /", ClaimStatus.Actual)]
    [InlineData("2024 /", "2024-05 /", ClaimStatus.Actual)]
    [InlineData("/ 2024-05-01", "/ 2024-05-02", ClaimStatus.Denied)]
    [InlineData("2019 / 2024-05-01", "/ 2022", ClaimStatus.Denied)]
    [InlineData("/", "/ 2024", ClaimStatus.Actual)]
    [InlineData("/ 2024", "/", ClaimStatus.Actual)]
    public void A_denial_ends_a_tie_only_when_strictly_later(string supported, string denied, ClaimStatus expected) =>
        Single(Said("a", dates: supported), Said("b", c => c with { Status = ClaimStatus.Denied }, denied)).Status.ShouldBe(expected);

    [Fact]
    public void The_latest_supporting_claim_is_the_one_a_denial_must_follow() =>
        Single(Said("a", dates: "2020 /"), Said("b", dates: "2024 /"), Said("c", c => c with { Status = ClaimStatus.Denied }, "2022 /")).Status.ShouldBe(ClaimStatus.Actual);

    [Fact]
    public void A_plan_for_a_later_year_can_be_cancelled_before_it() =>
        Single(Said("a", c => c with { Status = ClaimStatus.Planned }, "2030 / 2024-01-01"), Said("b", c => c with { Status = ClaimStatus.Denied }, "/ 2025-01-01"))
            .Status.ShouldBe(ClaimStatus.Denied);

    [Fact]
    public void The_stage_is_the_furthest_of_the_claims_that_carry_the_status()
    {
        var tie = Single(
            Said("a", c => c with { Stage = "delivering" }),
            Said("b", c => c with { Stage = "delivered" }),
            Said("c", c => c with { Stage = "in service", Status = ClaimStatus.Possible }),
            Said("d", c => c with { Stage = null }));

        tie.Stage.ShouldBe("delivered");
    }

    [Fact]
    public void A_denied_deal_is_suspended_or_cancelled_and_nothing_else()
    {
        Single(Denied("a", "suspended"), Denied("b", "cancelled")).Stage.ShouldBe("cancelled");
        Single(Denied("a", "considered")).Stage.ShouldBeNull();
        Single(Said("a", c => c with { Stage = "suspended" })).Stage.ShouldBeNull();

        static StoredClaim Denied(string article, string stage) => Said(article, c => c with { Status = ClaimStatus.Denied, Stage = stage });
    }

    [Fact]
    public void Since_and_until_are_the_first_and_last_date_said()
    {
        var tie = Single(Said("a", dates: "2021-03 / 2024"), Said("b", dates: "2019 / 2024"), Said("c", dates: "/ 2025"));

        (tie.Since, tie.Until).ShouldBe((new PartialDate(2019), new PartialDate(2021, 3)));
        Single(Said("a", dates: "/ 2024")).Since.ShouldBeNull();
    }

    [Fact]
    public void A_denial_dates_a_tie_only_when_it_ends_it()
    {
        var denial = Said("b", c => c with { Status = ClaimStatus.Denied }, "2022 /");

        Single(Said("a", dates: "2020 /"), denial).Until.ShouldBe(new PartialDate(2022));
        Single(Said("a", dates: "2023 /"), denial).Since.ShouldBe(new PartialDate(2023));
    }

    [Fact]
    public void The_words_that_say_it_best_come_first()
    {
        var tie = Single(
            Said("d", c => c with { Status = ClaimStatus.Planned }),
            Said("c", c => c with { Confidence = 0.5 }),
            Said("b"),
            Said("a"),
            Said("e", c => c with { Status = ClaimStatus.Denied }));

        tie.Claims.Select(c => c.Evidence.ArticleId).ShouldBe(["a", "b", "c", "d", "e"]);
        Single(Said("a", dates: "2020 /"), Said("b", c => c with { Status = ClaimStatus.Denied }, "2022 /")).Quote.ShouldBe("Words of b.");
    }

    [Fact]
    public void The_office_of_a_leader_comes_with_the_tie() =>
        Single(Said("a", c => c with { Type = "LEADS", Item = null, Role = "defence minister" })).Role.ShouldBe("defence minister");

    [Fact]
    public void Ties_that_are_not_actual_come_only_when_asked_for()
    {
        StoredClaim[] claims = [Said("a"), Said("a", c => c with { Item = new ClaimItem("tanks"), Status = ClaimStatus.Planned }), Said("a", c => c with { Item = new ClaimItem("jets"), Status = ClaimStatus.Denied })];

        TieBuilder.Build(claims, TieFilter.Default).Select(t => t.Item!.Name).ShouldBe(["drones"]);
        TieBuilder.Build(claims, new TieFilter { Include = new HashSet<ClaimStatus> { ClaimStatus.Planned } }).Select(t => t.Item!.Name).ShouldBe(["tanks"]);
        TieBuilder.Build(claims, TieFilter.AnyStatus).Count.ShouldBe(3);
    }

    [Fact]
    public void Only_ties_of_the_types_asked_for_are_built() =>
        TieBuilder.Build([Said("a"), Said("a", c => c with { Type = "TRAINS" })], new TieFilter { Types = new HashSet<string> { "TRAINS" } }).Single().Type.ShouldBe("TRAINS");

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", ClaimStatus.Actual)]
    [InlineData("2025-12-31", ClaimStatus.Actual)]
    [InlineData("2026-01-01", ClaimStatus.Denied)]
    public void As_of_a_day_a_tie_stands_as_it_stood_then(string day, ClaimStatus? expected) =>
        Single(new TieFilter { AsOf = Day(day), Include = TieFilter.AnyStatus.Include }, Said("a", dates: "2024 / 2026-05"), Said("b", c => c with { Status = ClaimStatus.Denied }, "2026 /"))
            ?.Status.ShouldBe(expected!.Value);

    [Fact]
    public void As_of_a_day_a_claim_without_date_is_kept_and_a_denial_without_date_counts_from_its_printing()
    {
        StoredClaim[] claims = [Said("a", dates: "/ 2024"), Said("b", c => c with { Status = ClaimStatus.Denied }, "/ 2026")];

        TieBuilder.Build(claims, new TieFilter { AsOf = Day("2025-01-01") }).Single().Status.ShouldBe(ClaimStatus.Actual);
        TieBuilder.Build(claims, new TieFilter { AsOf = Day("2027-01-01") }).ShouldBeEmpty();
        TieBuilder.Build(claims, new TieFilter { AsOf = Day("2020-01-01") }).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2024-04-30", 1)]
    [InlineData("2024-05-01", 2)]
    public void What_was_published_later_was_not_known(string day, int articles) =>
        Single(new TieFilter { KnownAt = Day(day) }, Said("a", dates: "2020 /"), Said("b", dates: "2020 / 2024-05-01"))!.Articles.ShouldBe(articles, "an article without date is taken as known");

    [Fact]
    public void A_proposal_is_left_out_unless_it_is_wanted()
    {
        var proposed = SomeClaims.Said("one", c => c with { Extractor = Claim.ProposedBy + "some/1" });
        TieBuilder.Build([proposed], TieFilter.Default).ShouldBeEmpty();
        TieBuilder.Build([proposed], TieFilter.Default with { Proposals = true }).ShouldHaveSingleItem().IsProposal.ShouldBeTrue();
    }

    [Fact]
    public void A_proposal_beside_read_claims_is_listed_and_changes_nothing()
    {
        var read = SomeClaims.Said("one", c => c with { Status = ClaimStatus.Planned });
        StoredClaim Proposed(string article, ClaimStatus status) => SomeClaims.Said(article, c => c with { Status = status, Extractor = Claim.ProposedBy + "some/1" }, "2030-01-01/ 2031-01-01");
        var filter = TieFilter.AnyStatus with { Proposals = true };
        var alone = TieBuilder.Build([read], filter).ShouldHaveSingleItem();
        var beside = TieBuilder.Build([Proposed("two", ClaimStatus.Actual), read, Proposed("three", ClaimStatus.Denied)], filter).ShouldHaveSingleItem();
        (beside with { Claims = alone.Claims }).ShouldBe(alone);
        beside.Claims.Count.ShouldBe(3);
        beside.Claims[0].ShouldBe(read.Claim);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Tie Single(params StoredClaim[] claims) => Single(TieFilter.AnyStatus, claims)!;

    private static Tie? Single(TieFilter filter, params StoredClaim[] claims) => TieBuilder.Build(claims, filter).SingleOrDefault();

    private static StoredClaim Said(string article, Func<Claim, Claim>? change = null, string dates = "/ 2024-05-01") =>
        SomeClaims.Said(article, Turkey, Poland, change, dates);
}
