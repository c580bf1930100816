using System.Text.RegularExpressions;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Pairs;
using DefenseTies.Scoring;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests;

/// <summary>What no frame joins is read by what annotated articles teach, and told as such.</summary>
public sealed partial class PairReaderTests
{
    private static readonly (string State, string System)[] Named = [("Kenya", "Rafale"), ("Ghana", "Gripen"), ("Chile", "Leopard 2"), ("Peru", "Abrams"), ("Spain", "Challenger 2")];

    [Theory]
    [InlineData("{0} has gribbled the {1} since spring.", ClaimStatus.Actual)]
    [InlineData("{0} may have gribbled the {1} since spring.", ClaimStatus.Possible)]
    [InlineData("{0} has not gribbled the {1} since spring.", ClaimStatus.Denied)]
    public void What_is_learned_from_some_articles_is_read_in_others(string saying, ClaimStatus status)
    {
        using var vocabulary = Taught("{0} has gribbled the {1} since spring.", "{0} has admired the {1} since spring.");
        var article = Article.Parse(string.Format(null, saying, "Brazil", "F-16"));
        var claim = Pipeline.Load(vocabulary.Folder).Extract(article).Claims.ShouldHaveSingleItem();
        (claim.Type, claim.From.Name, claim.To.Name, claim.Status).ShouldBe(("OPERATES", "Brazil", "F-16", status));
        claim.Extractor.ShouldBe(PairReader.Extractor);
        claim.Confidence.ShouldBeInRange(0.3, 0.5);
    }

    [Fact]
    public void What_a_frame_finds_is_left_out_where_all_speaks_against_it()
    {
        using var vocabulary = Taught("{0} has gribbled the {1} since spring.", "{0} operates the {1} in a comic film.");
        var pipeline = Pipeline.Load(vocabulary.Folder);
        var film = Article.Parse("Brazil operates the F-16 in a comic film.");
        pipeline.Extract(film).Claims.ShouldBeEmpty();
        pipeline.Explain(film).ShouldBeEmpty();
        pipeline.Explain(film, "comic").ShouldContain("Left out, for all speaks against it: country:brazil and weapon-system:f-16, OPERATES");
        pipeline.Extract(Article.Parse("Brazil's air force operates twelve F-16 fighters from Anápolis.")).Claims.ShouldContain(c => c.Type == "OPERATES");
    }

    [Fact]
    public void The_same_articles_teach_the_same() => Learned("{0} has gribbled the {1}.", "{0} has admired the {1}.").ShouldBe(Learned("{0} has gribbled the {1}.", "{0} has admired the {1}."));

    [Fact]
    public void What_frames_find_is_not_found_again()
    {
        var claims = Loaded.Read("Turkey supplied Azerbaijan with Bayraktar TB2 drones, which the Azerbaijani army operates.").Claims;
        claims.GroupBy(c => (c.Type, c.From.Id, c.To.Id)).ShouldAllBe(g => g.Select(c => c.Extractor).Distinct().Count() == 1);
    }

    [Fact]
    public void Of_who_supplies_whom_and_who_leads_what_nothing_is_learned() =>
        Lines.Where(l => l.StartsWith('[')).ShouldNotContain(l => l == "[SUPPLIES]" || l == "[LEADS]");

    [Fact]
    public void No_state_is_learned_by_its_name()
    {
        var words = Lines.SelectMany(l => Separator().Split(l.Split('\t')[0])).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Loaded.Pipeline.Gazetteer.Entities.Where(k => k.Type == "Country").Select(k => k.Name).Where(words.Contains).ShouldBeEmpty();
    }

    private static string[] Lines { get; } = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "graph-schema", PairModel.File));

    private static VocabularyCopy Taught(string tie, string none)
    {
        var vocabulary = new VocabularyCopy();
        File.WriteAllText(vocabulary.In(PairModel.File), Learned(tie, none));
        return vocabulary;
    }

    private static string Learned(string tie, string none)
    {
        var trainer = new PairTrainer(Loaded.Pipeline);
        foreach (var (state, system) in Enumerable.Repeat(Named, 8).SelectMany(t => t))
        {
            var sentence = string.Format(null, tie, state, system);
            trainer.Add(Article.Parse(sentence), new Gold([], [new GoldClaim("OPERATES", state, system, null, "actual", Evidence: sentence)]));
            trainer.Add(Article.Parse(string.Format(null, none, state, system)), new Gold([], []));
        }

        return trainer.Train();
    }

    [GeneratedRegex("[:|]")]
    private static partial Regex Separator();
}
