using DefenseTies.Claims;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;
using Microsoft.Extensions.AI;

namespace DefenseTies.LanguageModel;

/// <summary>How long and how much a model is asked.</summary>
/// <param name="Patience">How long one question may take, further tries among them; a minute by default.</param>
/// <param name="Budget">The most tokens a run may use, of questions and answers together.</param>
public sealed record ModelLimits(TimeSpan Patience, long Budget)
{
    /// <summary>A minute, and 200,000 tokens: some thirty to fifty articles of ordinary length.</summary>
    public static ModelLimits Default { get; } = new(TimeSpan.FromMinutes(1), 200_000);
}

/// <summary>A second opinion: asks a language model which claims an article makes, and adds those that stand the test of the article's words, marked as proposals.</summary>
/// <remarks>For one run and one question at a time, so that the budget is kept. The model gets no tools: nothing in its answer can do more than propose.</remarks>
public sealed class ModelReader : IDisposable
{
    /// <summary>Version of prompt, schema and checks; raised whenever the same answer may give other claims.</summary>
    private const string Version = "1";

    // Room that an answer needs, and the most it gets, in tokens.
    private const long LeastAnswer = 300, LongestAnswer = 8_192;

    // A service that fails so often in a row is not there; each further article would only wait for it.
    private const int Failures = 3;

    private readonly ModelEndpoint endpoint;
    private readonly IChatClient client;
    private readonly GraphSchema vocabulary;
    private readonly Gazetteer gazetteer;
    private readonly TimeSpan patience;
    private readonly TokenBudget budget;
    private readonly ProposalCounts counts = new();
    private readonly string rules;
    private readonly ChatResponseFormat form;
    private readonly int fixedLetters;

    private bool hasStopped;
    private int failures;

    /// <summary>Makes a reader; nothing is asked yet.</summary>
    public ModelReader(ModelEndpoint endpoint, GraphSchema vocabulary, Gazetteer gazetteer, ModelLimits limits)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(limits);
        (this.endpoint, this.vocabulary, this.gazetteer, patience) = (endpoint, vocabulary, gazetteer, limits.Patience);
        client = endpoint.Connect(limits.Patience);
        budget = new TokenBudget(limits.Budget);
        rules = ProposalPrompt.System(vocabulary);
        var schema = ProposalSchema.Of(vocabulary);
        form = ChatResponseFormat.ForJsonSchema(schema, "claims", "The claims that the article makes");
        fixedLetters = rules.Length + schema.GetRawText().Length;
    }

    /// <summary>Proposed, kept, dropped by reason, tokens: one line for people.</summary>
    public string Summary => counts.Told(endpoint.Model, budget);

    /// <summary>Asks about one article. The service's trouble is a warning; what was read is always there.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<SecondOpinion> AskAsync(ExtractedArticle read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (hasStopped)
        {
            counts.NotAsked++;
            return new SecondOpinion(read, null);
        }

        counts.Asked++;
        string? warning = null;
        var check = new ProposalCheck(read, vocabulary, gazetteer, $"{Claim.ProposedBy}{endpoint.Model}/{Version}");
        foreach (var question in ProposalPrompt.Questions(read.Article))
        {
            (var proposals, warning) = await TryAskAsync(question, cancellationToken);
            foreach (var proposal in proposals)
            {
                if (check.Add(proposal) is { } fault)
                    counts.Drop(fault);
                else
                    counts.Keep();
            }

            if (warning is not null)
                break;
        }

        return new SecondOpinion(check.Result(), warning);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<(IReadOnlyList<Proposal> Proposals, string? Warning)> TryAskAsync(ChatMessage question, CancellationToken cancellationToken)
    {
        try
        {
            var answered = await AskAsync([new(ChatRole.System, rules), question], cancellationToken);
            failures = 0;
            return answered;
        }
        catch (Exception error)
        {
            // Whatever a service sends back must not end the run; only Ctrl-C does.
            cancellationToken.ThrowIfCancellationRequested();
            budget.Spend(fixedLetters + question.Text.Length, null);
            var trouble = ModelTrouble.Of(error, endpoint, patience);
            hasStopped = trouble.IsLasting || ++failures >= Failures;
            return ([], trouble.Message + (hasStopped ? "; it is asked no more in this run" : ""));
        }
    }

    // One question, and one more chance when the answer is not of the form.
    private async Task<(IReadOnlyList<Proposal> Proposals, string? Warning)> AskAsync(List<ChatMessage> messages, CancellationToken cancellationToken)
    {
        for (var chance = 1; ; chance++)
        {
            var letters = fixedLetters + messages.Sum(m => m.Text.Length);
            if (budget.Left(letters) < LeastAnswer)
            {
                hasStopped = true;
                return ([], $"the budget of {FormattableString.Invariant($"{budget.Limit}")} tokens is used up; the model is asked no more in this run (--model-budget raises it)");
            }

            var response = await RespondAsync(messages, budget.Left(letters), cancellationToken);
            budget.Spend(letters + response.Text.Length, response.Usage);
            if (response.FinishReason == ChatFinishReason.Length)
                return ([], "the model's answer was cut off, as it was too long");
            if (Answer.Read(response.Text) is { } proposals)
                return (proposals, null);
            if (chance == 2)
                return ([], "the model twice answered something else than JSON of the wanted form");
            messages.Add(new(ChatRole.User, "That was not JSON of the schema. Answer again, with the JSON alone."));
        }
    }

    private async Task<ChatResponse> RespondAsync(List<ChatMessage> messages, long most, CancellationToken cancellationToken)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(patience);
        var options = new ChatOptions { ResponseFormat = form, MaxOutputTokens = (int)Math.Min(most, LongestAnswer) };
        return await client.GetResponseAsync(messages, options, clock.Token);
    }
}
