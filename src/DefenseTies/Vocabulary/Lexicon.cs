namespace DefenseTies.Vocabulary;

/// <summary>Named word lists of <c>graph-schema/lexicons</c>. Immutable and thread-safe.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, HashSet<string>> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> ordered = new(StringComparer.Ordinal);

    private Lexicon()
    {
    }

    /// <summary>The words of a list.</summary>
    /// <exception cref="KeyNotFoundException">No file has a list of that name.</exception>
    public IReadOnlySet<string> this[string name] =>
        lists.TryGetValue(name, out var words) ? words : throw new KeyNotFoundException($"graph-schema/lexicons has no list '{name}'");

    /// <summary>The words of a list, or null when no file has it.</summary>
    public IReadOnlySet<string>? Find(string name) => lists.GetValueOrDefault(name);

    /// <summary>The words of a list in the order of its file, or null when no file has it.</summary>
    internal IReadOnlyList<string>? InOrder(string name) => ordered.GetValueOrDefault(name);

    /// <summary>The names of all lists, in ordinal order.</summary>
    public IEnumerable<string> Names => lists.Keys.Order(StringComparer.Ordinal);

    internal static Lexicon Read(string folder, List<VocabularyProblem> problems)
    {
        var lexicon = new Lexicon();
        foreach (var map in VocabularyFile.All(Path.Combine(folder, "lexicons"), problems).Select(f => f.Map()).OfType<YamlMap>())
        {
            foreach (var name in map.Keys.ToArray())
            {
                var words = map.List(name);
                lexicon.ordered.TryAdd(name, words);
                if (!lexicon.lists.TryAdd(name, new HashSet<string>(words, StringComparer.Ordinal)))
                    map.File.Report(map.Node, $"the list '{name}' stands in another file already");
            }
        }

        return lexicon;
    }
}
