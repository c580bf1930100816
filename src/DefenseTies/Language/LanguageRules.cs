using DefenseTies.Vocabulary;

namespace DefenseTies.Language;

/// <summary>Word lists of one language that the tokenizer and the splitter need; <c>graph-schema/language/english.yaml</c>.</summary>
internal sealed class LanguageRules
{
    /// <summary>Words that keep their full stop, lower-case with it: <c>mr.</c>, <c>gen.</c>.</summary>
    public required IReadOnlySet<string> Abbreviations { get; init; }

    /// <summary>Prefixes that stay joined to the word after the hyphen: <c>co</c>, <c>anti</c>.</summary>
    public required IReadOnlySet<string> Prefixes { get; init; }

    /// <summary>Words that begin a sentence after an abbreviation that may end one: <c>The</c>, <c>It</c>.</summary>
    public required IReadOnlySet<string> Starters { get; init; }

    /// <summary>Plurals that name a thing more often than they are the third person of a verb: <c>arms</c>.</summary>
    public required IReadOnlySet<string> PluralNames { get; init; }

    /// <summary>Irregular verbs: lemma → forms that no rule gives.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> IrregularVerbs { get; init; }

    public static LanguageRules Read(string folder, List<VocabularyProblem> problems)
    {
        var map = VocabularyFile.Open(Path.Combine(folder, "language", "english.yaml"), problems).Map();
        var rules = new LanguageRules
        {
            Abbreviations = Set(map?.List("abbreviations")),
            Prefixes = Set(map?.List("prefixes")),
            Starters = Set(map?.List("sentence starters")),
            PluralNames = Set(map?.List("plural names")),
            IrregularVerbs = Irregular(map),
        };
        map?.ReportUnknown();
        return rules;
    }

    private static Dictionary<string, IReadOnlyList<string>> Irregular(YamlMap? map)
    {
        var verbs = map?.Get("irregular verbs") is { } node ? map.File.AsMap(node) : null;
        return verbs?.Keys.ToArray().ToDictionary(v => v, verbs.List, StringComparer.Ordinal) ?? [];
    }

    private static HashSet<string> Set(IReadOnlyList<string>? words) => new(words ?? [], StringComparer.Ordinal);
}
