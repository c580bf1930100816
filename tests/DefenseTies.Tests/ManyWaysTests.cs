using DefenseTies.Articles;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests;

/// <summary>The sentences of <c>tests/Sentences</c>, which say each relation in as many ways as English has. What is found of them is shown, for accuracy is a score and no test.</summary>
public sealed class ManyWaysTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Sentences");

    public static TheoryData<string> Types => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_way_of_saying_is_read(string type)
    {
        var (said, found, wrong) = (0, 0, 0);
        foreach (var lines in File.ReadAllText(Path.Combine(Folder, type + ".txt")).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(b => b.Trim().Split('\n')))
        {
            lines[0].ShouldStartWith("S: ");
            var read = Loaded.Pipeline.Extract(Article.Parse(lines[0][3..]));
            read.ThrowIfInconsistent();
            var ties = lines.Skip(1).Where(l => l.StartsWith($"{type} |", StringComparison.Ordinal)).Select(l => l.Split(" | ")).Select(t => (From: t[1], To: t[2])).ToHashSet();
            var claims = read.Claims.Where(c => c.Type == type).Select(c => (From: c.From.Name, To: c.To.Name)).ToHashSet();
            var right = ties.Count(t => claims.Contains(t) || claims.Contains((t.To, t.From)));
            (said, found, wrong) = (said + ties.Count, found + right, wrong + claims.Count - right);
        }

        said.ShouldBeGreaterThan(0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{type}: {found} of {said} found, {wrong} wrong");
    }
}
