namespace DefenseTies.Vocabulary;

/// <summary>A kind of thing the graph may hold; one file of <c>graph-schema/entities</c>.</summary>
/// <param name="Name">The type's name, e.g. <c>WeaponSystem</c>.</param>
/// <param name="Label">What a person calls one, e.g. <c>weapon system</c>.</param>
/// <param name="Plural">What a person calls several.</param>
/// <param name="Description">What counts as one.</param>
/// <param name="Caption">How a node is labelled; <c>{name}</c> stands for the name.</param>
/// <param name="Colour">Fill colour in pictures, as <c>#rrggbb</c>.</param>
public sealed record EntityType(string Name, string Label, string Plural, string Description, string Caption, string Colour);

/// <summary>A kind of claim; one file of <c>graph-schema/claims</c>.</summary>
/// <param name="Name">The type's name, e.g. <c>SUPPLIES</c>.</param>
/// <param name="Label">The verb phrase, e.g. <c>supplies</c>.</param>
/// <param name="Description">What the claim says.</param>
/// <param name="From">Entity types the first end may have.</param>
/// <param name="To">Entity types the second end may have.</param>
/// <param name="Symmetric">True when the ends have no order.</param>
/// <param name="Sentence">How a person would say it; <c>{from}</c>, <c>{to}</c>, <c>{role}</c> stand for its parts.</param>
/// <param name="SentenceWithItem">The same when the claim has an item, <c>{item}</c>; equal to <paramref name="Sentence"/> when the file gives none.</param>
/// <param name="Colour">Line colour in pictures, as <c>#rrggbb</c>.</param>
/// <param name="Properties">What a claim of this type may carry besides its ends: item, role, quantity, value, date, stage.</param>
public sealed record ClaimType(
    string Name,
    string Label,
    string Description,
    IReadOnlyList<string> From,
    IReadOnlyList<string> To,
    bool Symmetric,
    string Sentence,
    string SentenceWithItem,
    string Colour,
    IReadOnlyList<string> Properties);

/// <summary>What may exist in the graph, read from <c>graph-schema</c>. Immutable and thread-safe.</summary>
public sealed class GraphSchema
{
    private readonly Dictionary<string, EntityType> entities;
    private readonly Dictionary<string, ClaimType> claims;

    internal GraphSchema(IEnumerable<EntityType> entities, IEnumerable<ClaimType> claims)
    {
        this.entities = entities.ToDictionary(t => t.Name, StringComparer.Ordinal);
        this.claims = claims.ToDictionary(t => t.Name, StringComparer.Ordinal);
        EntityTypes = [.. this.entities.Values.OrderBy(t => t.Name, StringComparer.Ordinal)];
        ClaimTypes = [.. this.claims.Values.OrderBy(t => t.Name, StringComparer.Ordinal)];
    }

    /// <summary>Reads and checks the types alone, for who needs nothing else of the vocabulary.</summary>
    /// <param name="folder">Default: <c>graph-schema</c> beside the program.</param>
    /// <exception cref="VocabularyException">The types have problems; all are listed.</exception>
    public static GraphSchema Load(string? folder = null)
    {
        var problems = new List<VocabularyProblem>();
        var schema = SchemaReader.Read(folder ?? Path.Combine(AppContext.BaseDirectory, "graph-schema"), problems);
        return problems.Count == 0 ? schema : throw new VocabularyException([.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]);
    }

    /// <summary>All entity types, ordered by name.</summary>
    public IReadOnlyList<EntityType> EntityTypes { get; }

    /// <summary>All claim types, ordered by name.</summary>
    public IReadOnlyList<ClaimType> ClaimTypes { get; }

    /// <summary>The entity type of that name, or null.</summary>
    public EntityType? Entity(string name) => entities.GetValueOrDefault(name);

    /// <summary>The claim type of that name, or null.</summary>
    public ClaimType? Claim(string name) => claims.GetValueOrDefault(name);
}
