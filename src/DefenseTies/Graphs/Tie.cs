using DefenseTies.Articles;
using DefenseTies.Claims;

namespace DefenseTies.Graphs;

/// <summary>What the claims about one (type, from, to, item) add up to. Two deals are two ties: they never collapse.</summary>
public sealed record Tie
{
    /// <summary>Hash of type, ends and item: the same on every machine and in every store.</summary>
    public required string Id { get; init; }

    /// <summary>The claim type.</summary>
    public required string Type { get; init; }

    /// <summary>The first end; for symmetric types the ordinally smaller id.</summary>
    public required EntityRef From { get; init; }

    /// <summary>The second end.</summary>
    public required EntityRef To { get; init; }

    /// <summary>What goes over the tie, or null.</summary>
    public ClaimItem? Item { get; init; }

    /// <summary>Where it stands: the strongest status said; denied only when nothing else is, or when a later date denies it.</summary>
    public ClaimStatus Status { get; init; }

    /// <summary>The furthest stage of the claims that carry <see cref="Status"/>, or null.</summary>
    public string? Stage { get; init; }

    /// <summary>The office of a LEADS tie, or null.</summary>
    public string? Role { get; init; }

    /// <summary>How far the claims that carry <see cref="Status"/> are to be believed, 0 to 1: see <see cref="Graphs.Belief"/>.</summary>
    public double Belief { get; init; }

    /// <summary>The earliest date of its claims, or null when none has one. Denials count only when the tie is denied.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>The latest date of its claims, or null when none has one; for a denied tie the denial's date is among them.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>How many independent articles say it, in any status but denied; for a denied tie how many deny it. Copies of one wire story count once.</summary>
    public int Articles { get; init; }

    /// <summary>The claims behind it, at least one: those that carry <see cref="Status"/> first, then by status and weight, then by article and place; proposals last.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>True when no claim behind it was read: a language model proposed all of them.</summary>
    public bool IsProposal => Claims.All(c => c.IsProposal);

    /// <summary>The words that say it best.</summary>
    public string Quote => Claims[0].Evidence.Quote;

    /// <summary>The other end, seen from <paramref name="entityId"/>.</summary>
    public EntityRef Other(string entityId) => From.Id == entityId ? To : From;
}
