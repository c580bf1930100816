using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>What a kind of reference may stand for, and the first few different ones that the article names: what has no rival is found without going back to the beginning.</summary>
/// <param name="named">Everything named before a sentence, and perhaps after it, in text order; only ever grows at its end.</param>
/// <param name="fits">True for mentions of what may be meant; depends on nothing but the mention.</param>
internal sealed class Antecedents(Func<Sentence, IReadOnlyList<Mention>> named, Func<Mention, bool> fits)
{
    private const int Most = 7;

    private readonly List<Mention> first = new(Most);
    private int next;

    /// <summary>True for a mention of what may be meant.</summary>
    public bool Fit(Mention mention) => fits(mention);

    /// <summary>The first mentions of the first few different ones in the sentences before this one.</summary>
    public IEnumerable<Mention> Before(Sentence sentence)
    {
        var mentions = named(sentence);
        for (; first.Count < Most && next < mentions.Count; next++)
        {
            if (fits(mentions[next]) && first.All(m => m.Entity.Id != mentions[next].Entity.Id))
                first.Add(mentions[next]);
        }

        return first.TakeWhile(m => m.Sentence.Index < sentence.Index);
    }
}
