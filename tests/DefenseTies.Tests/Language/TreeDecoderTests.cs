using CsCheck;
using DefenseTies.Language;

namespace DefenseTies.Tests.Language;

/// <summary>The decoder finds the best of all trees with one root.</summary>
public sealed class TreeDecoderTests
{
    // Whole numbers: sums are exact, and equally good trees are common.
    private static readonly Gen<float[]> Scores = Gen.Int[1, 5].SelectMany(n => Gen.Int[-9, 9].Select(i => (float)i).Array[n * (n + 1)]);

    [Fact]
    public void No_tree_is_better_than_the_one_found() => Scores.Sample(
        arcs =>
        {
            var n = Count(arcs);
            var heads = TreeDecoder.Decode(arcs, n + 1, n);
            IsTree(heads).ShouldBeTrue();
            Total(arcs, heads).ShouldBe(Trees(n).Max(t => Total(arcs, t)));
        },
        iter: 2000);

    [Fact]
    public void A_long_row_of_equal_tokens_is_a_tree_too()
    {
        const int Tokens = 200;
        var arcs = new float[Tokens * (Tokens + 1)];
        for (var i = 0; i < arcs.Length; i++)
            arcs[i] = i * 7919 % 13;
        IsTree(TreeDecoder.Decode(arcs, Tokens + 1, Tokens)).ShouldBeTrue();
    }

    private static int Count(float[] arcs) => (int)Math.Sqrt(arcs.Length);

    private static float Total(float[] arcs, int[] heads) => heads.Select((h, d) => arcs[(d * (heads.Length + 1)) + h]).Sum();

    private static bool IsTree(int[] heads) => heads.Count(h => h == 0) == 1 && Enumerable.Range(1, heads.Length).All(t => Reaches(heads, t));

    private static bool Reaches(int[] heads, int token)
    {
        for (var steps = 0; steps <= heads.Length; steps++)
        {
            if (token == 0)
                return true;
            token = heads[token - 1];
        }

        return false;
    }

    private static IEnumerable<int[]> Trees(int n)
    {
        for (var code = 0; code < Math.Pow(n + 1, n); code++)
        {
            var heads = new int[n];
            for (var (i, rest) = (0, code); i < n; i++, rest /= n + 1)
                heads[i] = rest % (n + 1);
            if (IsTree(heads))
                yield return heads;
        }
    }
}
