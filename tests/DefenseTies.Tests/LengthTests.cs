using System.Text;
using DefenseTies.Articles;
using DefenseTies.Language;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests;

/// <summary>A long article takes as long as its length says, whoever and whatever it keeps coming back to.</summary>
public sealed class LengthTests
{
    private const int Times = 32;

    // A quadratic reader needs four times as much, and more.
    private const int Slack = 3;

    private static readonly string[] Names = ["Aldo", "Berit", "Carlo", "Dana", "Edgar", "Frida", "Gustav", "Hanna"];
    private static readonly string[] Syllables = ["ba", "ko", "ri", "sen", "ma", "lo", "vic", "du", "ter", "ga"];
    private static readonly string[] States = ["Turkey", "France", "India", "Japan", "Poland", "Brazil", "Egypt", "Norway", "Kenya"];

    [Theory]
    [InlineData("new names")]
    [InlineData("one name")]
    public void Mentions_and_claims_take_time_in_proportion_to_the_length(string kind)
    {
        Func<int, string> paragraph = kind == "one name" ? OneName : NewNames;
        var (brief, full) = (Parsed(paragraph, 20), Parsed(paragraph, 20 * Times));
        Taken(full);
        var (once, often) = (Enumerable.Range(0, 5).Min(_ => Taken(brief)), Enumerable.Range(0, 3).Min(_ => Taken(full)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{once.TotalMilliseconds:0.0} ms, {Times} times as much in {often.TotalMilliseconds:0} ms: {often / once:0.0}");
        (often / once).ShouldBeLessThan(Times * Slack);
    }

    private static (Article Article, IReadOnlyList<Sentence> Sentences) Parsed(Func<int, string> paragraph, int count)
    {
        var text = Enumerable.Range(0, count).Aggregate(new StringBuilder("title: Ministers meet\n\n"), (t, i) => t.Append(paragraph(i)).Append("\n\n")).ToString();
        var article = Article.Parse(text);
        return (article, Loaded.Pipeline.Parse(Loaded.Pipeline.Split(article)));
    }

    private static TimeSpan Taken((Article Article, IReadOnlyList<Sentence> Sentences) parsed)
    {
        var start = ThreadClock.Now;
        Loaded.Pipeline.Read(Loaded.Pipeline.Find(parsed.Article, parsed.Sentences));
        return ThreadClock.Now - start;
    }

    // Nobody is named twice, and every reference has rivals or nothing behind it.
    private static string NewNames(int i) =>
        $"Defence Minister {Person(4 * i)} of {States[i % 9]} met {Person((4 * i) + 1)} on Monday. He said that the president of {States[i % 7]} would buy the jets. "
        + $"{Person((4 * i) + 2)}, who was there, said that it would train the army of the other country. His colleague {Person((4 * i) + 3)} signed the agreement.";

    private static string OneName(int i) =>
        $"It was quiet in town number {i}, and the company sold the missiles to nobody. The minister said that he would visit the three countries. "
        + "Turkey has had a long winter. Its defence minister gave the tanks away, and the alliance took them back. The Turkish president did not sign it.";

    private static string Person(int i) =>
        $"{Names[i % Names.Length]} {char.ToUpperInvariant(Syllables[i % 10][0])}{Syllables[i % 10][1..]}{Syllables[i / 10 % 10]}{Syllables[i / 100 % 10]}{Syllables[i / 1000 % 10]}";
}
