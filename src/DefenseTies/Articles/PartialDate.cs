using System.Globalization;

namespace DefenseTies.Articles;

/// <summary>A date as precisely as the words give it: a day, a month or a year.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12, or null when only the year is known.</param>
/// <param name="Day">1 to 31, or null when only the month is known.</param>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    /// <summary>The first day the date may mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day the date may mean.</summary>
    public DateOnly Last => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>A date of day precision.</summary>
    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>2024</c>, <c>2024-04</c> or <c>2024-04-19</c>; a time of day after it is ignored.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = (text ?? "").Trim().Split('T', ' ')[0].Split('-');
        if (parts.Length is < 1 or > 3 || parts[0].Length != 4 || !TryNumber(parts[0], 1, 9999, out var year))
            return false;
        int? month = null, day = null;
        if (parts.Length > 1)
        {
            if (!TryNumber(parts[1], 1, 12, out var m))
                return false;
            month = m;
        }

        if (parts.Length > 2)
        {
            if (!TryNumber(parts[2], 1, DateTime.DaysInMonth(year, month!.Value), out var d))
                return false;
            day = d;
        }

        date = new PartialDate(year, month, day);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(PartialDate other) => First != other.First ? First.CompareTo(other.First) : Last.CompareTo(other.Last);

    /// <summary>ISO 8601 at the date's own precision.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    private static bool TryNumber(string text, int least, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
}
