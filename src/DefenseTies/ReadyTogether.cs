using System.Runtime.CompilerServices;

namespace DefenseTies;

/// <summary>A stream → what of it is ready, together: for who takes many at once as fast as one.</summary>
internal static class ReadyTogether
{
    /// <summary>What came while the last was dealt with comes together, in order. A stream that is left before its end is cancelled, for it cannot be given back while it is being asked.</summary>
    /// <param name="stream">Runs ahead as far as it likes.</param>
    /// <param name="most">So many together at most.</param>
    /// <param name="cancellationToken">Goes on to the stream.</param>
    public static async IAsyncEnumerable<IReadOnlyList<T>> TogetherAsync<T>(this IAsyncEnumerable<T> stream, int most, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var items = stream.GetAsyncEnumerator(stop.Token);
        var next = items.MoveNextAsync().AsTask();
        try
        {
            while (await next)
            {
                var ready = new List<T> { items.Current };
                for (next = items.MoveNextAsync().AsTask(); ready.Count < most && next.IsCompletedSuccessfully && next.Result; next = items.MoveNextAsync().AsTask())
                    ready.Add(items.Current);
                yield return ready;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(next);
        }
    }
}
