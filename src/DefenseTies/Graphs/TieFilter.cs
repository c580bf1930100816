using DefenseTies.Claims;

namespace DefenseTies.Graphs;

/// <summary>Which ties to build, and as seen from when. Unset, everything known is used and only actual ties are returned.</summary>
public sealed record TieFilter
{
    /// <summary>What is actual, by everything known: the default.</summary>
    public static TieFilter Default { get; } = new();

    /// <summary>Ties of every status.</summary>
    public static TieFilter AnyStatus { get; } = new() { Include = new HashSet<ClaimStatus>(Enum.GetValues<ClaimStatus>()) };

    /// <summary>
    /// The day in the world to look at, or null for no bound. Claims whose date begins after it are left out, and so are denials
    /// without a date of their own that were published after it. A supporting claim that gives no date is kept.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>
    /// The day up to which articles had been read, or null for no bound. Articles published after it are not known. An undated article is kept:
    /// nothing says that it is younger, and leaving it out would make a collection without dates empty for every day asked.
    /// </summary>
    public DateOnly? KnownAt { get; init; }

    /// <summary>The statuses a tie may have; <see cref="ClaimStatus.Actual"/> alone by default.</summary>
    public IReadOnlySet<ClaimStatus> Include { get; init; } = new HashSet<ClaimStatus> { ClaimStatus.Actual };

    /// <summary>True to see what a language model proposed, too; false by default. What was read stays as it is: see <see cref="TieBuilder"/>.</summary>
    public bool Proposals { get; init; }

    /// <summary>The least <see cref="Tie.Belief"/> a tie may have, 0 to 1; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double MinBelief
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Belief is between 0 and 1.");
    }

    /// <summary>The claim types wanted; all when empty, which is the default.</summary>
    public IReadOnlySet<string> Types { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True when the claim is of a wanted type, falls within both clocks and was read, unless proposals are wanted.</summary>
    internal bool Admits(StoredClaim stored)
    {
        var claim = stored.Claim;
        if (claim.IsProposal && !Proposals)
            return false;
        if (Types.Count > 0 && !Types.Contains(claim.Type))
            return false;
        if (stored.Published is { } published && published.First > KnownAt)
            return false;

        // An undated "no longer supplies" speaks of the day it was printed; an undated "supplies" may have held for years.
        var when = claim.Status == ClaimStatus.Denied ? stored.When : claim.Date;
        return !(when is { } date && date.First > AsOf);
    }
}
