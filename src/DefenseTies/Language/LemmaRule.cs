using System.Globalization;

namespace DefenseTies.Language;

/// <summary>How the model writes a lemma: <c>L3|y</c> lower-case, cut 3, add y; <c>K1|</c> keep the case, cut 1; <c>=be</c> be.</summary>
internal static class LemmaRule
{
    public static string Apply(string form, string rule)
    {
        if (rule[0] == '=')
            return rule[1..];
        var text = rule[0] == 'L' ? form.ToLowerInvariant() : form;
        var bar = rule.IndexOf('|', StringComparison.Ordinal);
        var cut = int.Parse(rule.AsSpan(1, bar - 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return cut >= text.Length ? text : string.Concat(text.AsSpan(0, text.Length - cut), rule.AsSpan(bar + 1));
    }
}
