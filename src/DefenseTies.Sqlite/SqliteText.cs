using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using Microsoft.Data.Sqlite;

namespace DefenseTies.Sqlite;

/// <summary>Strings into columns and back, unit for unit.</summary>
/// <remarks>
/// SQLite holds TEXT as UTF-8 and ends it at a NUL. A string that would not survive that (a lone surrogate, a NUL) is stored as a BLOB of its
/// UTF-16 units instead: offsets point into articles, so not one unit may change.
/// </remarks>
internal static class SqliteText
{
    /// <summary>The value of a parameter for <paramref name="text"/>.</summary>
    public static object Value(string? text) => text switch
    {
        null => DBNull.Value,
        _ when IsPlain(text) => text,
        _ => MemoryMarshal.AsBytes(text.AsSpan()).ToArray(),
    };

    /// <summary>The string in a column that is never null.</summary>
    public static string Read(SqliteDataReader row, int column) =>
        SQLitePCL.raw.sqlite3_column_type(row.Handle, column) == SQLitePCL.raw.SQLITE_BLOB
            ? MemoryMarshal.Cast<byte, char>(row.GetFieldValue<byte[]>(column)).ToString()
            : row.GetString(column);

    /// <summary>The string in a column, or null.</summary>
    public static string? ReadOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Read(row, column);

    private static bool IsPlain(string text)
    {
        if (text.Contains('\0'))
            return false;
        if (System.Text.Ascii.IsValid(text))
            return true;
        var rest = text.AsSpan();
        Span<byte> scratch = stackalloc byte[512];
        while (rest.Length > 0)
        {
            if (Utf8.FromUtf16(rest, scratch, out var read, out _, replaceInvalidSequences: false) == OperationStatus.InvalidData)
                return false;
            rest = rest[read..];
        }

        return true;
    }
}
