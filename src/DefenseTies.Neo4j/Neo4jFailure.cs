namespace DefenseTies.Neo4j;

/// <summary>How a request can fail.</summary>
internal enum FailureKind
{
    /// <summary>The server answered with an error code; nothing was done.</summary>
    Refused,

    /// <summary>No connection could be made; nothing was done.</summary>
    Unreachable,

    /// <summary>The connection ended before the whole answer had come: it may have been done or not.</summary>
    Lost,

    /// <summary>No answer in time: it may have been done or not, or still be going on.</summary>
    TimedOut,

    /// <summary>Something answered that is not Neo4j's query interface.</summary>
    NotNeo4j,
}

/// <summary>A statement failed once. Inside this project only: callers of the store see what <see cref="Neo4jProblems"/> makes of it.</summary>
internal sealed class Neo4jFailure(FailureKind kind, string message, string code = "", Exception? inner = null) : Exception(message, inner)
{
    // Codes that begin as transient ones do and do not go away by trying again: the memory is as small as before, and a terminated statement was meant to end.
    private static readonly string[] Final =
    [
        "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
        "Neo.TransientError.General.OutOfMemoryError",
        "Neo.TransientError.General.StackOverFlowError",
        "Neo.TransientError.Transaction.Terminated",
        "Neo.TransientError.Transaction.LockClientStopped",
    ];

    // A cluster that changes its leader, and a login that has to be made again, say so in other words.
    private static readonly string[] Passing =
    [
        "Neo.ClientError.Cluster.NotALeader",
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
        "Neo.ClientError.Security.AuthorizationExpired",
    ];

    public FailureKind Kind => kind;

    /// <summary>The server's code, or empty when there is none.</summary>
    public string Code => code;

    /// <summary>True when the same statement may succeed if sent again soon. Decided by the code alone: a deadlock and a typing error have one HTTP status.</summary>
    public bool IsPassing => kind switch
    {
        FailureKind.Refused => Passing.Contains(code) || (code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) && !Final.Contains(code)),
        FailureKind.Lost or FailureKind.Unreachable => true,
        _ => false,
    };
}
