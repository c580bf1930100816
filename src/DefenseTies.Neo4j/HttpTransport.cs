using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace DefenseTies.Neo4j;

/// <summary>Neo4j's Query API v2 over HTTP. Each request is one transaction.</summary>
internal sealed class HttpTransport : ITransport
{
    // The server closes a connection that was idle for 30 s; one that we close first is never found closed.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    // On two cores the ninth request that waits for a lock stops the whole server, the one that would release the lock included.
    private readonly SemaphoreSlim turns = new(4);
    private readonly HttpClient client;
    private readonly Uri query;
    private readonly TimeSpan timeout;
    private volatile IReadOnlyList<string> bookmarks = [];

    public HttpTransport(Neo4jAddress address, Neo4jLogin? login, TimeSpan timeout)
    {
        this.timeout = timeout;
        query = new Uri(address.Server, $"db/{Uri.EscapeDataString(address.Database)}/query/v2");
        client = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = Idle, AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan, // ours, below, tells a timeout from a call that was stopped
        };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (login is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.User}:{login.Password}")));
    }

    public async Task<IReadOnlyList<Row>> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, Access access, CancellationToken cancellationToken)
    {
        await turns.WaitAsync(cancellationToken);
        try
        {
            var (status, body) = await SendAsync(QueryJson.Request(statement, parameters, access, bookmarks), cancellationToken);
            var (rows, marks) = Read(status, body);

            // They come last, after the commit: a write that has none was not answered to its end.
            if (marks.Count > 0)
                bookmarks = marks;
            else if (access == Access.Write)
                throw new Neo4jFailure(FailureKind.Lost, "the answer ended early");
            return rows;
        }
        finally
        {
            turns.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        turns.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(HttpStatusCode Status, byte[] Body)> SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(timeout);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, query) { Content = new ReadOnlyMemoryContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await client.SendAsync(request, patience.Token);
            return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(patience.Token));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new Neo4jFailure(FailureKind.TimedOut, $"no answer within {timeout.TotalSeconds:0.#} s", inner: e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError)
        {
            throw new Neo4jFailure(FailureKind.Unreachable, e.Message, inner: e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.SecureConnectionError)
        {
            throw new Neo4jFailure(FailureKind.NotNeo4j, e.InnerException?.Message ?? e.Message, inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new Neo4jFailure(FailureKind.Lost, e.Message, inner: e);
        }
    }

    private static (IReadOnlyList<Row> Rows, IReadOnlyList<string> Bookmarks) Read(HttpStatusCode status, byte[] body)
    {
        try
        {
            return QueryJson.Answer(body);
        }
        catch (JsonException e)
        {
            // A page of a proxy is no answer of the server; half an answer under a good status is one that was cut off.
            throw status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices
                ? new Neo4jFailure(FailureKind.Lost, "the answer ended early", inner: e)
                : new Neo4jFailure(FailureKind.NotNeo4j, $"it answered with HTTP status {(int)status} and no JSON", inner: e);
        }
    }
}
