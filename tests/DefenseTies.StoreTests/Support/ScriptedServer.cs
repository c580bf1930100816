using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DefenseTies.Neo4j;

namespace DefenseTies.StoreTests.Support;

/// <summary>A server that gives the answers it was made with, one to each request: for what a real one does only when it breaks.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>An answer that never comes.</summary>
    public const string Silence = "";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly List<string> requests = [];
    private readonly Queue<string> answers;
    private readonly TimeSpan pause;
    private readonly Task serving;
    private int atOnce;

    public ScriptedServer(params string[] answers)
        : this(TimeSpan.Zero, answers)
    {
    }

    public ScriptedServer(TimeSpan pause, params string[] answers)
    {
        (this.pause, this.answers) = (pause, new Queue<string>(answers));
        listener.Start();
        serving = ServeAsync();
    }

    public Neo4jAddress Address => Neo4jAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

    /// <summary>Heads and bodies that came, in order.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    public int MostAtOnce { get; private set; }

    /// <summary>A whole answer.</summary>
    public static string Answer(int status, string body, string type = "application/json") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Said\r\nContent-Type: {type}\r\nConnection: close\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>An answer whose connection ends before it does.</summary>
    public static string CutOff(string body) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 202 Said\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {body.Length + 100}\r\n\r\n{body}");

    /// <summary>The answer to a statement that failed.</summary>
    public static string Error(int status, string code, string message = "no") => Answer(status, $$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""");

    /// <summary>The answer with one row of one value.</summary>
    public static string Value(string json, string bookmark = "FB:1") => Answer(202, $$"""{"data":{"fields":["x"],"values":[[{{json}}]]},"bookmarks":["{{bookmark}}"]}""");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (!stop.IsCancellationRequested)
                open.Add(AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = client.GetStream();
            var request = await ReadAsync(stream);
            string answer;
            lock (gate)
            {
                requests.Add(request);
                answer = answers.Dequeue();
                MostAtOnce = Math.Max(MostAtOnce, ++atOnce);
            }

            await Task.Delay(answer == Silence ? Timeout.InfiniteTimeSpan : pause, stop.Token);
            lock (gate)
                atOnce--;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The test is over, or the client has gone.
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var (text, buffer) = ("", new byte[65536]);
        while (true)
        {
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = text.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))?["Content-Length: ".Length..];
            if (head >= 0 && length is not null && text.Length >= head + 4 + int.Parse(length, CultureInfo.InvariantCulture))
                return text;
            var read = await stream.ReadAsync(buffer, stop.Token);
            if (read == 0)
                throw new IOException("The client has gone.");
            text += Encoding.Latin1.GetString(buffer, 0, read);
        }
    }
}
