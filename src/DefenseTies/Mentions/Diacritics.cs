using System.Globalization;
using System.Text;

namespace DefenseTies.Mentions;

/// <summary>
/// Letters without what is written above, below or through them. A table, because <c>string.Normalize</c> does nothing where the runtime has no
/// culture data: one name would then have two ids on two machines.
/// </summary>
internal static class Diacritics
{
    // Latin-1, Latin Extended-A and -B, then Latin Extended Additional (Vietnamese): at each letter's place its plain one, or itself where it has none.
    private const char FirstLatin = '\u00C0';
    private const string Latin =
        "AAAAAAÆCEEEEIIIIÐNOOOOO×OUUUUYÞßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþyAaAaAaCcCcCcCcDd"
        + "DdEeEeEeEeEeGgGgGgGgHhĦħIiIiIiIiIiĲĳJjKkĸLlLlLlĿŀLlNnNnNnŉŊŋOoOoOoŒœRrRrRrSsSsSs"
        + "SsTtTtŦŧUuUuUuUuUuUuWwYyYZzZzZzsƀƁƂƃƄƅƆƇƈƉƊƋƌƍƎƏƐƑƒƓƔƕƖƗƘƙƚƛƜƝƞƟOoƢƣƤƥƦƧƨƩƪƫƬƭƮU"
        + "uƱƲƳƴƵƶƷƸƹƺƻƼƽƾƿǀǁǂǃǄǅǆǇǈǉǊǋǌAaIiOoUuUuUuUuUuǝAaAaǢǣǤǥGgKkOoOoǮǯjǱǲǳGgǶǷNnAaǼǽǾǿ"
        + "AaAaEeEeIiIiOoOoRrRrUuUuSsTtȜȝHhȠȡȢȣȤȥAaEeOoOoOoOoYyȴȵȶȷȸȹȺȻȼȽȾȿɀɁɂɃɄɅɆɇɈɉɊɋɌɍɎɏ";

    private const char FirstAdditional = '\u1E00';
    private const string Additional =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
        + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
        + "WwWwWwWwWwXxXxYyZzZzZzhtwyẚsẜẝẞẟAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
        + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyỺỻỼỽỾỿ";

    // The wide forms of ASCII in Chinese and Japanese texts.
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';

    /// <summary>The text in plain letters; combining marks and invisible characters are left out.</summary>
    public static string Remove(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c <= '\x7f')
                plain.Append(c);
            else if (Ligature(c) is { } letters)
                plain.Append(letters);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                plain.Append(Plain(c));
        }

        return plain.ToString();
    }

    private static char Plain(char c) => c switch
    {
        >= FirstLatin when c - FirstLatin < Latin.Length => Latin[c - FirstLatin],
        >= FirstAdditional when c - FirstAdditional < Additional.Length => Additional[c - FirstAdditional],
        >= FirstWide and <= LastWide => (char)(c - FirstWide + '!'),
        '\u00A0' => ' ',
        '’' => '\'',
        _ => c,
    };

    private static string? Ligature(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "Ae",
        'œ' => "oe",
        'Œ' => "Oe",
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => null,
    };
}
