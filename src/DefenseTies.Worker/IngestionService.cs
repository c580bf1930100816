using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Stores;
using Microsoft.Extensions.Hosting;

namespace DefenseTies.Worker;

/// <summary>Intake → extraction on all cores → one writer → ledger. What is read while the store is writing goes to it together. An article that fails never stops the rest; a store that is away stops all until it is back.</summary>
internal sealed class IngestionService(
    Intake intake, EntryReader reader, Extraction extraction, StoreState state, Outcomes outcomes, Ledger ledger, WorkerOptions options, WorkerTelemetry telemetry, TimeProvider clock)
    : BackgroundService
{
    // No more than a store writes well before the worker must have stopped.
    private const int MostAtOnce = 20;

    // Results of the extraction come in the order of its articles.
    private readonly ConcurrentQueue<InHand> underway = new();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Opening may hold the thread while another process has the store.
            await using var store = await state.TryAsync(() => Task.Run(() => options.Address.OpenToWriteAsync(options.StorePatience, isDurable: true, stoppingToken)), stoppingToken);
            await RefuseAnotherStoreAsync(store, stoppingToken);
            await foreach (var ready in extraction.RunAsync(ReadAsync(stoppingToken), (article, _) => IsStoredAsync(store, article), stoppingToken).TogetherAsync(MostAtOnce, stoppingToken))
                await EndAsync(ready, store, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is in hand waits in the ledger for the next worker.
        }
    }

    private async IAsyncEnumerable<ArticleResult> ReadAsync([EnumeratorCancellation] CancellationToken stopping)
    {
        await foreach (var entry in intake.TakeAllAsync(stopping))
        {
            var taken = new InHand(entry, WorkerTelemetry.StartArticle(entry), clock.GetTimestamp());
            if (reader.Read(taken) is not { } article)
                continue;
            underway.Enqueue(taken);
            yield return article;
        }
    }

    private async Task EndAsync(IReadOnlyList<ExtractionResult> ready, IGraphStore store, CancellationToken stopping)
    {
        var read = new List<(InHand Taken, ExtractedArticle Extracted)>();
        foreach (var result in ready)
        {
            if (!underway.TryDequeue(out var taken))
                continue;
            if (result.Problem is { } problem)
                outcomes.SetAside(taken, problem);
            else if (result.Extracted is null)
                outcomes.Done(taken, result.Article!.Id, new StoreChange(Unchanged: true, 0, 0, 0));
            else
                read.Add((taken, result.Extracted));
        }

        await WriteAsync(read, store, stopping);
    }

    private async Task WriteAsync(IReadOnlyList<(InHand Taken, ExtractedArticle Extracted)> read, IGraphStore store, CancellationToken stopping)
    {
        for (var written = 0; written < read.Count;)
        {
            var began = clock.GetTimestamp();
            try
            {
                // Not to be cancelled in the middle: articles that are being written are written. The pauses between tries are.
                await state.TryAsync(
                    async () =>
                    {
                        await foreach (var change in store.AddAllAsync([.. read.Skip(written).Select(r => r.Extracted)], CancellationToken.None))
                        {
                            outcomes.Done(read[written].Taken, read[written].Extracted.Article.Id, change);
                            written++;
                        }

                        return written;
                    },
                    stopping);
            }
            catch (Exception error) when (error is GraphStoreException or ArgumentException)
            {
                outcomes.TryAgain(read[written++].Taken, error.Message);
            }
            finally
            {
                telemetry.Wrote(clock.GetElapsedTime(began));
            }
        }
    }

    // What is stored already need not be read again; when the store cannot say, the writer finds out.
    private static async Task<bool> IsStoredAsync(IGraphStore store, Article article)
    {
        try
        {
            return await store.HasArticleAsync(article.Id, CancellationToken.None);
        }
        catch (GraphStoreException)
        {
            return false;
        }
    }

    // With the ledger of another store, or of one that was thrown away, everything would seem to be done.
    private async Task RefuseAnotherStoreAsync(IGraphStore store, CancellationToken stopping)
    {
        var known = ledger.Latest("done", 20);
        foreach (var entry in known)
        {
            if (await state.TryAsync(() => store.HasArticleAsync(entry.ArticleId!, stopping), stopping))
                return;
        }

        if (known.Count > 0)
            throw new LedgerException($"The ledger {options.LedgerPath} belongs to another store: nothing that it calls done is in {options.Store}. Name another ledger, or move this one away to read everything again.");
    }
}
