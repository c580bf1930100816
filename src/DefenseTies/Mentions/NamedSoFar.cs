using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>What an article names before a sentence, gathered as its sentences are gone through. When a sentence is asked about, those before it must have all their mentions.</summary>
internal sealed class NamedSoFar(ArticleMentions mentions)
{
    private readonly List<Mention> all = [];
    private readonly List<Mention> systems = [];
    private readonly HashSet<(string, GazetteerEntry?)> known = [];
    private readonly List<(Sentence Sentence, int States)> several = [];
    private readonly HashSet<string> called = new(StringComparer.Ordinal);
    private int next;

    /// <summary>At least all mentions of the sentences before this one, in text order; more when later sentences were asked about.</summary>
    public IReadOnlyList<Mention> Before(Sentence sentence)
    {
        for (; next < sentence.Index; next++)
        {
            var here = mentions.In(mentions.Sentences[next]).ToArray();
            all.AddRange(here);
            systems.AddRange(here.Where(m => m.Entity.Type == "WeaponSystem" && known.Add((m.Entity.Id, m.Known))));
            called.UnionWith(here.SelectMany(m => m.Known?.Called ?? []));
            if (here.Length > 1 && States(mentions.Sentences[next]).Count() is > 1 and var states)
                several.Add((mentions.Sentences[next], states));
        }

        return all;
    }

    /// <summary>Of those the first mention of each different weapon system.</summary>
    public IReadOnlyList<Mention> SystemsBefore(Sentence sentence)
    {
        Before(sentence);
        return systems;
    }

    /// <summary>What the states named so far may be called: <c>kingdom</c>, <c>Balkan</c>.</summary>
    public IReadOnlySet<string> CalledBefore(Sentence sentence)
    {
        Before(sentence);
        return called;
    }

    /// <summary>The last sentence before this one that names so many different states, at least two, or null.</summary>
    public Sentence? LastWithStates(Sentence sentence, int count)
    {
        Before(sentence);
        return several.FindLast(s => s.Sentence.Index < sentence.Index && s.States >= count).Sentence;
    }

    /// <summary>The different states that a sentence names as such, the first mention of each.</summary>
    public IEnumerable<Mention> States(Sentence sentence) =>
        mentions.In(sentence).Where(m => m.Entity.Type == "Country" && m.Kind is not (NameKind.City or NameKind.Reference)).DistinctBy(m => m.Entity.Id);
}
