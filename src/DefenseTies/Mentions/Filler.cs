namespace DefenseTies.Mentions;

/// <summary>Something that fills a slot: an entity, or plain words for an item.</summary>
/// <param name="Entity">The entity, or null for plain words.</param>
/// <param name="Words">The plain words, or the entity's name.</param>
/// <param name="Token">The head token it was found at.</param>
/// <param name="IsReference">True when a pronoun or description stood for it.</param>
internal sealed record Filler(Entity? Entity, string Words, int Token, bool IsReference = false)
{
    public GazetteerEntry? Known { get; init; }

    public Mention? Mention { get; init; }

    public string? Quantity { get; init; }
}
