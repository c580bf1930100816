using System.ClientModel;

namespace DefenseTies.LanguageModel;

/// <summary>Why a model did not answer, for a person to read.</summary>
/// <param name="Message">What is wrong and what to do. The key is never in it.</param>
/// <param name="IsLasting">True when the next question would fail as well.</param>
internal sealed record ModelTrouble(string Message, bool IsLasting)
{
    private const int LongestWords = 200;

    public static ModelTrouble Of(Exception error, ModelEndpoint endpoint, TimeSpan patience)
    {
        var host = endpoint.Url.Authority;
        return error switch
        {
            OperationCanceledException => new(FormattableString.Invariant($"the model at {host} did not answer within {patience.TotalSeconds:0.#} s"), false),
            ClientResultException { Status: 401 or 403 } refused => new($"the service at {host} refuses ({refused.Status}): check {ModelEndpoint.KeyVariable}", true),
            ClientResultException { Status: 404 } => new($"the service at {host} has no model '{endpoint.Model}', or {ModelEndpoint.UrlVariable} is not its base URL, which mostly ends in /v1 (404)", true),
            ClientResultException { Status: 429 } => new($"the service at {host} takes no more questions for now (429)", false),
            ClientResultException { Status: >= 400 and < 500 and var status } => new($"the service at {host} does not take the question ({status}): {Words(error, endpoint)}", true),
            ClientResultException { Status: >= 500 and var status } => new($"the service at {host} failed ({status})", false),
            _ => new($"the service at {host} gave no answer: {Words(error, endpoint)}", false),
        };
    }

    // What the service or the network says, on one line.
    private static string Words(Exception error, ModelEndpoint endpoint)
    {
        var words = endpoint.Redacted(FoldedText.OneLine(error.GetBaseException().Message));
        return words.Length <= LongestWords ? words : words[..LongestWords] + "…";
    }
}
