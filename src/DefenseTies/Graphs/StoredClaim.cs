using DefenseTies.Articles;
using DefenseTies.Claims;

namespace DefenseTies.Graphs;

/// <summary>A claim with what its article adds to it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Published">The article's date, or null.</param>
/// <param name="Source">The article's source, or null.</param>
/// <param name="Title">The article's title, or null.</param>
public sealed record StoredClaim(Claim Claim, PartialDate? Published, string? Source, string? Title)
{
    /// <summary>The claim's own date, else the article's, or null when neither is known.</summary>
    public PartialDate? When => Claim.Date ?? Published;

    /// <summary>The day of which it speaks as already so: <see cref="When"/>, but never after the article (a delivery planned for 2030 is planned today).</summary>
    internal PartialDate? Stated => Published is { } published && Claim.Date is { } date && date.First > published.Last ? published : When;
}
