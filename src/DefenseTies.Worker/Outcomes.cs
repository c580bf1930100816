using DefenseTies.Stores;
using Microsoft.Extensions.Logging;

namespace DefenseTies.Worker;

/// <summary>What becomes of an article that was taken up: told to the ledger, the log and the counters alike.</summary>
internal sealed class Outcomes(Ledger ledger, WorkerOptions options, WorkerTelemetry telemetry, TimeProvider clock, ILogger<Outcomes> log)
{
    /// <summary>It is in the graph.</summary>
    public void Done(InHand taken, string articleId, StoreChange change)
    {
        var entry = taken.Entry;
        ledger.Done(entry.Number, articleId, change);
        var state = change.Unchanged ? "unchanged" : "done";
        log.Finished(state, entry.Number, entry.Source, change.NewClaims, change.NewTies);
        End(taken, state, change.NewClaims);
    }

    /// <summary>It cannot be read, now or later.</summary>
    public void SetAside(InHand taken, string reason)
    {
        ledger.Failed(taken.Entry.Number, reason);
        log.SetAside(taken.Entry.Number, taken.Entry.Source, reason);
        End(taken, "failed", 0, reason);
    }

    /// <summary>It failed in a way that may pass: it is tried again after a pause that grows, and set aside after the last.</summary>
    /// <param name="taken">The article.</param>
    /// <param name="reason">What went wrong.</param>
    /// <param name="atLeast">A pause somebody asked for.</param>
    public void TryAgain(InHand taken, string reason, TimeSpan? atLeast = null)
    {
        var entry = taken.Entry;
        if (entry.Attempts >= options.Pauses.Count)
        {
            SetAside(taken, reason);
            return;
        }

        var pause = options.Pauses[entry.Attempts];
        pause = atLeast > pause ? atLeast.Value : pause;
        ledger.Postpone(entry.Number, reason, pause);
        log.Postponed(entry.Number, entry.Source, pause, reason);
        telemetry.Retried(entry);
        taken.Trace?.SetTag("state", "retried").Dispose();
    }

    /// <summary>A file that has changed since it was seen is no article: the watch brings it in again.</summary>
    public void Forget(InHand taken)
    {
        ledger.Forget(taken.Entry.Number);
        taken.Trace?.SetTag("state", "changed").Dispose();
    }

    private void End(InHand taken, string state, int claims, string? problem = null)
    {
        telemetry.Finished(taken.Entry, state, claims, clock.GetElapsedTime(taken.Since));
        taken.Trace?.SetTag("state", state).SetStatus(problem is null ? System.Diagnostics.ActivityStatusCode.Ok : System.Diagnostics.ActivityStatusCode.Error, problem).Dispose();
    }
}

/// <summary>An article that was taken up.</summary>
/// <param name="Entry">Its line in the ledger.</param>
/// <param name="Trace">Its trace, if anybody listens.</param>
/// <param name="Since">When it was taken up, as a timestamp of the clock.</param>
internal sealed record InHand(LedgerEntry Entry, System.Diagnostics.Activity? Trace, long Since);
