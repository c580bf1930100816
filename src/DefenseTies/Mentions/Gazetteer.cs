namespace DefenseTies.Mentions;

/// <summary>Who and what is known by name: states, forces, organizations, companies, weapon systems, leaders, places.</summary>
public sealed class Gazetteer
{
    /// <summary>Everything that a name, alias, demonym or capital with this <see cref="Names.Key"/> may stand for, likeliest first.</summary>
    public IReadOnlyList<Entity> Find(string nameKey) => [];

    /// <summary>All entries, ordered by id.</summary>
    public IReadOnlyList<Entity> Entities => [];
}
