using System.Globalization;

namespace DefenseTies.Scoring;

/// <summary>Precision, recall and F1 of one measure over all scored articles together.</summary>
/// <param name="Measure"><c>entities</c>, <c>ties</c>, <c>ties+status</c>, <c>supplies</c> or <c>supplies+item</c>.</param>
/// <param name="Hits">Facts found that the gold asks for.</param>
/// <param name="Wrong">Facts found that the gold does not know.</param>
/// <param name="Missed">Facts the gold asks for that were not found.</param>
public sealed record Score(string Measure, int Hits, int Wrong, int Missed)
{
    /// <summary>Share of what was found that is right, 0 to 1; 0 when nothing was found.</summary>
    public double Precision => Hits + Wrong > 0 ? (double)Hits / (Hits + Wrong) : 0;

    /// <summary>Share of what is asked for that was found, 0 to 1; 0 when nothing is asked for.</summary>
    public double Recall => Hits + Missed > 0 ? (double)Hits / (Hits + Missed) : 0;

    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>The line <c>gold/score.py</c> prints.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Measure,-14} P {Figure(Precision)}  R {Figure(Recall)}  F1 {Figure(F1)}  (hit {Hits}, wrong {Wrong}, missed {Missed})");

    // Python rounds ties to even and .NET away from zero; with three decimals only odd sixteenths are ties.
    private static string Figure(double share)
    {
        var isTie = share * 16 % 2 == 1;
        return (isTie ? Math.Round(share * 1000, MidpointRounding.ToEven) / 1000 : share).ToString("F3", CultureInfo.InvariantCulture);
    }
}

/// <summary>One fact that made a difference: missed or wrong.</summary>
/// <param name="Article">Name of the gold file.</param>
/// <param name="Measure">The measure it counts in.</param>
/// <param name="Missed">True when the gold asks for it; false when it was found and is wrong.</param>
/// <param name="Fact">Its parts, joined by <c> | </c>.</param>
public sealed record ScoredFact(string Article, string Measure, bool Missed, string Fact);
