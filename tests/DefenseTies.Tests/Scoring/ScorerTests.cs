using System.Diagnostics;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Exports;
using DefenseTies.Mentions;
using DefenseTies.Scoring;

namespace DefenseTies.Tests.Scoring;

/// <summary>The figures must be those of <c>gold/score.py</c>. The stored lines are what it printed; where Python and the script are at hand it is run again.</summary>
public sealed class ScorerTests
{
    private static readonly Pipeline Pipeline = Pipeline.Load();

    private const string Gold = """
        {"doc": "some.txt",
         "entities": [
          {"type": "Country", "name": "Turkey", "aliases": ["Türkiye", "Republic of Turkey"]},
          {"type": "Country", "name": "Azerbaijan"},
          {"type": "Country", "name": "Côte d’Ivoire", "optional": true},
          {"type": "Country", "name": "Armenia"},
          {"type": "Organization", "name": "Ministry of Defence"},
          {"type": "WeaponSystem", "name": "Bayraktar TB2", "aliases": ["TB2"]},
          {"type": "WeaponSystem", "name": "S‑400"}],
         "claims": [
          {"type": "SUPPLIES", "from": "Turkey", "to": "Azerbaijan", "item": "Bayraktar TB2", "status": "actual"},
          {"type": "SUPPLIES", "from": "Turkey", "to": "Armenia", "item": {"type": "WeaponSystem", "name": "S-400"}, "status": "denied"},
          {"type": "SUPPLIES", "from": "Azerbaijan", "to": "Armenia", "item": "fuel", "status": "possible", "optional": true, "tie_required": true},
          {"type": "ALLIED_WITH", "from": "Turkey", "to": "Azerbaijan", "status": "actual"},
          {"type": "COOPERATES_WITH", "from": "Armenia", "to": "Azerbaijan", "status": "actual", "optional": true},
          {"type": "FUNDS", "from": "Turkey", "to": "Ministry of Defence", "status": "planned"}]}
        """;

    private static readonly (string Name, ExtractedArticle Read)[] Outputs =
    [
        ("everything", Read(
            [("Country", "Türkiye", ["Turkey"]), ("Country", "AZERBAIJAN", []), ("Country", "Armenia", []), ("Organization", "the ministry of defense", []), ("WeaponSystem", "TB2", []), ("WeaponSystem", "S-400", []), ("Country", "Cote d'Ivoire", [])],
            ["SUPPLIES Türkiye AZERBAIJAN TB2 actual", "SUPPLIES Türkiye Armenia S-400 denied", "ALLIED_WITH AZERBAIJAN Türkiye - actual", "FUNDS Türkiye the_ministry_of_defense - planned", "SUPPLIES AZERBAIJAN Armenia fuel possible"])),
        ("wrong ways", Read(
            [("Country", "Ankara government", ["Republic of Turkey"]), ("Country", "Azerbaijan", []), ("WeaponSystem", "Turkey", []), ("Leader", "Somebody Else", [])],
            ["SUPPLIES Ankara_government Azerbaijan S-400 planned", "SUPPLIES Azerbaijan Turkey TB2 actual", "ALLIED_WITH Azerbaijan Armenia - possible", "SUPPLIES Ankara_government Azerbaijan TB2 possible", "COOPERATES_WITH Azerbaijan Armenia - actual", "FOUGHT Armenia Azerbaijan - denied", "FOUGHT Azerbaijan Armenia - actual"])),
        ("nothing", Read([], [])),
    ];

    private static readonly Dictionary<string, string[]> Printed = new()
    {
        ["everything"] =
        [
            "entities       P 1.000  R 1.000  F1 1.000  (hit 6, wrong 0, missed 0)",
            "ties           P 1.000  R 1.000  F1 1.000  (hit 5, wrong 0, missed 0)",
            "ties+status    P 1.000  R 1.000  F1 1.000  (hit 4, wrong 0, missed 0)",
            "supplies       P 1.000  R 1.000  F1 1.000  (hit 1, wrong 0, missed 0)",
            "supplies+item  P 1.000  R 1.000  F1 1.000  (hit 1, wrong 0, missed 0)",
        ],
        ["wrong ways"] =
        [
            "entities       P 0.500  R 0.333  F1 0.400  (hit 2, wrong 2, missed 4)",
            "ties           P 0.250  R 0.200  F1 0.222  (hit 1, wrong 3, missed 4)",
            "ties+status    P 0.000  R 0.000  F1 0.000  (hit 0, wrong 5, missed 4)",
            "supplies       P 0.500  R 1.000  F1 0.667  (hit 1, wrong 1, missed 0)",
            "supplies+item  P 0.000  R 0.000  F1 0.000  (hit 0, wrong 2, missed 1)",
        ],
        ["nothing"] =
        [
            "entities       P 0.000  R 0.000  F1 0.000  (hit 0, wrong 0, missed 6)",
            "ties           P 0.000  R 0.000  F1 0.000  (hit 0, wrong 0, missed 5)",
            "ties+status    P 0.000  R 0.000  F1 0.000  (hit 0, wrong 0, missed 4)",
            "supplies       P 0.000  R 0.000  F1 0.000  (hit 0, wrong 0, missed 1)",
            "supplies+item  P 0.000  R 0.000  F1 0.000  (hit 0, wrong 0, missed 1)",
        ],
        ["all"] =
        [
            "entities       P 0.800  R 0.444  F1 0.571  (hit 8, wrong 2, missed 10)",
            "ties           P 0.667  R 0.400  F1 0.500  (hit 6, wrong 3, missed 9)",
            "ties+status    P 0.444  R 0.333  F1 0.381  (hit 4, wrong 5, missed 8)",
            "supplies       P 0.667  R 0.667  F1 0.667  (hit 2, wrong 1, missed 1)",
            "supplies+item  P 0.333  R 0.333  F1 0.333  (hit 1, wrong 2, missed 2)",
        ],
    };

