using DefenseTies.Language;
using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>What one frame made of one trigger: for people who want to see how a claim comes about, or why none does.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Trigger">The token that triggered it.</param>
/// <param name="Roles">The roles of the sentence.</param>
/// <param name="Fills">What fills each slot.</param>
/// <param name="Claims">The claims it made; empty when it made none.</param>
/// <param name="Obstacle">Why it made none, or null.</param>
internal sealed record FrameReading(Frame Frame, Token Trigger, Roles Roles, IReadOnlyList<SlotFill> Fills, IReadOnlyList<Claim> Claims, string? Obstacle)
{
    /// <summary>Looks at a frame once more, after it has been applied.</summary>
    public static FrameReading Of(Frame frame, int trigger, SlotFiller slots, IReadOnlyList<Claim> claims)
    {
        // Who makes or supplies it may be told by the item; of several the first shows how.
        var item = frame.Slots.FirstOrDefault(s => s.Name == "item") is { } goods ? slots.Fill(goods, trigger).FirstOrDefault() : null;
        var fills = frame.Slots.SelectMany(slot => FillsOf(slot, trigger, slots, item)).ToArray();
        return new FrameReading(frame, slots.Roles.Sentence.Tokens[trigger], slots.Roles, fills, claims, claims.Count > 0 ? null : ObstacleOf(frame, trigger, slots, fills));
    }

    // As the engine does: the first role that gives something, or all of them.
    private static IEnumerable<SlotFill> FillsOf(Slot slot, int trigger, SlotFiller slots, Filler? item)
    {
        foreach (var role in slot.Roles)
        {
            var found = slots.Fill(slot with { Roles = [role] }, trigger, item);
            foreach (var filler in found)
                yield return new SlotFill(slot, role, filler);
            if (found.Count > 0 && !slot.All && slot.Name != "both")
                yield break;
        }
    }

    private static string ObstacleOf(Frame frame, int trigger, SlotFiller slots, IReadOnlyList<SlotFill> fills)
    {
        if (frame.When.FirstOrDefault(c => !slots.Holds(c, trigger)) is { } missing)
            return $"it wants certain words as {missing.Role}";
        if (frame.Unless.FirstOrDefault(c => slots.Holds(c, trigger)) is { } there)
            return $"its 'unless' holds, by what stands as {there.Role}";
        return frame.Slots.FirstOrDefault(s => !s.Optional && !fills.Any(f => f.Slot == s)) is { } empty ? $"nothing fills '{empty.Name}'" : "what fills its slots makes no pair that the type allows";
    }
}

/// <summary>One thing that fills a slot.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Role">The role path it was found at.</param>
/// <param name="Filler">What was found.</param>
internal sealed record SlotFill(Slot Slot, string Role, Filler Filler);
