using DefenseTies.Mentions;

namespace DefenseTies.Queries;

/// <summary>What a name, as somebody typed it, may mean.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Meanings">Entities it may mean: those called so before those that are only also called so, each by id. Empty when nothing is.</param>
/// <param name="InStore">True when the meanings are in the store; false when only the gazetteer knows them.</param>
/// <param name="Suggestions">Up to three names spelt like it, nearest first; only when there is no meaning.</param>
/// <param name="Chosen">The one meaning, or the only one whose own name this is; null when nothing or several things are meant.</param>
public sealed record NameMatch(
    string Typed, IReadOnlyList<Entity> Meanings, bool InStore, IReadOnlyList<string> Suggestions, Entity? Chosen);
