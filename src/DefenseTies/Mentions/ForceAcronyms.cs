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
        Headings? headings = null;
        foreach (var acronym in mentions.All.Where(m => m.Known is { Kind: "force" } && IsAcronym(m.Sentence.Tokens, m.First, m.Last)).ToArray())
        {
            headings ??= new Headings(mentions);
            var section = headings.Of(acronym.Sentence);
            if (!mentions.All.Any(m => m.Entity.Id == acronym.Entity.State && headings.Of(m.Sentence) == section)
                && !mentions.All.Any(m => m.Entity.Id == acronym.Entity.Id && m.Last > m.First))
                mentions.Remove(acronym);
        }
    }

    /// <summary>True for a single word of two to six capitals.</summary>
    public static bool IsAcronym(IReadOnlyList<Token> tokens, int first, int last) =>
        first == last && tokens[first].Form is { Length: >= 2 and <= 6 } form && form.All(char.IsAsciiLetterUpper);
}
