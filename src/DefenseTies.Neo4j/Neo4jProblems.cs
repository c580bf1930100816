using DefenseTies.Stores;

namespace DefenseTies.Neo4j;

/// <summary>Every way in which the server can fail, as a <see cref="GraphStoreException"/> that says what to do. None holds user or password.</summary>
internal static class Neo4jProblems
{
    public static GraphStoreException From(Neo4jFailure failure, Neo4jAddress address) => failure.Kind switch
    {
        FailureKind.Unreachable => Passing(failure, $"Neo4j cannot be reached at {address}: {Reason(failure)}. Check that it is running there and that the address is right."),
        FailureKind.Lost => Passing(failure, $"The connection to Neo4j at {address} was lost: {Reason(failure)}. Nothing is stored by halves; try again."),
        FailureKind.TimedOut => Passing(failure, $"Neo4j at {address} gave {failure.Message}. Nothing is stored by halves; see what keeps it busy (SHOW TRANSACTIONS) and try again."),
        FailureKind.NotNeo4j => Final(failure, $"What answers at {address} is not Neo4j 5.26 or newer: {Reason(failure)}. Check host, port (7474 unless set otherwise) and any proxy between."),
        _ => Refused(failure, address),
    };

    public static GraphStoreException OpenedForReading(Neo4jAddress address) =>
        new($"The store {address} was opened for reading. Open it for writing to add articles.");

    public static GraphStoreException NotAStore(Neo4jAddress address) =>
        new($"The database {address} holds no articles of DefenseTies yet. Ingest articles into it first, or correct the address.");

    public static GraphStoreException Damaged(Neo4jAddress address, Exception inner) =>
        new($"What {address} holds was not written by this program, or was changed since: {inner.Message} Ingest the articles into another database.", innerException: inner);

    public static GraphStoreException BrokenIndex(Neo4jAddress address, string name, string reason) =>
        new($"The index {name} of {address} does not work: {reason}. Drop it (DROP INDEX {name}) and open the store again.");

    public static GraphStoreException Crowded(Neo4jAddress address) =>
        new($"Other writers kept changing the same ties of {address}. The article is stored; its ties will be made up to date by the next writer that opens the store.", isTransient: true);

    private static GraphStoreException Refused(Neo4jFailure failure, Neo4jAddress address)
    {
        const string security = "Neo.ClientError.Security.";
        return failure.Code switch
        {
            security + "Unauthorized" => Final(failure, $"Neo4j at {address} does not accept the login. Set {Neo4jLogin.UserVariable} and {Neo4jLogin.PasswordVariable} to a user and password of that server."),
            security + "AuthenticationRateLimit" => Passing(failure, $"Neo4j at {address} refuses every login for some seconds, after several with a wrong password. Correct {Neo4jLogin.PasswordVariable}, wait five seconds, try again."),
            security + "CredentialsExpired" => Final(failure, $"Neo4j at {address} wants the password changed first: ALTER CURRENT USER SET PASSWORD FROM … TO … in the database system."),
            security + "Forbidden" => Final(failure, $"The user of {Neo4jLogin.UserVariable} may not do this on {address}: {failure.Message}"),
            "Neo.ClientError.Database.DatabaseNotFound" => Final(failure, $"Neo4j has no database {address.Database} at {address.Server.Authority}. Correct the name; the Community edition has only '{Neo4jAddress.DefaultDatabase}'."),
            "Neo.ClientError.Request.Invalid" when failure.Message == "Not Found" => Final(failure, $"The server at {address.Server.Authority} has no Query API (db/…/query/v2). DefenseTies needs Neo4j 5.26 or newer with QUERY_API_ENDPOINTS enabled."),
            "Neo.DatabaseError.Statement.ExecutionFailed" when failure.Message.Contains("too large to index", StringComparison.Ordinal) =>
                Final(failure, $"An entity's id is too long for an index of {address}; nothing of the article is stored. {failure.Message}"),
            _ when failure.IsPassing => Passing(failure, $"Neo4j at {address} could not do it now: {failure.Message} ({failure.Code}). Try again."),
            _ => Final(failure, $"Neo4j at {address} failed: {failure.Message} ({failure.Code})"),
        };
    }

    private static string Reason(Neo4jFailure failure) => failure.Message.TrimEnd('.', ' ');

    private static GraphStoreException Passing(Neo4jFailure failure, string message) => new(message, isTransient: true, failure);

    private static GraphStoreException Final(Neo4jFailure failure, string message) => new(message, innerException: failure);
}
