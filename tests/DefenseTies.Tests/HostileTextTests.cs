using DefenseTies.Articles;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests;

/// <summary>Texts made to break or to stall a reader are read, and in time that grows with their length alone.</summary>
public sealed class HostileTextTests
{
    // Ten times what a slow machine needs for ordinary text.
    private static readonly TimeSpan PerTenKilobytes = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Names => [.. Texts.Keys];

    private static Dictionary<string, Func<string>> Texts { get; } = new()
    {
        ["one sentence without an end"] = () => Repeat("and Turkey sold drones to Poland which Russia bought from Israel ", 100_000),
        ["a megabyte in one sentence"] = () => Repeat("whose president told NATO that it had sold the F-16 to Poland, which ", 1_000_000),
        ["one word without an end"] = () => new string('x', 100_000),
        ["opening brackets"] = () => new string('(', 200_000),
        ["brackets and words"] = () => Repeat("(a", 100_000),
        ["hyphens"] = () => Repeat("a-", 100_000),
        ["dashes between words"] = () => Repeat("a—b/c,", 100_000),
        ["full stops"] = () => new string('.', 200_000),
        ["question marks"] = () => Repeat("? ", 50_000),
        ["quotations in quotations"] = () => Repeat("“Turkey said ‘Poland bought drones ", 50_000) + Repeat("’” ", 20_000) + ".",
        ["nested quotation marks"] = () => Repeat("“he said ", 30_000) + Repeat("” ", 20_000),
        ["nothing but states"] = () => Repeat("Turkey, ", 50_000),
        ["nothing but supplying"] = () => Repeat("sold ", 50_000),
        ["states that supply states"] = () => Repeat("Turkey sold Poland ", 50_000) + ".",
        ["a list of states that never ends"] = () => "Turkey sold drones to " + Repeat("Poland and ", 50_000) + "Israel.",
        ["leaders"] = () => Repeat("President Recep Tayyip Erdogan of Turkey ", 50_000),
        ["capitals"] = () => Repeat("North Atlantic Treaty Organization (NATO) ", 50_000).ToUpperInvariant(),
        ["capitalised words"] = () => Repeat("Ministry Of Defence And ", 50_000),
        ["pronouns"] = () => "Turkey met Poland. " + Repeat("It sold it to them. ", 50_000),
        ["descriptions that lead back to where they began"] = () => Repeat("Qatari money is behind the London Shard, Harrods and Heathrow, none of which will stop the Royal Air Force. ", 20_000),
        ["right to left"] = () => Repeat("\u202Eتركيا باعت طائرات S-400 לפולין Turkey sold drones to Poland. ", 50_000),
        ["emoji"] = () => Repeat("🚀👩‍👩‍👧🇹🇷 Turkey sold 🚀 to Poland. ", 50_000),
        ["zero-width characters"] = () => Repeat("Tur\u200Bkey\u200D sold\uFEFF drones\u200E to\u2060 Poland. ", 50_000),
        ["combining marks"] = () => "Turkey" + new string('\u0301', 50_000) + " sold drones to Poland.",
        ["lone surrogates"] = () => Repeat("\uD800 Turkey sold \uDC00\uD800drones\uDBFF to Poland. ", 50_000),
        ["HTML remains"] = () => Repeat("<div class=\"a\"><p>Turkey sold drones to Poland.</p>&nbsp;<script>if (a<b) {}</script></div>\n", 50_000),
        ["blank lines"] = () => Repeat("\n \r\n\t", 100_000),
        ["lines of one word"] = () => Repeat("word\n", 100_000),
        ["header lines"] = () => Repeat("title: Turkey sold drones to Poland\n", 50_000),
        ["numbers"] = () => Repeat("1,000,000.00 2024-06-15 June 15, 2021 $4.5 billion ", 50_000),
        ["zeros"] = () => new string('\0', 50_000),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_text_is_read_in_time(string name)
    {
        var article = Article.Parse(Texts[name]());
        var start = ThreadClock.Now;
        var read = Loaded.Pipeline.Extract(article);
        var taken = ThreadClock.Now - start;
        read.ThrowIfInconsistent();
        TestContext.Current.TestOutputHelper?.WriteLine($"{taken.TotalMilliseconds * 10_000 / article.Text.Length:0} ms per 10 kB");
        taken.ShouldBeLessThan(PerTenKilobytes * (article.Text.Length / 10_000.0), $"{name}: {article.Text.Length} characters");
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, Math.Max(1, length / part.Length)));
}
