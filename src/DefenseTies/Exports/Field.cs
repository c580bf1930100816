using System.Globalization;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>One property of a node or a tie, as formats with columns or keys write it.</summary>
/// <param name="Name">The column's or key's name.</param>
/// <param name="Type">The GraphML type: <c>string</c>, <c>double</c>, <c>int</c> or <c>boolean</c>.</param>
/// <param name="Of">The value as text, invariant, or null when there is none.</param>
internal sealed record Field<T>(string Name, string Type, Func<T, string?> Of);

/// <summary>The properties every format writes, in their order.</summary>
internal static class Fields
{
    public static readonly Field<Entity>[] OfNode =
    [
        new("type", "string", n => n.Type),
        new("name", "string", n => n.Name),
        new("aliases", "string", n => n.Aliases.Count > 0 ? string.Join("; ", n.Aliases) : null),
        new("state", "string", n => n.State),
        new("family", "string", n => n.Family),
    ];

    public static readonly Field<Tie>[] OfTie =
    [
        new("type", "string", t => t.Type),
        new("item", "string", t => t.Item?.Name),
        new("itemId", "string", t => t.Item?.Id),
        new("role", "string", t => t.Role),
        new("status", "string", t => Status(t)),
        new("stage", "string", t => t.Stage),
        new("belief", "double", t => Belief(t.Belief)),
        new("since", "string", t => t.Since?.ToString()),
        new("until", "string", t => t.Until?.ToString()),
        new("articles", "int", t => t.Articles.ToString(CultureInfo.InvariantCulture)),
        new("proposed", "boolean", t => t.IsProposal ? "true" : null),
        new("quote", "string", t => t.Quote),
    ];

    /// <summary>The properties of a tie as a relationship in Neo4j, where its type is that of the relationship: as a store there writes them.</summary>
    public static Field<Tie>[] OfRelationship(GraphSchema schema) =>
    [
        .. OfTie.Where(f => f.Name != "type"),
        new("claims", "int", t => t.Claims.Count.ToString(CultureInfo.InvariantCulture)),
        new("caption", "string", t => t.Item?.Name ?? t.Role ?? schema.Claim(t.Type)?.Label ?? t.Type),
    ];

    public static string Status(Tie tie) => tie.Status.ToString().ToLowerInvariant();

    // Four places: more would be noise, and would differ with the order in which claims are multiplied.
    public static string Belief(double belief) => belief.ToString("0.####", CultureInfo.InvariantCulture);
}
