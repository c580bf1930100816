using System.Globalization;
using DefenseTies.Stores;
using Microsoft.Data.Sqlite;

namespace DefenseTies.Sqlite;

/// <summary>Brings a file to the schema this program knows. The version reached stands in <c>PRAGMA user_version</c>.</summary>
internal sealed class SqliteMigrations
{
    private readonly IReadOnlyList<string> scripts;

    /// <param name="scripts">SQL that leads from version 0 to 1, from 1 to 2, and so on.</param>
    internal SqliteMigrations(IReadOnlyList<string> scripts) => this.scripts = scripts;

    /// <summary>The scripts in <c>Migrations/</c>, by number.</summary>
    public static SqliteMigrations Embedded { get; } = new(ReadEmbedded());

    /// <summary>The version after the last script.</summary>
    public int Latest => scripts.Count;

    /// <summary>Applies what is missing in one transaction, or nothing.</summary>
    /// <exception cref="GraphStoreException">The file is of a newer version, or of another program.</exception>
    public void Apply(SqliteConnection connection, string path)
    {
        if (Version(connection, path) == Latest)
            return;
        using var transaction = connection.BeginTransaction(deferred: false);

        // Another process may have got there first while this one waited for the lock.
        var version = Version(connection, path);
        if (version == 0 && connection.Scalar(SqliteQueries.TableCount) > 0)
            throw SqliteProblems.NotAStore(path);
        foreach (var script in scripts.Skip((int)version))
            connection.Execute(script);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Latest}")); // a pragma takes no parameters
        transaction.Commit();
    }

    /// <summary>Refuses a file that this program cannot read without changing it.</summary>
    public void Check(SqliteConnection connection, string path)
    {
        var version = Version(connection, path);
        if (version < Latest)
            throw SqliteProblems.Older(path, version, Latest);
    }

    private long Version(SqliteConnection connection, string path)
    {
        var version = connection.Scalar(SqliteQueries.SchemaVersion);
        return version <= Latest ? version : throw SqliteProblems.Newer(path, version, Latest);
    }

    private static List<string> ReadEmbedded()
    {
        var assembly = typeof(SqliteMigrations).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd())];
    }
}
