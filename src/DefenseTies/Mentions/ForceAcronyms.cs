using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>
/// The letters of a force are many forces' (SAF: Singapore's, Sudan's; BDF: Bahrain's, Belize's): they are a name only where the text, or the section of
/// it, speaks of that force's state too.
/// </summary>
internal static class ForceAcronyms
{
    /// <summary>Takes away the acronyms of forces whose state is spoken of nowhere else.</summary>
    public static void Doubt(ArticleMentions mentions)
    {
        var acronyms = mentions.All.Where(m => m.Known is { Kind: "force" } && IsAcronym(m.Sentence.Tokens, m.First, m.Last)).ToArray();
        if (acronyms.Length == 0)
            return;
        var headings = new Headings(mentions);
        var states = mentions.All.Select(m => (m.Entity.Id, Section: headings.Of(m.Sentence))).ToHashSet();
        var spelledOut = mentions.All.Where(m => m.Last > m.First).Select(m => m.Entity.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var acronym in acronyms)
        {
            var ofState = acronym.Entity.State is { } state && states.Contains((state, headings.Of(acronym.Sentence)));
            if (!ofState && !spelledOut.Contains(acronym.Entity.Id))
                mentions.Remove(acronym);
        }
    }

    /// <summary>True for a single word of two to six capitals.</summary>
    public static bool IsAcronym(IReadOnlyList<Token> tokens, int first, int last) =>
        first == last && tokens[first].Form is { Length: >= 2 and <= 6 } form && form.All(char.IsAsciiLetterUpper);
}
