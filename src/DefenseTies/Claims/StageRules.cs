using DefenseTies.Vocabulary;

namespace DefenseTies.Claims;

/// <summary>How far a deal is, from the frame's own stage and the words that weakened its status; lists are in <c>lexicons/factuality.yaml</c>.</summary>
internal sealed class StageRules(Lexicon lexicon)
{
    /// <summary>The stage of a claim; never one that its status does not allow.</summary>
    public string? Stage(Frame frame, ClaimStatus status, Standing standing) => status switch
    {
        ClaimStatus.Actual => frame.Stage ?? "delivered",
        ClaimStatus.Planned => frame.Status == ClaimStatus.Planned && frame.Stage is not null ? frame.Stage : Says(standing, "stage approved") ? "approved" : "contracted",
        ClaimStatus.Possible => Says(standing, "stage negotiating") ? "negotiating" : frame.Status == ClaimStatus.Possible && frame.Stage is not null ? frame.Stage : "considered",
        _ => Says(standing, "stage suspended") ? "suspended" : "cancelled",
    };

    private bool Says(Standing standing, string list) => standing.Lemmas.Any(lexicon[list].Contains);
}
