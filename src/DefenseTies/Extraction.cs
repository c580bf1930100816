using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Vocabulary;

namespace DefenseTies;

/// <summary>What became of one file.</summary>
/// <param name="Path">The file as it was given.</param>
/// <param name="Article">The article, or null when the file could not be read.</param>
/// <param name="Extracted">What the article says, or null when it was skipped or there is a problem.</param>
/// <param name="Problem">Why there is nothing, or null.</param>
/// <param name="Warning">What went wrong in asking for a second opinion, or null; what was read is there all the same.</param>
public sealed record ExtractionResult(string Path, Article? Article, ExtractedArticle? Extracted, string? Problem, string? Warning = null);

/// <summary>A second opinion on one article.</summary>
/// <param name="Extracted">What was read, unchanged, and the proposals beside it.</param>
/// <param name="Warning">What went wrong in asking, or null.</param>
public sealed record SecondOpinion(ExtractedArticle Extracted, string? Warning);

/// <summary>Files, or a stream of articles → what they say: articles are read on all cores, results come in the order given, in constant memory.</summary>
/// <param name="pipeline">Reads the articles.</param>
/// <param name="reader">Reads the files.</param>
/// <param name="secondOpinion">Adds proposals to what was read, one article after the other; null, the default, asks nobody.</param>
public sealed class Extraction(Pipeline pipeline, ArticleReader reader, Func<ExtractedArticle, CancellationToken, Task<SecondOpinion>>? secondOpinion = null)
{
    /// <summary>Reads files. A bad file is a result with a problem, and the run goes on.</summary>
    /// <param name="paths">What to read, as <see cref="ArticlePaths.List"/> gives it; what is to be skipped gives no result.</param>
    /// <param name="skip">Articles not to read; null reads all.</param>
    /// <param name="cancellationToken">Ends the stream after the current result, without an exception.</param>
    /// <exception cref="VocabularyException">The parser cannot be loaded.</exception>
    public IAsyncEnumerable<ExtractionResult> RunAsync(
        IEnumerable<ArticlePath> paths, Func<Article, CancellationToken, Task<bool>>? skip = null, CancellationToken cancellationToken = default) =>
        RunAsync(paths.Where(p => !p.IsSkipped).Select(reader.Read).ToAsyncEnumerable(), skip, cancellationToken);

    /// <summary>Extracts articles that come one after the other, from wherever, for as long as they come. One result for each, in their order.</summary>
    /// <param name="articles">What was read; a problem is passed on.</param>
    /// <param name="skip">Articles not to extract; null extracts all.</param>
    /// <param name="cancellationToken">Ends the stream after the current result, without an exception.</param>
    /// <exception cref="VocabularyException">The parser cannot be loaded.</exception>
    public async IAsyncEnumerable<ExtractionResult> RunAsync(
        IAsyncEnumerable<ArticleResult> articles,
        Func<Article, CancellationToken, Task<bool>>? skip = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Tasks in a bounded queue, which keeps the order. It holds more than there are cores: while a long article is read, short ones behind it are too.
        var queue = Channel.CreateBounded<Task<ExtractionResult>>(new BoundedChannelOptions(4 * Environment.ProcessorCount) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var producing = Task.Run(() => ProduceAsync(articles, skip, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var reading in queue.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (cancellationToken.IsCancellationRequested || await WithOpinionAsync(await reading, cancellationToken) is not { } result)
                    yield break;
                yield return result;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await producing;
        }
    }

    // Null when it was cancelled: an article half asked about is not told as read.
    private async Task<ExtractionResult?> WithOpinionAsync(ExtractionResult result, CancellationToken cancellationToken)
    {
        if (secondOpinion is null || result.Extracted is null)
            return result;
        try
        {
            var opinion = await secondOpinion(result.Extracted, cancellationToken);
            return result with { Extracted = opinion.Extracted, Warning = opinion.Warning };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task ProduceAsync(
        IAsyncEnumerable<ArticleResult> articles, Func<Article, CancellationToken, Task<bool>>? skip, ChannelWriter<Task<ExtractionResult>> queue, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var read in articles.WithCancellation(cancellationToken))
            {
                var skipped = read.Article is null || (skip is not null && await skip(read.Article, cancellationToken));

                // Here, where it ends the run: every article would fail for the same reason.
                if (!skipped)
                    pipeline.LoadParser();
                var result = skipped
                    ? Task.FromResult(new ExtractionResult(read.Path, read.Article, null, read.Problem))
                    : Task.Run(() => Extract(read.Path, read.Article!), CancellationToken.None);
                await queue.WriteAsync(result, cancellationToken);
            }

            queue.Complete();
        }
        catch (OperationCanceledException)
        {
            queue.Complete();
        }
        catch (Exception error)
        {
            queue.Complete(error);
        }
    }

    private ExtractionResult Extract(string path, Article article)
    {
        try
        {
            return new ExtractionResult(path, article, pipeline.Extract(article), null);
        }
        catch (Exception error)
        {
            // Extraction does not throw; should it do so, that is a fault in one article's reading and not the end of the run.
            return new ExtractionResult(path, article, null, $"could not be read, by a fault of this program: {error.Message}");
        }
    }
}
