namespace DefenseTies.Claims;

/// <summary>Whether what is said has come about, as the article tells it. Ordered by strength.</summary>
public enum ClaimStatus
{
    /// <summary>Stated not to be so, refused, cancelled, ended or blocked.</summary>
    Denied,

    /// <summary>Speculation, a proposal, a negotiation, "could", "may", "considers".</summary>
    Possible,

    /// <summary>Decided, ordered, approved, announced or agreed, and not done yet.</summary>
    Planned,

    /// <summary>It has happened or is the case.</summary>
    Actual,
}
