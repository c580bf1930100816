using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>The people an article has named, once all are found: who was spoken of last, and whom of a state, without going through the article again.</summary>
internal sealed class People
{
    private readonly Mention[] inOrder;
    private readonly ILookup<string, Mention> byState;
    private readonly HashSet<string> settled = new(StringComparer.Ordinal);

    public People(ArticleMentions mentions)
    {
        inOrder = [.. mentions.All.Where(m => m.Entity.Type is "Leader" or "Person")];
        byState = mentions.All.Where(m => m.Known?.Entity is { Type: "Leader", State: not null }).ToLookup(m => m.Known!.Entity.State!, StringComparer.Ordinal);
    }

    /// <summary>The last one before a token of whom something holds, or null.</summary>
    public Mention? LastBefore(Sentence sentence, int token, Func<Mention, bool> holds)
    {
        for (var at = CountBefore(inOrder, sentence, token) - 1; at >= 0; at--)
        {
            if (holds(inOrder[at]))
                return inOrder[at];
        }

        return null;
    }

    /// <summary>The one known leader of a state whom the sentences up to this one name, if they give them no office; sentences must be asked about in text order.</summary>
    public Mention? OnlyLeader(string state, Sentence sentence)
    {
        Mention? last = null;
        if (settled.Contains(state))
            return last;
        foreach (var leader in byState[state].TakeWhile(m => m.Sentence.Index <= sentence.Index))
        {
            // Nobody ever loses an office or a rival.
            if ((leader.Office is not null || (last ?? leader).Entity.Id != leader.Entity.Id) && settled.Add(state))
                return null;
            last = leader;
        }

        return last;
    }

    /// <summary>How many of some mentions in text order end before a token.</summary>
    public static int CountBefore(Mention[] inOrder, Sentence sentence, int token)
    {
        var (low, high) = (0, inOrder.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (inOrder[middle].Sentence.Index < sentence.Index || (inOrder[middle].Sentence == sentence && inOrder[middle].Last < token))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
