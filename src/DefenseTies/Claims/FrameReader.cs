using DefenseTies.Vocabulary;

namespace DefenseTies.Claims;

/// <summary>Files of frames → <see cref="Frame"/>s; one file per claim type, checked against schema and lexicons.</summary>
internal sealed class FrameReader(GraphSchema schema, Lexicon lexicon)
{
    private static readonly Dictionary<string, SlotKind> Kinds = Enum.GetValues<SlotKind>().ToDictionary(k => k.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>Reads <c>frames/</c> under a folder; adds every problem to the list.</summary>
    public IReadOnlyList<Frame> Read(string folder, List<VocabularyProblem> problems)
    {
        var frames = new List<Frame>();
        foreach (var file in VocabularyFile.All(Path.Combine(folder, "frames"), problems))
        {
            if (file.Map() is not { } map)
                continue;
            var name = map.Required("claim");
            if (schema.Claim(name) is not { } type)
            {
                file.Report(map.Node, $"there is no claim type '{name}' under claims/");
                continue;
            }

            var examples = map.Get("examples") is { } listed ? file.Maps(listed).Select(Example).ToArray() : [];
            if (map.Get("frames") is { } list)
                frames.AddRange(file.Maps(list).Select(m => Frame(m, type, examples)));
            else
                file.Report(map.Node, "'frames' is missing");
            map.ReportUnknown();
        }

        return frames;
    }

    private Frame Frame(YamlMap map, ClaimType type, IReadOnlyList<FrameExample> examples)
    {
        var frame = new Frame
        {
            Name = map.Required("name"),
            Type = type,
            Verbs = Words(map, "verbs"),
            Nouns = Words(map, "nouns"),
            Adjectives = Words(map, "adjectives"),
            Mentions = Words(map, "mentions"),
            Slots = [.. new[] { "from", "to", "both", "item" }.Select(s => Slot(map, s)).OfType<Slot>()],
            When = Conditions(map, "when"),
            Unless = Conditions(map, "unless"),
            Status = Enum.TryParse<ClaimStatus>(map.Text("status") ?? "actual", true, out var status) ? status : ClaimStatus.Actual,
            Stage = map.Text("stage"),
            PresentIsPlanned = map.Flag("present is planned"),
            IgnoresCues = map.Flag("ignores cues"),
            IsPresupposed = map.Flag("presupposed"),
            Lasting = map.Flag("lasting"),
            PastCounts = map.Flag("past counts"),
            Confidence = map.Number("confidence", 0.8),
            Examples = examples,
        };
        if (frame.Verbs.Count + frame.Nouns.Count + frame.Adjectives.Count + frame.Mentions.Count == 0)
            map.File.Report(map.Node, "a frame needs a trigger: verbs, nouns, adjectives or mentions");
        var ends = frame.Slots.Select(s => s.Name).ToArray();
        if (!ends.Contains("both") && !(ends.Contains("from") && ends.Contains("to")))
            map.File.Report(map.Node, "a frame fills 'from' and 'to', or 'both'");
        if (ends.Contains("both") && !type.Symmetric)
            map.File.Report(map.Node, $"'both' is for symmetric types; {type.Name} is not");
        map.ReportUnknown();
        return frame;
    }

    private Slot? Slot(YamlMap frame, string name)
    {
        if (frame.Get(name) is not { } node || frame.File.AsMap(node) is not { } map)
            return null;
        var kind = map.Required("is");
        if (!Kinds.TryGetValue(kind, out var slotKind))
            map.File.Report(node, $"'{kind}' fills no slot; known are {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}");
        var slot = new Slot(name, slotKind, Paths(map), map.Flag("optional"), map.Flag("all"), map.Flag("across"), map.Text("home") is { } home ? home == "true" : null);
        if (slot.Roles.Count == 0)
            map.File.Report(node, "'roles' is missing");
        map.ReportUnknown();
        return slot;
    }

    // A role path, or $list for several that stand for each other in many frames.
    private string[] Paths(YamlMap slot) => [.. slot.List("roles").SelectMany(path =>
    {
        if (!path.StartsWith('$'))
            return [path];
        if (lexicon.InOrder(path[1..]) is { } list)
            return list;
        slot.File.Report(slot.Get("roles")!, $"graph-schema/lexicons has no list '{path[1..]}'");
        return (IEnumerable<string>)[];
    })];

    private IReadOnlyList<Condition> Conditions(YamlMap frame, string key)
    {
        if (frame.Get(key) is not { } node || frame.File.AsMap(node) is not { } map)
            return [];
        return [.. map.Keys.ToArray().Select(role => new Condition(role, Words(map, role)))];
    }

    // A word, or $list for a list of the lexicons.
    private HashSet<string> Words(YamlMap map, string key)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in map.List(key))
        {
            if (!word.StartsWith('$') || word is Condition.Any or Condition.Number or Condition.Sum)
                words.Add(word);
            else if (lexicon.Find(word[1..]) is { } list)
                words.UnionWith(list);
            else
                map.File.Report(map.Get(key)!, $"graph-schema/lexicons has no list '{word[1..]}'");
        }

        return words;
    }

    private static FrameExample Example(YamlMap map)
    {
        var example = new FrameExample(map.Required("text"), map.List("claims"), (int)map.Node.Start.Line);
        map.ReportUnknown();
        return example;
    }
}
