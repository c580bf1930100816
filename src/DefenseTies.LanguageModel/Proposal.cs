using System.Text.Json;

namespace DefenseTies.LanguageModel;

/// <summary>One claim as an answer has it: nothing in it is trusted.</summary>
internal sealed record Proposal(
    string? Type, ProposedEnd? From, ProposedEnd? To, string? Item, string? Role, string? Quantity, string? Date, string? Status, string? AttributedTo, string? Quote);

/// <summary>An end as an answer has it.</summary>
internal sealed record ProposedEnd(string? Type, string? Name);

/// <summary>An answer's text → the claims it holds.</summary>
internal sealed record Answer(IReadOnlyList<Proposal?>? Claims)
{
    /// <summary>Reads an answer; null when it is not JSON of the wanted form. Words around the JSON (a code fence) are passed over.</summary>
    public static IReadOnlyList<Proposal>? Read(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (start < 0 || end < start)
            return null;
        try
        {
            return JsonSerializer.Deserialize<Answer>(text.AsSpan(start, end - start + 1), JsonSerializerOptions.Web)?.Claims?.Select(p => p ?? Empty).ToArray();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair, which JSON can write and no text holds.
            return null;
        }
    }

    private static Proposal Empty { get; } = new(null, null, null, null, null, null, null, null, null, null);
}
