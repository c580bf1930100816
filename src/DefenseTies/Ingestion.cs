using System.Threading.Channels;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Stores;

namespace DefenseTies;

/// <summary>What became of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Change">What it changed in the store, or null when there is a problem.</param>
/// <param name="Problem">Why it was not ingested, or null.</param>
public sealed record IngestionResult(string Path, StoreChange? Change, string? Problem);

/// <summary>Files → store: articles are read on all cores and written one by one, in the order given, in constant memory.</summary>
/// <param name="pipeline">Reads the articles.</param>
/// <param name="store">Takes what they say. One article is written whole or not at all.</param>
/// <param name="reader">Reads the files.</param>
public sealed class Ingestion(Pipeline pipeline, IGraphStore store, ArticleReader reader)
{
    // Of a store that is locked for longer than its own patience, two more tries.
    private const int Tries = 3;

    private readonly SemaphoreSlim gate = new(1);

    /// <summary>Ingests files. A bad file is a result with a problem, and the run goes on.</summary>
    /// <param name="paths">What to read, as <see cref="ArticlePaths.List"/> gives it.</param>
    /// <param name="cancellationToken">Ends the run after the article that is being written; what was written stays. The stream then just ends.</param>
    /// <exception cref="GraphStoreException">The store failed; the results so far are stored, the article in question and those after it are not.</exception>
    public async IAsyncEnumerable<IngestionResult> RunAsync(
        IEnumerable<ArticlePath> paths, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Tasks in a bounded queue: as many articles in work as there are cores, and the order kept.
        var queue = Channel.CreateBounded<Task<Reading>>(new BoundedChannelOptions(Environment.ProcessorCount) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var producing = Task.Run(() => ProduceAsync(paths, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var reading in queue.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (cancellationToken.IsCancellationRequested)
                    yield break;
                yield return await WriteAsync(await reading);
            }

            await producing;
        }
        finally
        {
            await stop.CancelAsync();
            await producing.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task ProduceAsync(IEnumerable<ArticlePath> paths, ChannelWriter<Task<Reading>> queue, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var path in paths)
            {
                var read = reader.Read(path);
                var known = read.Article is not null && await IsKnownAsync(read.Article, cancellationToken);
                await queue.WriteAsync(
                    read.Article is null || known ? Task.FromResult(new Reading(read, null, read.Problem)) : Task.Run(() => Extract(read), CancellationToken.None),
                    cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader of the queue has stopped, too.
        }
        catch (Exception error)
        {
            queue.Complete(error);
            return;
        }

        queue.Complete();
    }

    private async Task<bool> IsKnownAsync(Article article, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await store.HasArticleAsync(article.Id, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private Reading Extract(ArticleResult read)
    {
        try
        {
            return new Reading(read, pipeline.Extract(read.Article!), null);
        }
        catch (Exception error)
        {
            // Extraction does not throw; should it do so, that is a fault in one article's reading and not the end of the run.
            return new Reading(read, null, $"could not be read, by a fault of this program: {error.Message}");
        }
    }

    private async Task<IngestionResult> WriteAsync(Reading reading)
    {
        if (reading.Problem is not null)
            return new IngestionResult(reading.Read.Path, null, reading.Problem);
        if (reading.Extracted is null)
            return new IngestionResult(reading.Read.Path, new StoreChange(true, 0, 0, 0), null);
        await gate.WaitAsync();
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return new IngestionResult(reading.Read.Path, await store.AddAsync(reading.Extracted), null);
                }
                catch (GraphStoreException error) when (error.IsTransient && attempt < Tries)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt));
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private sealed record Reading(ArticleResult Read, ExtractedArticle? Extracted, string? Problem);
}
