using System.Collections.Concurrent;
using System.Text;

namespace DefenseTies.Language;

/// <summary>A word → the ids by which the model knows it: one fixed vector and ten trained rows. The rule is that of <c>run.py</c> in the model's folder.</summary>
internal sealed class TokenFeatures
{
    /// <summary>Trained rows per token.</summary>
    public const int Rows = 10;

    // Frequent words are looked up once; a stream of new ones must not grow the memory without end.
    private const int CacheLimit = 200_000;

    private readonly Dictionary<string, int> words;
    private readonly Dictionary<string, int> vectors;
    private readonly int buckets;
    private readonly ConcurrentDictionary<string, long[]> cache = new(StringComparer.Ordinal);
    private int cached;

    /// <param name="vocabulary">Words with trained rows, an empty line, words with fixed vectors; one a line.</param>
    /// <param name="buckets">Number of hashed rows.</param>
    public TokenFeatures(IEnumerable<string> vocabulary, int buckets)
    {
        this.buckets = buckets;
        words = new Dictionary<string, int>(StringComparer.Ordinal);
        vectors = new Dictionary<string, int>(StringComparer.Ordinal);
        var into = words;
        foreach (var word in vocabulary)
        {
            if (word.Length == 0)
                into = vectors;
            else
                into[word] = into.Count + 2; // 0 is padding, 1 an unknown word
        }
    }

    /// <summary>The fixed vector's id, then the ten rows' ids.</summary>
    public long[] Of(string form)
    {
        if (cache.TryGetValue(form, out var known))
            return known;
        var ids = Compute(form);
        if (cached < CacheLimit && cache.TryAdd(form, ids))
            Interlocked.Increment(ref cached);
        return ids;
    }

    private long[] Compute(string form)
    {
        var low = form.ToLowerInvariant();
        var norm = string.Create(low.Length, low, static (to, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                to[i] = char.IsAsciiDigit(from[i]) ? '0' : from[i];
        });
        var runes = norm.EnumerateRunes().ToArray();
        var ids = new long[Rows + 1];
        ids[0] = vectors.TryGetValue(low, out var vector) || vectors.TryGetValue(norm, out vector) ? vector : 1;
        ids[1] = words.GetValueOrDefault(norm, 1);
        var at = 2;
        for (var n = 2; n <= 4; n++)
            ids[at++] = Hashed($"p{n}", runes.AsSpan(0, Math.Min(n, runes.Length)));
        for (var n = 1; n <= 5; n++)
            ids[at++] = Hashed($"s{n}", runes.AsSpan(Math.Max(0, runes.Length - n)));
        ids[at] = Hashed("sh", Shape(form));
        return ids;
    }

    // X upper, x lower, d ASCII digit, anything else itself; a run longer than three is cut to three.
    private static Rune[] Shape(string form)
    {
        var shape = new List<Rune>(form.Length);
        foreach (var rune in form.EnumerateRunes())
        {
            var kind = Rune.IsUpper(rune) ? new Rune('X') : Rune.IsLower(rune) ? new Rune('x') : rune.Value is >= '0' and <= '9' ? new Rune('d') : rune;
            if (shape.Count < 3 || shape[^1] != kind || shape[^2] != kind || shape[^3] != kind)
                shape.Add(kind);
        }

        return [.. shape];
    }

    // FNV-1a over UTF-8.
    private long Hashed(string prefix, ReadOnlySpan<Rune> runes)
    {
        var hash = 2166136261u;
        foreach (var c in prefix)
            hash = (hash ^ c) * 16777619;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in runes)
        {
            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                hash = (hash ^ b) * 16777619;
        }

        return words.Count + 2 + (hash % buckets);
    }
}
