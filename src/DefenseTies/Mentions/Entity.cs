namespace DefenseTies.Mentions;

/// <summary>Somebody or something that ties are about.</summary>
public sealed record Entity
{
    /// <summary>Stable across articles: <c>type:slug-of-name</c>, e.g. <c>country:turkey</c>, <c>weapon-system:bayraktar-tb2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>An entity type of <c>graph-schema/entities</c>, e.g. <c>Country</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The canonical name, as the annotation guidelines choose it.</summary>
    public required string Name { get; init; }

    /// <summary>Other spellings under which the entity was met or is known; never contains <see cref="Name"/>; sorted ordinally.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Id of the state it belongs to (an organization's, a leader's), or null.</summary>
    public string? State { get; init; }

    /// <summary>Id of the weapon family this is a variant of, or null.</summary>
    public string? Family { get; init; }

    /// <summary>Makes an id from a type and a name: lower-case letters without diacritics and digits, everything else one hyphen.</summary>
    public static string IdOf(string type, string name) => $"{Names.Slug(Names.SplitCamel(type))}:{Names.Slug(name)}";
}
