using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DefenseTies.Benchmarks;

/// <summary>Articles that are alike and never the same: names of states and numbers of a golden article changed, always in the same way.</summary>
internal static partial class ChangedCopy
{
    private static readonly string[] States =
        ["Turkey", "Azerbaijan", "Armenia", "Russia", "Israel", "Germany", "Ukraine", "Philippines", "India", "Serbia", "France", "Pakistan", "Slovakia", "Qatar", "Kyrgyzstan", "Poland"];

    /// <summary>The <paramref name="number"/>th copy.</summary>
    public static string Make(int number)
    {
        var text = Articles.Texts[number % Articles.Texts.Count];
        var step = number / Articles.Texts.Count;
        var swapped = Word().Replace(text, word => Array.IndexOf(States, word.Value) is >= 0 and var at ? States[(at + step) % States.Length] : word.Value);
        var numbered = Number().Replace(swapped, n => Add(n.Value, step));
        return new StringBuilder(numbered.TrimEnd()).Append(CultureInfo.InvariantCulture, $"\n\nThis is report {number}.\n").ToString();
    }

    private static string Add(string digits, int step) => (int.Parse(digits, CultureInfo.InvariantCulture) + step).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b[A-Z][a-z]+\b")]
    private static partial Regex Word();

    // Counts, not years, dates or designations.
    [GeneratedRegex(@"(?<=\s)\d{2,3}(?=\s)")]
    private static partial Regex Number();
}
