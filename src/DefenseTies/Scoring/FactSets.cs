namespace DefenseTies.Scoring;

/// <summary>The facts of one article under each measure. A fact is its normalized parts joined by <c> | </c>, which no part contains.</summary>
internal sealed class FactSets
{
    /// <summary>The measures, in the order they are printed.</summary>
    public static readonly string[] Measures = ["entities", "ties", "ties+status", "supplies", "supplies+item"];

    private readonly Dictionary<string, SortedSet<string>> sets = Measures.ToDictionary(m => m, _ => new SortedSet<string>(StringComparer.Ordinal));

    public SortedSet<string> this[string measure] => sets[measure];

    public void Add(string measure, params ReadOnlySpan<string> parts) => sets[measure].Add(string.Join(" | ", parts!));

    /// <summary>Adds a claim under every measure it counts in, except <c>ties+status</c>.</summary>
    public void AddSupply(string tie, string type, string status, string? weapon)
    {
        if (type != "SUPPLIES" || status is not ("actual" or "planned"))
            return;
        Add("supplies", tie);
        if (weapon is not null)
            Add("supplies+item", tie, weapon);
    }
}
