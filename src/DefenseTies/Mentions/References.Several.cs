using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <content>Several states at once: <c>they</c>, <c>both</c>, <c>the two countries</c>, <c>all three</c>.</content>
internal sealed partial class References
{
    // So many mentions tell what an article is about, however long it is.
    private const int Beginning = 300;

    // "The Bahamas, Benin and Chad have said that they will …": the list that is the subject of the clause above.
    private IReadOnlyList<Mention> Subjects(Sentence sentence, int token) =>
        [.. mentions.In(sentence).Where(m => m.Last < token && m.Entity.Type == "Country" && m.Kind is NameKind.Name or NameKind.Seat && IsSubject(m)).DistinctBy(m => m.Entity.Id)];

    // "The three countries": the last sentence that names at least so many, and of those the last so many.
    private IReadOnlyList<Mention> Several(Sentence sentence, int token, int count)
    {
        var here = Kinds.Named.States(sentence).Where(m => m.Last < token).ToArray();
        // A list of just so many before others that the sentence names.
        if (List(here, count) is { } listed)
            return listed;
        // "Its pilots train with Finns and Swedes, and soldiers of all three": with whose pilots they are.
        if (here.Length == count - 1 && Last(sentence, token, Kinds.States, preferSubject: true, isNot: m => here.Any(h => h.Entity.Id == m.Entity.Id)) is [var third] && here.All(h => h.Entity.Id != third.Entity.Id))
            return [third, .. here];
        if (here.Length < count)
            here = Kinds.Named.LastWithStates(sentence, count) is { } list ? [.. Kinds.Named.States(list)] : [];
        if (here.Length >= count)
            return List(here, count) ?? here[^count..];
        var all = Kinds.StatesNamed.Before(sentence).Concat(Kinds.Named.States(sentence).Where(m => m.Last < token)).DistinctBy(m => m.Entity.Id).Take(count + 1).ToArray();
        return all.Length == count ? all : [];
    }

    private static IReadOnlyList<Mention>? List(Mention[] states, int count) =>
        states.GroupBy(FirstJoined).Select(g => g.ToArray()).FirstOrDefault(g => g.Length == count);

    private static int FirstJoined(Mention m)
    {
        var at = m.Head;
        while (m.Sentence.Tokens[at] is { Relation: "conj", Head: >= 0 and var first })
            at = first;
        return at;
    }

    private static int Number(Sentence sentence, int token) =>
        sentence.Children(token).Select(c => NumberOf(Tokens(sentence, c))).DefaultIfEmpty().Max();

    /// <summary>One to six as a word; 0 for all other words.</summary>
    internal static int NumberOf(Token token) => Array.IndexOf(Numbers, token.Form.ToLowerInvariant()) + 1;

    /// <summary>The two or more states spoken of last; empty when unsure.</summary>
    public IReadOnlyList<Mention> Last(Sentence sentence, int token, int count) => count == 2 ? Pair(sentence, token) : Several(sentence, token, count);

    // The two states named last: a coordinated or otherwise joint pair of one sentence before a pair from two.
    private IReadOnlyList<Mention> Pair(Sentence sentence, int token)
    {
        // In a reference book's section: its state, and whoever was named last.
        if (Heading(sentence) is { } heading)
            return Last(sentence, token, Kinds.States, preferSubject: false, isNot: m => m.Entity.Id == heading.Entity.Id) is [var other] && other.Entity.Id != heading.Entity.Id ? [heading, other] : [];
        var last = new List<Mention>();
        for (var s = sentence.Index; s >= Math.Max(0, sentence.Index - SentencesBack); s--)
        {
            var here = mentions.In(mentions.Sentences[s])
                .Where(m => m.Entity.Type == "Country" && m.Kind != NameKind.City && (s < sentence.Index || m.Last < token))
                .DistinctBy(m => m.Entity.Id).ToArray();
            if (here.Length == 2 && last.Count == 0)
                return here;
            // "Iran and North Korea have armed Russia. Sanctions on both": who stands together as the subject.
            if (here.Length > 2 && last.Count == 0 && s == sentence.Index - 1 && here.FirstOrDefault(m => m.Sentence.Tokens[m.Head].BaseRelation is "nsubj") is { } subject
                && here.Where(m => m == subject || (m.Sentence.Tokens[m.Head].Relation == "conj" && m.Sentence.Tokens[m.Head].Head == subject.Head)).ToArray() is [_, _] and var joined)
                return joined;
            // "Relations with Eritrea are poor. The two countries": it and the one that the article is about.
            if (here.Length == 1 && last.Count == 0 && Subject is { } about && about.Entity.Id != here[0].Entity.Id && about.Span.CompareTo(here[0].Span) < 0 && !(IsSubject(here[0]) && mentions.In(here[0].Sentence).All(m => m.Entity.Id != about.Entity.Id))
                && !mentions.In(mentions.Sentences[s]).Any(m => m.Known is { IsArm: true }))
                return [about, here[0]];
            if (here.Length > 0 && last.Count == 0 && MostNamed(sentence) is { Count: 2 } most)
                return most;
            foreach (var m in here.Reverse())
            {
                if (last.All(l => l.Entity.Id != m.Entity.Id))
                    last.Add(m);
            }

            if (last.Count >= 2)
                return last.Count == 2 ? last : here.Length > 2 ? [] : [last[0], last[1]];
        }

        return Kinds.Countries.Before(sentence).ToArray() is [_, _] and var both ? both : MostNamed(sentence);
    }

    // The two states that the article is about: those it has named most often, each more than any third.
    private IReadOnlyList<Mention> MostNamed(Sentence sentence)
    {
        var counted = Kinds.Named.Before(sentence).Take(Beginning).Where(m => m.Entity.Type == "Country" && m.Kind != NameKind.City && m.Sentence.Index < sentence.Index).GroupBy(m => m.Entity.Id)
            .Select(g => (Count: g.Count(), First: g.First())).OrderByDescending(g => g.Count).ThenBy(g => g.First.Span).Take(3).ToArray();
        return counted.Length > 2 && counted[1].Count >= 2 * counted[2].Count ? [counted[0].First, counted[1].First] : [];
    }
}
