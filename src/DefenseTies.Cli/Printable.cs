using System.Globalization;
using System.Text;

namespace DefenseTies.Cli;

/// <summary>Article text made safe to show: nothing in it may move the cursor, change colours or reorder what is read.</summary>
internal static class Printable
{
    /// <summary>One line: line ends and other control characters become spaces.</summary>
    public static string Line(string? text) => Strip(text ?? "", keepLines: false);

    /// <summary>The same, line ends kept.</summary>
    public static string Lines(string text) => Strip(text, keepLines: true);

    /// <summary><c>1 claim</c>, <c>2 claims</c>.</summary>
    public static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Strip(string text, bool keepLines)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n' && keepLines)
                safe.Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
                safe.Append(' ');
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                safe.Append(c);
        }

        return safe.ToString();
    }
}
