using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Who and what is known by name: states, forces, organizations, companies, weapon systems, leaders, places. Immutable and thread-safe.</summary>
public sealed class Gazetteer
{
    private readonly Dictionary<string, List<Candidate>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GazetteerEntry> byId = new(StringComparer.Ordinal);
    // Only articles are searched for names; a query has its name already.
    private readonly Lazy<NameTrie> trie;

    private Gazetteer(IReadOnlyList<(string Name, Candidate Candidate)> names, LanguageRules rules)
    {
        foreach (var (name, candidate) in names)
            Add(name, candidate);
        trie = new Lazy<NameTrie>(() =>
        {
            var (built, tokenizer) = (new NameTrie(), new Tokenizer(rules));
            foreach (var (name, candidate) in names)
                built.Add(name, candidate, tokenizer);
            return built;
        });
    }

    /// <summary>All entities known by name, ordered by id.</summary>
    public IReadOnlyList<Entity> Entities { get; private set; } = [];

    /// <summary>Names of states, with which other files must agree.</summary>
    internal IReadOnlyDictionary<string, GazetteerEntry> States { get; private set; } = new Dictionary<string, GazetteerEntry>();

    /// <summary>Nouns that make a force together with a state's name or demonym, in singular and plural, lower case.</summary>
    internal IReadOnlySet<string> ForceNouns { get; private set; } = new HashSet<string>();

    /// <summary>Everything that a name, alias, demonym or capital with this <see cref="Names.Key"/> may stand for: names first, then demonyms and capitals.</summary>
    public IReadOnlyList<Entity> Find(string nameKey) =>
        byKey.TryGetValue(nameKey, out var found)
            ? [.. found.Where(c => c.Kind is not (NameKind.City or NameKind.Office) && c.Entry.Entity.Type != "Programme").OrderBy(c => c.Kind).Select(c => c.Entry.Entity).Distinct()]
            : [];

    /// <summary>The entry of an entity, or null when it is not in the gazetteers.</summary>
    public GazetteerEntry? Entry(string entityId) => byId.GetValueOrDefault(entityId);

    /// <summary>The entry of the state with this common English name, or null.</summary>
    internal GazetteerEntry? State(string name) => States.GetValueOrDefault(name);

    /// <summary>The longest name that begins at a token.</summary>
    /// <returns>Number of tokens, 0 for none, and what the name may stand for.</returns>
    /// <param name="wanted">Only names that may stand for such; null for all.</param>
    internal (int Length, IReadOnlyList<Candidate> Candidates) Match(IReadOnlyList<Token> tokens, int at, Func<Candidate, bool>? wanted = null) => trie.Value.Match(tokens, at, wanted);

    /// <summary>What a name may stand for, whatever its kind.</summary>
    internal IReadOnlyList<Candidate> Candidates(string name) => byKey.TryGetValue(Names.Key(name), out var found) ? found : [];

    /// <summary>Reads <c>gazetteers/</c> under a folder; adds every problem to the list.</summary>
    internal static Gazetteer Read(string folder, LanguageRules rules, List<VocabularyProblem> problems)
    {
        var reader = new GazetteerReader(Path.Combine(folder, "gazetteers"), problems);
        var gazetteer = new Gazetteer(reader.ReadAll(), rules) { States = reader.States, ForceNouns = reader.ForceNouns };
        gazetteer.Entities = [.. gazetteer.byId.Values.Select(e => e.Entity).OrderBy(e => e.Id, StringComparer.Ordinal)];
        return gazetteer;
    }

    private void Add(string name, Candidate candidate)
    {
        var key = Names.Key(name);
        if (!byKey.TryGetValue(key, out var known))
            byKey[key] = known = [];
        if (!known.Contains(candidate))
            known.Add(candidate);
        if (candidate.Kind != NameKind.Office && candidate.Entry.Entity.Type != "Programme")
            byId.TryAdd(candidate.Entry.Entity.Id, candidate.Entry);
    }
}
