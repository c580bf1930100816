using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>Lines of their own that are nothing but a state's name: in reference books each heads all that follows, up to the next.</summary>
internal sealed class Headings
{
    private const int LongestLine = 5;

    private readonly Mention?[] bySentence;

    public Headings(ArticleMentions mentions)
    {
        var sentences = mentions.Sentences;
        bySentence = new Mention?[sentences.Count];
        Mention? last = null;
        for (var s = 0; s < sentences.Count; s++)
        {
            var line = sentences[s];
            if (line.Tokens.Count is > 0 and <= LongestLine && mentions.At(line, 0) is { Entity.Type: "Country", Kind: NameKind.Name } state && state.Last == line.Tokens.Count - 1
                && (s + 1 >= sentences.Count || sentences[s + 1].Paragraph != line.Paragraph))
                last = state;
            bySentence[s] = last;
        }
    }

    /// <summary>The state whose section a sentence stands in, or null.</summary>
    public Mention? Of(Sentence sentence) => bySentence[sentence.Index];
}
