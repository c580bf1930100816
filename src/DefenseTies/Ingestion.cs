using System.Runtime.CompilerServices;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Stores;

namespace DefenseTies;

/// <summary>What became of one file.</summary>
/// <param name="Path">The file as it was given.</param>
/// <param name="Change">What it changed in the store, or null when there is a problem.</param>
/// <param name="Problem">Why it was not ingested, or null.</param>
/// <param name="Warning">What went wrong in asking for a second opinion, or null.</param>
public sealed record IngestionResult(string Path, StoreChange? Change, string? Problem, string? Warning = null);

/// <summary>Files → store: articles are read on all cores and written in the order given, together what is ready together, in constant memory.</summary>
/// <param name="extraction">Reads the files.</param>
/// <param name="store">Takes what they say; one article whole or not at all.</param>
public sealed class Ingestion(Extraction extraction, IGraphStore store)
{
    // A store that another process holds for longer than its own patience gets two more tries.
    private const int Tries = 3;

    private const int MostAtOnce = 100;

    /// <summary>Ingests files. A bad file is a result with a problem, and the run goes on; an article already in the store is not read again.</summary>
    /// <param name="paths">What to read, as <see cref="ArticlePaths.List"/> gives it.</param>
    /// <param name="cancellationToken">Ends the run after the articles that are being written; what was written stays. The stream then just ends.</param>
    /// <exception cref="GraphStoreException">The store failed: what was reported so far is stored, the article in question is not; of those after it, which may have gone to the store with it, nothing is said. Running again is always safe.</exception>
    public async IAsyncEnumerable<IngestionResult> RunAsync(IEnumerable<ArticlePath> paths, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Reading waits when the store is the slower one.
        await foreach (var ready in extraction.RunAsync(paths, (article, stop) => store.HasArticleAsync(article.Id, stop), cancellationToken).TogetherAsync(MostAtOnce, CancellationToken.None))
        {
            await using var changes = WriteAsync([.. ready.Select(r => r.Extracted).OfType<ExtractedArticle>()]).GetAsyncEnumerator(CancellationToken.None);
            foreach (var result in ready)
            {
                if (result.Problem is not null)
                    yield return new IngestionResult(result.Path, null, result.Problem);
                else if (result.Extracted is null)
                    yield return new IngestionResult(result.Path, new StoreChange(Unchanged: true, 0, 0, 0), null);
                else if (await changes.MoveNextAsync())
                    yield return new IngestionResult(result.Path, changes.Current, null, result.Warning);
            }
        }
    }

    // Not to be cancelled: an article that has been read is written.
    private async IAsyncEnumerable<StoreChange> WriteAsync(IReadOnlyList<ExtractedArticle> articles)
    {
        for (var (written, attempt) = (0, 1); written < articles.Count;)
        {
            await using var changes = store.AddAllAsync([.. articles.Skip(written)], CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
            while (written < articles.Count)
            {
                try
                {
                    await changes.MoveNextAsync();
                }
                catch (GraphStoreException error) when (error.IsTransient && attempt < Tries)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt++), CancellationToken.None);
                    break;
                }

                (written, attempt) = (written + 1, 1);
                yield return changes.Current;
            }
        }
    }
}
