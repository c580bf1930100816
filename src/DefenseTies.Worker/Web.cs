using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace DefenseTies.Worker;

/// <summary>What a server sent.</summary>
/// <param name="Address">Where it came from in the end.</param>
/// <param name="Status">200, or 304 when there is nothing new.</param>
/// <param name="Body">Unpacked; not larger than the limit.</param>
/// <param name="ContentType">As the server says, or null.</param>
/// <param name="ETag">To ask for news only, as it was sent.</param>
/// <param name="LastModified">The same.</param>
internal sealed record WebAnswer(Uri Address, HttpStatusCode Status, byte[] Body, MediaTypeHeaderValue? ContentType, string? ETag, string? LastModified);

/// <summary>There is no answer that helps.</summary>
/// <param name="message">Why.</param>
/// <param name="isTransient">True when the same request may succeed later.</param>
/// <param name="retryAfter">How long the server wants to be left alone.</param>
internal sealed class WebException(string message, bool isTransient, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public bool IsTransient => isTransient;

    public TimeSpan? RetryAfter => retryAfter;
}

/// <summary>Asks other servers, politely: one request per host at a time with a pause after it, under a name, within limits of time and size.</summary>
internal sealed class Web : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly WorkerOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient client;

    public Web(WorkerOptions options, TimeProvider clock)
    {
        (this.options, this.clock) = (options, clock);
        client = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = new PublicHosts(options.Feeds.Select(f => new Uri(f).Host)).ConnectAsync,
            MaxAutomaticRedirections = 5,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // addresses change
            UseCookies = false,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.TryParseAdd(options.UserAgent);
    }

    /// <summary>Gets what is at an address.</summary>
    /// <param name="address">Where.</param>
    /// <param name="accept">Media types wanted.</param>
    /// <param name="etag">What was sent with the last answer, to get 304 when there is nothing new.</param>
    /// <param name="lastModified">The same.</param>
    /// <param name="stopping">Ends it.</param>
    /// <exception cref="WebException">No answer, or one that does not help.</exception>
    public async Task<WebAnswer> GetAsync(Uri address, string accept, string? etag, string? lastModified, CancellationToken stopping)
    {
        var turn = hosts.GetOrAdd(address.Host, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(stopping);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            limit.CancelAfter(options.RequestTimeout);
            try
            {
                return await SendAsync(address, accept, etag, lastModified, limit.Token);
            }
            catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
            {
                throw new WebException($"no answer within {options.RequestTimeout.TotalSeconds:0} s", isTransient: true);
            }
            catch (HttpRequestException error)
            {
                throw error.InnerException as WebException ?? new WebException(error.Message, isTransient: true, inner: error);
            }
            catch (IOException error)
            {
                throw new WebException(error.Message, isTransient: true, inner: error);
            }
        }
        finally
        {
            _ = PassOnAsync(turn, stopping);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<WebAnswer> SendAsync(Uri address, string accept, string? etag, string? lastModified, CancellationToken limit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (etag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (lastModified is not null)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
        if (response.StatusCode != HttpStatusCode.NotModified && !response.IsSuccessStatusCode)
            throw Refusal(response);
        var body = response.StatusCode == HttpStatusCode.NotModified ? [] : await ReadAsync(response.Content, limit);
        return new WebAnswer(
            response.RequestMessage?.RequestUri ?? address, response.StatusCode, body, response.Content.Headers.ContentType, Header(response.Headers, "ETag"), Header(response.Content.Headers, "Last-Modified"));
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken limit)
    {
        await using var stream = await content.ReadAsStreamAsync(limit);
        using var read = new MemoryStream();
        var buffer = new byte[81920];
        while (await stream.ReadAsync(buffer, limit) is > 0 and var count)
        {
            read.Write(buffer, 0, count);
            if (read.Length > options.MaxSize)
                throw new WebException($"larger than the limit of {options.MaxSize} bytes", isTransient: false);
        }

        return read.ToArray();
    }

    private WebException Refusal(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
        var passes = (int)response.StatusCode is >= 500 or 408 or 425 or 429;
        return new WebException($"the server answered {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd(), passes, wait);
    }

    private async Task PassOnAsync(SemaphoreSlim turn, CancellationToken stopping)
    {
        await Task.Delay(options.HostPause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        turn.Release();
    }

    private static string? Header(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
