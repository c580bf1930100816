namespace DefenseTies.Graphs;

/// <summary>How far what is said is to be believed: 1 − Π(1 − p) over independent sources, lowered by denials.</summary>
/// <remarks>
/// p is the best claim of a source: its confidence (is it read rightly?) times a prior (is the source right?).
/// The priors are the only numbers here that no text gives. They are chosen by order, not by measurement: a source that puts its name
/// to a statement can be held to it (0.9); a text without one cannot (0.8); and a statement the article only passes on
/// ("according to …") adds one more speaker who may be wrong (times 0.95). None is 1, so no single article makes a tie certain.
/// </remarks>
public static class Belief
{
    /// <summary>Prior of an article that names its source.</summary>
    public const double NamedSource = 0.9;

    /// <summary>Prior of an article that does not.</summary>
    public const double UnnamedSource = 0.8;

    /// <summary>Factor for a claim that the article attributes to somebody else.</summary>
    public const double Attributed = 0.95;

    /// <summary>What one claim weighs by itself: confidence times prior, above 0 and below 1.</summary>
    public static double Weight(StoredClaim stored)
    {
        var prior = string.IsNullOrWhiteSpace(stored.Source) ? UnnamedSource : NamedSource;
        return stored.Claim.Confidence * prior * (stored.Claim.AttributedTo is null ? 1 : Attributed);
    }

    /// <summary>The belief that independent sources give together; 0 when there is none.</summary>
    /// <param name="sources">One list of claims per independent source, each with at least one claim.</param>
    internal static double Of(IReadOnlyList<IReadOnlyList<StoredClaim>> sources) => 1 - Doubt(sources);

    /// <summary>What is left to doubt, Π(1 − p); 1 when there is no source.</summary>
    internal static double Doubt(IReadOnlyList<IReadOnlyList<StoredClaim>> sources) =>
        sources.Aggregate(1.0, (doubt, source) => doubt * (1 - source.Max(Weight)));
}
