using System.Text.RegularExpressions;

namespace DefenseTies.Vocabulary;

/// <summary>Files of entity and claim types → <see cref="GraphSchema"/>.</summary>
internal static partial class SchemaReader
{
    private static readonly string[] KnownProperties = ["date", "item", "quantity", "role", "stage", "value"];

    /// <summary>Reads <c>entities/</c> and <c>claims/</c> under a folder; adds every problem to the list.</summary>
    public static GraphSchema Read(string folder, List<VocabularyProblem> problems)
    {
        var entities = Unique(VocabularyFile.All(Path.Combine(folder, "entities"), problems), Entity, t => t.Name);
        var claims = Unique(VocabularyFile.All(Path.Combine(folder, "claims"), problems), map => Claim(map, entities.Keys), t => t.Name);
        return new GraphSchema(entities.Values, claims.Values);
    }

    private static Dictionary<string, T> Unique<T>(IEnumerable<VocabularyFile> files, Func<YamlMap, T> read, Func<T, string> nameOf)
    {
        var types = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var map in files.Select(f => f.Map()).OfType<YamlMap>())
        {
            var type = read(map);
            map.ReportUnknown();
            var name = nameOf(type);
            if (name != Path.GetFileNameWithoutExtension(map.File.Path))
                map.File.Report(map.Node, $"the file of type '{name}' must be called '{name}.yaml'");
            types[name] = type;
        }

        return types;
    }

    private static EntityType Entity(YamlMap map) => new(
        map.Required("name"), map.Required("label"), map.Required("plural"), map.Required("description"), map.Required("caption"), Colour(map));

    private static ClaimType Claim(YamlMap map, ICollection<string> entityTypes)
    {
        var sentence = map.Required("sentence");
        return new ClaimType(
            map.Required("name"), map.Required("label"), map.Required("description"),
            Listed(map, "from", entityTypes), Listed(map, "to", entityTypes), map.Flag("symmetric"),
            sentence, map.Text("sentence with item") ?? sentence, Colour(map), Listed(map, "properties", KnownProperties));
    }

    private static IReadOnlyList<string> Listed(YamlMap map, string key, ICollection<string> allowed)
    {
        var values = map.List(key);
        if (values.Count == 0)
            map.File.Report(map.Node, $"'{key}' is missing");
        foreach (var value in values.Where(v => !allowed.Contains(v)))
            map.File.Report(map.Get(key)!, $"'{value}' is not allowed under '{key}'; allowed are {string.Join(", ", allowed.Order(StringComparer.Ordinal))}");
        return values;
    }

    private static string Colour(YamlMap map)
    {
        var colour = map.Required("colour");
        if (colour.Length > 0 && !HexColour().IsMatch(colour))
            map.File.Report(map.Node, $"'{colour}' is not a colour like \"#2f6f9f\"");
        return colour;
    }

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex HexColour();
}