    [Theory]
    [InlineData("everything")]
    [InlineData("wrong ways")]
    [InlineData("nothing")]
    [InlineData("all")]
    public void Figures_are_those_the_script_printed(string name) => Lines(Chosen(name)).ShouldBe(Printed[name]);

    [Theory]
    [InlineData("everything")]
    [InlineData("wrong ways")]
    [InlineData("nothing")]
    [InlineData("all")]
    public void Figures_are_those_the_script_prints(string name)
    {
        var script = Environment.GetEnvironmentVariable("SCORE_PY") ?? "/work/shared/gold/score.py";
        Assert.SkipUnless(File.Exists(script), $"there is no {script}; SCORE_PY says where it is");
        var folder = Directory.CreateTempSubdirectory("score");
        try
        {
            var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, ArgumentList = { script } };
            var gold = Path.Combine(folder.FullName, "gold.json");
            File.WriteAllText(gold, Gold);
            foreach (var (output, i) in Chosen(name).Select((o, i) => (o, i)))
            {
                var path = Path.Combine(folder.FullName, $"{i}.json");
                File.WriteAllText(path, ExtractedJson.Text(output.Read, indented: i == 0));
                start.ArgumentList.Add($"{gold}={path}");
            }

            using var python = Process.Start(start)!;
            var printed = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            python.ExitCode.ShouldBe(0);
            Lines(Chosen(name)).ShouldBe(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(5, 11, "P 0.312")]
    [InlineData(7, 9, "P 0.438")]
    [InlineData(2, 1, "P 0.667")]
    [InlineData(0, 0, "P 0.000")]
    public void Ties_are_rounded_to_even_as_Python_does(int hits, int wrong, string expected) =>
        new Score("ties", hits, wrong, 0).ToString().ShouldContain(expected);

    [Fact]
    public void Faults_are_listed_by_article()
    {
        var scorer = new Scorer(Pipeline.Schema);
        scorer.Add(DefenseTies.Scoring.Gold.Parse(Gold), Outputs[2].Read, "some.json");
        scorer.Faults.ShouldContain(new ScoredFact("some.json", "ties", true, "SUPPLIES | turkey | azerbaijan"));
        scorer.Faults.ShouldAllBe(f => f.Missed);
    }

    [Fact]
    public void A_file_that_is_not_gold_is_named()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "{\"entities\": 3}");
        Should.Throw<InvalidDataException>(() => DefenseTies.Scoring.Gold.Read(path)).Message.ShouldContain(path);
        File.Delete(path);
    }

    private static IEnumerable<(string Name, ExtractedArticle Read)> Chosen(string name) => Outputs.Where(o => name == "all" || o.Name == name);

    private static IEnumerable<string> Lines(IEnumerable<(string Name, ExtractedArticle Read)> outputs)
    {
        var scorer = new Scorer(Pipeline.Schema);
        foreach (var (name, read) in outputs)
            scorer.Add(DefenseTies.Scoring.Gold.Parse(Gold), read, name);
        return scorer.Scores.Select(s => s.ToString());
    }

    private static ExtractedArticle Read((string Type, string Name, string[] Aliases)[] entities, string[] claims)
    {
        var article = Article.Parse("Some text.");
        var known = entities.Select(e => new Entity { Id = Entity.IdOf(e.Type, e.Name), Type = e.Type, Name = e.Name, Aliases = e.Aliases }).ToList();
        return new ExtractedArticle(article, known, [], [.. claims.Select(c => Claim(article, known, c.Split(' ')))]);
    }

    // type from to item status; an underscore stands for a space.
    private static Claim Claim(Article article, List<Entity> known, string[] parts)
    {
        EntityRef End(string part)
        {
            var name = part.Replace('_', ' ');
            return known.Find(e => e.Name == name) is { } entity ? EntityRef.To(entity) : new EntityRef($"country:{name}", "Country", name);
        }

        return new Claim
        {
            Type = parts[0],
            From = End(parts[1]),
            To = End(parts[2]),
            Item = parts[3] == "-" ? null : new ClaimItem(parts[3]),
            Status = Enum.Parse<ClaimStatus>(parts[4], ignoreCase: true),
            Evidence = new Evidence(article.Id, new TextSpan(0, 4), "Some"),
            Extractor = "some/1",
        }.WithId();
    }
}
