using System.Globalization;
using DefenseTies.Articles;

namespace DefenseTies.Language;

/// <summary>Date expressions of a sentence, relative ones reckoned from the article's own date.</summary>
internal static class Dates
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>The date nearest to a predicate, those it governs first; null when the sentence has none.</summary>
    public static PartialDate? Near(Sentence sentence, int predicate, PartialDate? published)
    {
        PartialDate? best = null;
        var bestDistance = int.MaxValue;
        foreach (var (date, at) in All(sentence, published))
        {
            var distance = Math.Abs(at - predicate) + (sentence.Governs(predicate, at) ? 0 : 100);
            if (distance < bestDistance)
                (best, bestDistance) = (date, distance);
        }

        return best;
    }

    private static IEnumerable<(PartialDate Date, int At)> All(Sentence sentence, PartialDate? published)
    {
        for (var t = 0; t < sentence.Tokens.Count; t++)
        {
            if (Absolute(sentence.Tokens, ref t, published) is { } date)
                yield return (date, t);
            else if (Relative(sentence.Tokens, t, published) is { } relative)
                yield return (relative, t);
        }
    }

    // June 15, 2021; 15 June 2021; June 2021; on June 15; in June; in 2021
    private static PartialDate? Absolute(IReadOnlyList<Token> tokens, ref int t, PartialDate? published)
    {
        var month = Month(tokens[t].Form);
        if (month is null)
            return t > 0 && tokens[t - 1].Form.ToLowerInvariant() is "in" or "since" or "by" or "during" or "of" or "until" or "from" or "and" or "," or "(" or "-" && Year(tokens, t) is { } year ? new PartialDate(year) : null;
        var day = Day(tokens, t + 1) ?? (t > 0 ? Day(tokens, t - 1) : null);
        var next = Day(tokens, t + 1) is null ? t + 1 : t + 2;
        if (next < tokens.Count && tokens[next].Form == ",")
            next++;
        var given = Year(tokens, next);
        if (given is not null)
            t = next;
        else if (day is null && !(t > 0 && tokens[t - 1].Form.ToLowerInvariant() is "in" or "since" or "last" or "this" or "early" or "late" or "mid" or "by" or "until" or "of"))
            return null; // "may", "march"
        if (given is null && published is null)
            return null;
        var of = given ?? (month > (published!.Value.Month ?? 12) ? published.Value.Year - 1 : published.Value.Year);
        return day is { } d && d <= DateTime.DaysInMonth(of, month.Value) ? new PartialDate(of, month, d) : new PartialDate(of, month);
    }

    // yesterday, last year, this month, on Thursday
    private static PartialDate? Relative(IReadOnlyList<Token> tokens, int t, PartialDate? published)
    {
        if (published is not { } today)
            return null;
        var word = tokens[t].Form.ToLowerInvariant();
        var unit = t + 1 < tokens.Count ? tokens[t + 1].Form.ToLowerInvariant() : "";
        switch (word)
        {
            case "today" or "yesterday" when today.Day is not null:
                return PartialDate.Of(today.First.AddDays(word == "today" ? 0 : -1));
            case "last" or "this" or "next" when unit is "year":
                return new PartialDate(today.Year + Step(word));
            case "last" or "this" or "next" when unit is "month" && today.Month is not null:
                var then = today.First.AddMonths(Step(word));
                return new PartialDate(then.Year, then.Month);
        }

        var weekday = Array.IndexOf(Days, word);
        if (weekday < 0 || today.Day is null)
            return null;
        var back = ((int)today.First.DayOfWeek - weekday + 7) % 7;
        return PartialDate.Of(today.First.AddDays(-back));
    }

    private static int Step(string word) => word switch { "last" => -1, "next" => 1, _ => 0 };

    private static int? Month(string form)
    {
        var word = form.TrimEnd('.').ToLowerInvariant();
        if (word.Length < 3 || !char.IsUpper(form[0]))
            return null;
        var at = Array.FindIndex(Months, m => m == word || (word.Length is 3 or 4 && m.StartsWith(word, StringComparison.Ordinal)));
        return at < 0 ? null : at + 1;
    }

    private static int? Day(IReadOnlyList<Token> tokens, int t)
    {
        if (t >= tokens.Count)
            return null;
        var digits = tokens[t].Form;
        foreach (var suffix in (string[])["st", "nd", "rd", "th"])
            digits = digits.EndsWith(suffix, StringComparison.Ordinal) ? digits[..^2] : digits;
        return digits.Length <= 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static int? Year(IReadOnlyList<Token> tokens, int t) =>
        t < tokens.Count && tokens[t].Form.Length == 4 && int.TryParse(tokens[t].Form, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 ? year : null;
}
