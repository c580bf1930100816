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
    // Made up, with a verb that no frame knows.
    private static readonly (string State, string System)[] Taught = [("Kenya", "Rafale"), ("Ghana", "Gripen"), ("Chile", "Leopard 2"), ("Peru", "Abrams"), ("Spain", "Challenger 2")];

    [Theory]
    [InlineData("{0} has gribbled the {1} since spring.", ClaimStatus.Actual)]
    [InlineData("{0} may have gribbled the {1} since spring.", ClaimStatus.Possible)]
    [InlineData("{0} has not gribbled the {1} since spring.", ClaimStatus.Denied)]
    public void What_is_learned_from_some_articles_is_read_in_others(string saying, ClaimStatus status)
    {
        using var vocabulary = new VocabularyCopy();
        File.WriteAllText(vocabulary.In(PairModel.File), Learned());
        var article = Article.Parse(string.Format(null, saying, "Brazil", "F-16"));
        var claim = Pipeline.Load(vocabulary.Folder).Extract(article).Claims.ShouldHaveSingleItem();
        (claim.Type, claim.From.Name, claim.To.Name, claim.Status).ShouldBe(("OPERATES", "Brazil", "F-16", status));
        claim.Extractor.ShouldBe(PairReader.Extractor);
        claim.Confidence.ShouldBeInRange(0.3, 0.5);
    }

    [Fact]
    public void The_same_articles_teach_the_same() => Learned().ShouldBe(Learned());

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

    private static string Learned()
    {
        var trainer = new PairTrainer(Loaded.Pipeline);
        foreach (var (state, system) in Enumerable.Repeat(Taught, 8).SelectMany(t => t))
        {
            var sentence = $"{state} has gribbled the {system} since spring.";
            trainer.Add(Article.Parse(sentence), new Gold([], [new GoldClaim("OPERATES", state, system, null, "actual", Evidence: sentence)]));
            trainer.Add(Article.Parse($"{state} has admired the {system} since spring."), new Gold([], []));
        }

        return trainer.Train();
    }

    [GeneratedRegex("[:|]")]
    private static partial Regex Separator();
}
