using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>The offices an article gives its leaders, once all are read, by leader, state and title.</summary>
internal sealed class Offices
{
    private readonly Mention[] leaders;
    private readonly Dictionary<string, Office> first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Office> seated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Mention[] Holders, Mention[] Spoken)> byState = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mention[]> byNoun = new(StringComparer.OrdinalIgnoreCase);

    public Offices(ArticleMentions mentions)
    {
        foreach (var mention in mentions.All.Where(m => m.Office is not null))
        {
            first.TryAdd(mention.Entity.Id, mention.Office!);
            if (mention.Office!.Seats.Count > 0)
                seated.TryAdd(mention.Entity.Id, mention.Office);
        }

        leaders = [.. mentions.All.Where(m => m.Entity.Type == "Leader")];
    }

    /// <summary>The office a leader is given where a mention of them stands, else the first the article gives them; null when it gives none.</summary>
    public Office? Of(Mention leader) => leader.Office ?? first.GetValueOrDefault(leader.Entity.Id);

    /// <summary>The first office of a leader that the article tells the seat of, or null.</summary>
    public Office? Seated(string leader) => seated.GetValueOrDefault(leader);

    /// <summary>Who holds a public office of a state anywhere in the article; of several the one spoken of last in a sentence or before it. Null when there is none.</summary>
    public Mention? HolderOf(string state, Sentence sentence)
    {
        var (holders, spoken) = HoldersOf(state);
        if (holders.Length <= 1)
            return holders.FirstOrDefault();
        return People.CountBefore(spoken, sentence, int.MaxValue) is > 0 and var count ? spoken[count - 1] : null;
    }

    // The first mention of each, and wherever they are spoken of, in text order.
    private (Mention[] Holders, Mention[] Spoken) HoldersOf(string state)
    {
        if (!byState.TryGetValue(state, out var known))
        {
            Mention[] holders = [.. leaders.Where(m => Of(m) is { IsPublic: true } office && office.Seats.Any(s => s.Entity.Id == state || s.Entity.State == state)).DistinctBy(m => m.Entity.Id)];
            var ids = holders.Select(m => m.Entity.Id).ToHashSet(StringComparer.Ordinal);
            byState[state] = known = (holders, [.. leaders.Where(m => ids.Contains(m.Entity.Id))]);
        }

        return known;
    }

    /// <summary>The only one named up to a sentence who holds a public office that ends in a noun (<c>minister</c>), or null.</summary>
    public Mention? OnlyHolder(string noun, Sentence sentence)
    {
        if (!byNoun.TryGetValue(noun, out var known))
            byNoun[noun] = known = [.. leaders.Where(m => Of(m) is { IsPublic: true } office && office.Role.EndsWith(noun, StringComparison.OrdinalIgnoreCase)).DistinctBy(m => m.Entity.Id).Take(2)];
        return known.TakeWhile(m => m.Sentence.Index <= sentence.Index).ToArray() is [var only] ? only : null;
    }
}
