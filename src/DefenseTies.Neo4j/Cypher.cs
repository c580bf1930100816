namespace DefenseTies.Neo4j;

/// <summary>Names in Cypher texts.</summary>
internal static class Cypher
{
    /// <summary>A label, type or property: in backticks unless it is plain letters, digits and underscores.</summary>
    public static string Name(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
