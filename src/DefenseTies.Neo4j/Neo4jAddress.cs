namespace DefenseTies.Neo4j;

/// <summary>Which database of which server.</summary>
/// <param name="Server">Address of the server, with a slash at its end.</param>
/// <param name="Database">Name of the database.</param>
public sealed record Neo4jAddress(Uri Server, string Database)
{
    /// <summary>The database of an address that names none.</summary>
    public const string DefaultDatabase = "neo4j";

    /// <summary>Reads <c>http://HOST:PORT[/DATABASE]</c>, or <c>https</c>; nothing is opened.</summary>
    /// <exception cref="FormatException">It is no such address; the message says what to write.</exception>
    public static Neo4jAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme) || uri.Host.Length == 0)
            throw new FormatException($"'{text}' is no address of a Neo4j server; write {string.Join(" or ", Schemes.Select(s => $"{s}://HOST:PORT"))}, such as http://localhost:7474");
        if (uri.UserInfo.Length > 0)
            throw new FormatException($"leave user and password out of the address; set {Neo4jLogin.UserVariable} and {Neo4jLogin.PasswordVariable} instead");
        var database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || !database.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
            throw new FormatException($"'{text}' is no address of a Neo4j database: after the port comes at most one name, of letters, digits, dots and dashes");
        return new Neo4jAddress(new Uri(uri.GetLeftPart(UriPartial.Authority) + "/"), database.Length > 0 ? database : DefaultDatabase);
    }

    /// <summary>The address as it is written.</summary>
    public override string ToString() => $"{Server}{(Database == DefaultDatabase ? "" : Database)}".TrimEnd('/');

#if NEO4J_DRIVER
    private static string[] Schemes { get; } = ["http", "https", "bolt", "bolt+s", "neo4j", "neo4j+s"];
#else
    private static string[] Schemes { get; } = ["http", "https"];
#endif
}

/// <summary>Who asks. Never written to any log or message.</summary>
/// <param name="User">The user's name.</param>
/// <param name="Password">The user's password.</param>
public sealed record Neo4jLogin(string User, string Password)
{
    /// <summary>The environment variable that holds the user; <c>neo4j</c> when it is not set.</summary>
    public const string UserVariable = "NEO4J_USER";

    /// <summary>The environment variable that holds the password.</summary>
    public const string PasswordVariable = "NEO4J_PASSWORD";

    /// <summary>The login that the environment holds, or null for a server without login.</summary>
    public static Neo4jLogin? FromEnvironment() =>
        Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password
            ? new Neo4jLogin(Environment.GetEnvironmentVariable(UserVariable) is { Length: > 0 } user ? user : "neo4j", password)
            : null;

    /// <summary>The user's name alone.</summary>
    public override string ToString() => User;
}
