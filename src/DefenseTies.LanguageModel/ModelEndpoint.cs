using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace DefenseTies.LanguageModel;

/// <summary>Where a language model answers: any service with OpenAI's chat interface.</summary>
public sealed class ModelEndpoint
{
    /// <summary>The environment variables that name the service and hold its key.</summary>
    public const string UrlVariable = "DEFENSETIES_MODEL_URL", KeyVariable = "DEFENSETIES_MODEL_KEY";

    // A service that is busy (429) or stumbles (5xx) gets two more tries, a moment apart.
    private const int MoreTries = 2;

    private readonly string? key;

    private ModelEndpoint(string model, Uri url, string? key) => (Model, Url, this.key) = (model, url, key);

    /// <summary>The model's name, as the service knows it.</summary>
    public string Model { get; }

    /// <summary>The base URL, such as <c>http://localhost:11434/v1</c>.</summary>
    public Uri Url { get; }

    /// <summary>An endpoint of which the environment tells URL and key; a service that needs no key gets none.</summary>
    /// <param name="model">The model's name, as the service knows it.</param>
    /// <param name="environment">Gives a variable's value, or null.</param>
    /// <exception cref="ArgumentException">A name or the URL is missing or unfit; the message says what to set, and never shows the key.</exception>
    public static ModelEndpoint FromEnvironment(string model, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (string.IsNullOrWhiteSpace(model))
            throw new ArgumentException("a model needs a name, as its service knows it");
        var (address, key) = (environment(UrlVariable)?.Trim(), environment(KeyVariable)?.Trim());
        if (string.IsNullOrEmpty(address))
            throw new ArgumentException($"{UrlVariable} is not set: no article is sent anywhere without it. Set the service's base URL, such as http://localhost:11434/v1");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
            throw new ArgumentException($"{UrlVariable} is not a base URL such as http://localhost:11434/v1; a key goes into {KeyVariable}");
        if (!string.IsNullOrEmpty(key) && url.Scheme == "http" && !url.IsLoopback)
            throw new ArgumentException($"{UrlVariable} is http and leaves this machine: the key in {KeyVariable} would be sent for all to read. Use https, or unset the key");
        return new ModelEndpoint(model, url, string.IsNullOrEmpty(key) ? null : key);
    }

    /// <summary>A client for the endpoint.</summary>
    /// <param name="patience">How long one question may take, tries and pauses among them.</param>
    internal IChatClient Connect(TimeSpan patience)
    {
        // Whoever asks keeps the time for all tries together; the client's own clock must not go off before.
        var options = new OpenAIClientOptions { Endpoint = Url, NetworkTimeout = patience + TimeSpan.FromSeconds(10), RetryPolicy = new ClientRetryPolicy(MoreTries) };
        return new OpenAIClient(new ApiKeyCredential(key ?? "none"), options).GetChatClient(Model).AsIChatClient();
    }

    /// <summary>A text without the key, should somebody have put it there.</summary>
    internal string Redacted(string text) => key is null ? text : text.Replace(key, "[key]", StringComparison.Ordinal);
}
