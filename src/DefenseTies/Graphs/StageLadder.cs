using DefenseTies.Claims;

namespace DefenseTies.Graphs;

/// <summary>How far a deal can be, in order; a denied deal has a ladder of its own.</summary>
internal static class StageLadder
{
    private static readonly string[] Rising = ["considered", "negotiating", "approved", "contracted", "delivering", "delivered", "in service"];
    private static readonly string[] Ended = ["suspended", "cancelled"];

    /// <summary>The furthest of the stages on the ladder of <paramref name="status"/>, or null when none is on it.</summary>
    public static string? Furthest(ClaimStatus status, IEnumerable<string?> stages)
    {
        var ladder = status == ClaimStatus.Denied ? Ended : Rising;
        var furthest = stages.Select(stage => Array.IndexOf(ladder, stage)).Append(-1).Max();
        return furthest < 0 ? null : ladder[furthest];
    }
}
