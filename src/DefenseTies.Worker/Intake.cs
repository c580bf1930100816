using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DefenseTies.Worker;

/// <summary>Where articles wait to be read: posted ones in a bounded queue, all others in the ledger, taken in turn so that neither keeps the other waiting.</summary>
internal sealed class Intake : IDisposable
{
    private readonly Ledger ledger;

    // Of tasks, for a place is taken before anything is written down: what finds no place leaves no trace.
    private readonly Channel<Task<LedgerEntry?>> posted;
    private readonly SemaphoreSlim news = new(0);

    /// <param name="ledger">Remembers everything that is taken in.</param>
    /// <param name="options">Says how many posted articles may wait.</param>
    public Intake(Ledger ledger, WorkerOptions options)
    {
        this.ledger = ledger;
        posted = Channel.CreateBounded<Task<LedgerEntry?>>(new BoundedChannelOptions(options.Queue) { SingleReader = true });
    }

    /// <summary>How many posted articles wait.</summary>
    public int Waiting => posted.Reader.Count;

    /// <summary>Takes a posted article in. It is in the ledger when this returns.</summary>
    /// <returns>Its entry, and whether it is new; or null when the queue is full.</returns>
    public (LedgerEntry Entry, bool IsNew)? TryPost(Arrival arrival)
    {
        var writing = new TaskCompletionSource<LedgerEntry?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!posted.Writer.TryWrite(writing.Task))
            return null;
        LedgerEntry? taken = null;
        try
        {
            var added = ledger.Add(arrival, inHand: true);
            taken = added.IsNew ? added.Entry : null;
            return added;
        }
        finally
        {
            writing.SetResult(taken);
            news.Release();
        }
    }

    /// <summary>Tells that the ledger holds something new to read.</summary>
    public void Wake() => news.Release();

    /// <summary>Everything that is to be read, for as long as the worker runs.</summary>
    public async IAsyncEnumerable<LedgerEntry> TakeAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isPosted = posted.Reader.TryRead(out var writing);
            if (isPosted && await writing! is { } post)
                yield return post;
            if (ledger.TakeArticle() is { } due)
                yield return due;
            else if (!isPosted)
                await news.WaitAsync(ledger.NextDue(pages: false), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => news.Dispose();
}
