namespace DefenseTies.Scoring;

/// <summary>Maps every spelling of a gold entity to its canonical name.</summary>
internal sealed class GoldNames
{
    private readonly Dictionary<string, string> canonical = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Spelling), string> byType = [];

    public GoldNames(Gold gold)
    {
        foreach (var entity in gold.Entities)
        {
            var name = GoldText.Normal(entity.Name);
            foreach (var spelling in Spellings(entity.Name, entity.Aliases))
            {
                canonical.TryAdd(spelling, name);
                byType[(entity.Type, spelling)] = name;
            }
        }
    }

    /// <summary>The canonical name, whatever the type; the name itself when the gold does not know it.</summary>
    public string Of(string name, IReadOnlyList<string>? aliases = null)
    {
        foreach (var spelling in Spellings(name, aliases))
        {
            if (canonical.TryGetValue(spelling, out var known))
                return known;
        }

        return GoldText.Normal(name);
    }

    /// <summary>The canonical name of an entity of this type; the name itself when the gold does not know it.</summary>
    public string OfType(string type, string name, IReadOnlyList<string>? aliases)
    {
        foreach (var spelling in Spellings(name, aliases))
        {
            if (byType.TryGetValue((type, spelling), out var known))
                return known;
        }

        return GoldText.Normal(name);
    }

    private static IEnumerable<string> Spellings(string name, IReadOnlyList<string>? aliases) =>
        (aliases ?? []).Prepend(name).Select(GoldText.Normal);
}
