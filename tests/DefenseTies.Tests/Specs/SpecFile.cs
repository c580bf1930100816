namespace DefenseTies.Tests.Specs;

/// <summary>One heading of a specification with its blocks.</summary>
/// <param name="Heading">What it is about; the test's name.</param>
/// <param name="Blocks">Fenced blocks by what stands behind their fence: <c>article</c>, <c>claims</c> …</param>
internal sealed record SpecExample(string Heading, IReadOnlyDictionary<string, string> Blocks);

/// <summary>A document of <c>Specs/</c>: prose for people, fenced blocks for the machine, one example under each heading.</summary>
internal static class SpecFile
{
    private const string Fence = "```";

    /// <summary>The examples of a document in its order. Headings without a block are for people only.</summary>
    /// <exception cref="FormatException">A block that nobody would notice is lost: twice under one heading, never closed, under a heading met before.</exception>
    public static IReadOnlyList<SpecExample> Parse(string markdown)
    {
        var examples = new List<SpecExample>();
        var blocks = new Dictionary<string, string>(StringComparer.Ordinal);
        var heading = "";
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('#'))
            {
                heading = lines[i].TrimStart('#').Trim();
                blocks = new Dictionary<string, string>(StringComparer.Ordinal);
            }

            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
                continue;
            var (kind, from) = (lines[i][Fence.Length..].Trim(), i + 1);
            i = Array.FindIndex(lines, from, l => l.TrimEnd() == Fence);
            if (i < 0)
                throw new FormatException($"'{heading}': the block '{kind}' is not closed");
            if (!blocks.TryAdd(kind, string.Join('\n', lines[from..i])))
                throw new FormatException($"'{heading}' has two blocks '{kind}'; give the second a heading of its own");
            if (blocks.Count > 1)
                continue;
            if (examples.Any(e => e.Heading == heading))
                throw new FormatException($"'{heading}' stands there twice");
            examples.Add(new SpecExample(heading, blocks));
        }

        return examples;
    }
}
