using Neo4j.Driver;

namespace DefenseTies.Neo4j;

/// <summary>The same statements over Bolt, by Neo4j's own driver. Only in builds with <c>-p:Neo4jDriver=true</c>.</summary>
/// <remarks>
/// Written against the documented API of Neo4j.Driver 5.28, which could not be restored where this project is built: there it was compiled against the
/// signatures of that API alone, and never run.
/// Try it before you rely on it: <c>dotnet test -p:Neo4jDriver=true</c> with <c>NEO4J_HTTP</c> set to a <c>bolt:</c> address.
/// </remarks>
internal sealed class BoltTransport : ITransport
{
    private readonly IDriver driver;
    private readonly string database;
    private readonly TimeSpan timeout;
    private volatile Bookmarks? bookmarks;

    public BoltTransport(Neo4jAddress address, Neo4jLogin? login, TimeSpan timeout)
    {
        (database, this.timeout) = (address.Database, timeout);
        driver = GraphDatabase.Driver(
            address.Server,
            login is null ? AuthTokens.None : AuthTokens.Basic(login.User, login.Password),
            options => options.WithMaxConnectionPoolSize(4).WithConnectionTimeout(TimeSpan.FromSeconds(10)));
    }

    public async Task<IReadOnlyList<Row>> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, Access access, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await using var session = driver.AsyncSession(options =>
            {
                options.WithDatabase(database).WithDefaultAccessMode(access == Access.Read ? AccessMode.Read : AccessMode.Write);
                if (bookmarks is { } last)
                    options.WithBookmarks(last);
            });

            // Auto-commit, which the driver does not repeat by itself: Neo4jConnection does.
            var cursor = await session.RunAsync(statement, (IDictionary<string, object>)Encoded(parameters)!, transaction => transaction.WithTimeout(timeout)).WaitAsync(cancellationToken);
            var rows = await cursor.ToListAsync(record => new Row([.. record.Keys.Select(key => Decoded(record[key]))])).WaitAsync(cancellationToken);
            bookmarks = session.LastBookmarks;
            return rows;
        }
        catch (Exception e) when (e is ServiceUnavailableException or SessionExpiredException or ConnectionReadTimeoutException)
        {
            throw new Neo4jFailure(FailureKind.Lost, e.Message, inner: e);
        }
        catch (Neo4jException e)
        {
            throw new Neo4jFailure(FailureKind.Refused, e.Message, e.Code ?? "", e);
        }
    }

    public async ValueTask DisposeAsync() => await driver.DisposeAsync();

    private static object? Encoded(object? value) => value switch
    {
        string text => Neo4jText.Encode(text),
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(p => p.Key, p => Encoded(p.Value), StringComparer.Ordinal),
        System.Collections.IEnumerable list => list.Cast<object?>().Select(Encoded).ToList(),
        _ => value,
    };

    private static object? Decoded(object? value) => value switch
    {
        string text => Neo4jText.Decode(text),
        IDictionary<string, object> map => map.ToDictionary(p => p.Key, p => Decoded(p.Value), StringComparer.Ordinal),
        System.Collections.IEnumerable list => list.Cast<object?>().Select(Decoded).ToList(),
        _ => value,
    };
}
