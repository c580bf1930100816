using System.Text;
using System.Text.Json;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace DefenseTies.AppTests.SecondOpinion;

/// <summary>A service with OpenAI's chat interface on this machine that answers by a script: the first question gets the first answer, the last answer stays.</summary>
internal sealed class ScriptedModel : IDisposable
{
    public const string Key = "sk-secret-of-the-tests";

    private readonly WireMockServer server = WireMockServer.Start();
    private readonly List<(int Status, string Body, TimeSpan Delay)> script = [];
    private (int Question, Action Do) then;
    private int asked;

    public ScriptedModel() =>
        server.Given(Request.Create().WithPath("/v1/chat/completions").UsingPost()).RespondWith(Response.Create().WithCallback(AnswerAsync));

    public string Url => $"{server.Url}/v1";

    /// <summary>The questions as they came, in order.</summary>
    public IReadOnlyList<JsonElement> Questions => [.. server.LogEntries.Select(e => JsonDocument.Parse(e.RequestMessage!.Body!).RootElement)];

    /// <summary>The header with the key, of each question.</summary>
    public IEnumerable<string> Keys => server.LogEntries.Select(e => e.RequestMessage!.Headers!["Authorization"].Single());

    /// <summary>Answers with claims.</summary>
    public ScriptedModel Claims(params object[] claims) => Says(JsonSerializer.Serialize(new { claims }));

    /// <summary>Answers with these words.</summary>
    public ScriptedModel Says(string words, int? tokens = 100, string finish = "stop") => Answers(200, new
    {
        id = "answer",
        @object = "chat.completion",
        created = 1,
        model = "scripted",
        choices = new[] { new { index = 0, finish_reason = finish, message = new { role = "assistant", content = words } } },
        usage = tokens is { } used ? new { prompt_tokens = used - 1, completion_tokens = 1, total_tokens = used } : null,
    });

    /// <summary>Answers with an error, in whose words stands the key.</summary>
    public ScriptedModel Fails(int status) => Answers(status, new { error = new { message = $"no, {Key}", type = "refused" } });

    /// <summary>Answers too late.</summary>
    public ScriptedModel Sleeps() => Answers(200, "{}", TimeSpan.FromSeconds(20));

    /// <summary>Answers with what no such service sends.</summary>
    public ScriptedModel Babbles(string body) => Answers(200, body);

    /// <summary>Does something when that question comes.</summary>
    public void OnQuestion(int number, Action then) => this.then = (number, then);

    public void Dispose() => server.Dispose();

    private ScriptedModel Answers(int status, object body, TimeSpan delay = default)
    {
        script.Add((status, body as string ?? JsonSerializer.Serialize(body), delay));
        return this;
    }

    private async Task<IResponseMessage> AnswerAsync(IRequestMessage question)
    {
        var number = Interlocked.Increment(ref asked);
        if (number == then.Question)
            then.Do();
        var (status, body, delay) = script[Math.Min(number, script.Count) - 1];
        await Task.Delay(delay);
        return new ResponseMessage
        {
            StatusCode = status,
            Headers = new Dictionary<string, WireMockList<string>> { ["Content-Type"] = new("application/json") },
            BodyData = new BodyData { BodyAsString = body, DetectedBodyType = BodyType.String, Encoding = Encoding.UTF8 },
        };
    }
}
