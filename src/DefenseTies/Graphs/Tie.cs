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

    /// <summary>1 − Π(1 − confidence) over independent articles, lowered by denials; 0 to 1.</summary>
    public double Belief { get; init; }

    /// <summary>The earliest date of its claims, or null.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>The latest date of its claims, or null.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>How many independent articles say it; copies of one wire story count once.</summary>
    public int Articles { get; init; }

    /// <summary>The claims behind it, strongest first, then by article and place.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>The words that say it best.</summary>
    public string Quote => Claims[0].Evidence.Quote;

    /// <summary>The other end, seen from <paramref name="entityId"/>.</summary>
    public EntityRef Other(string entityId) => From.Id == entityId ? To : From;
}
