using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace DefenseTies.Articles;

/// <summary>The bytes of a file → its text, exactly: a byte order mark stays its first character, line ends stay as they are.</summary>
internal static class ArticleText
{
    /// <summary>Decodes UTF-8, or UTF-16 and UTF-32 with a byte order mark.</summary>
    /// <returns>The text, or what keeps the bytes from being one.</returns>
    public static (string Text, string? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return ("", "the file is empty");
        var (text, problem) = Marked(bytes) is { } encoding ? Strict(encoding, bytes) : DecodeUtf8(bytes);
        if (problem is null && IsBlank(text))
            return ("", "the file is empty: nothing but white space");
        return (text, problem);
    }

    // UTF-32 first: its little-endian mark begins with that of UTF-16.
    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => null,
    };

    private static (string Text, string? Problem) Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return (encoding.GetString(bytes), null);
        }
        catch (DecoderFallbackException error)
        {
            return ("", $"not valid {encoding.WebName.ToUpperInvariant()} at byte {error.Index}; save it as UTF-8");
        }
    }

    private static (string Text, string? Problem) DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var zero)
            return ("", $"a binary file (a zero at byte {zero}), not text; UTF-16 is read when it begins with a byte order mark");
        if (Controls(bytes) > bytes.Length / 10)
            return ("", "a binary file (mostly control characters), not text");
        var text = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var status = Utf8.ToUtf16(bytes, text, out var read, out var written, replaceInvalidSequences: false);
            return status == OperationStatus.Done
                ? (new string(text, 0, written), null)
                : ("", $"not valid UTF-8 at byte {read} (0x{bytes[read]:X2}); save it as UTF-8");
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private static int Controls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
                count++;
        }

        return count;
    }

    private static bool IsBlank(string text) => text.AsSpan().Trim().Trim('\uFEFF').IsWhiteSpace();
}
