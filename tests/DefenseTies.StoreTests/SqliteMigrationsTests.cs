using DefenseTies.Sqlite;
using DefenseTies.Stores;
using Microsoft.Data.Sqlite;

namespace DefenseTies.StoreTests;

public sealed class SqliteMigrationsTests : IDisposable
{
    private const string First = "CREATE TABLE one (id)", Second = "CREATE TABLE two (id)";
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public SqliteMigrationsTests() => connection.Open();

    public void Dispose() => connection.Dispose();

    [Fact]
    public void Only_what_is_missing_is_applied()
    {
        new SqliteMigrations([First]).Apply(connection, "store.db");
        new SqliteMigrations([First, Second]).Apply(connection, "store.db");

        Tables().ShouldBe(2);
        connection.Scalar(SqliteQueries.SchemaVersion).ShouldBe(2);
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_version_before()
    {
        new SqliteMigrations([First]).Apply(connection, "store.db");

        Should.Throw<SqliteException>(() => new SqliteMigrations([First, Second, "CREATE TABLE one (id)"]).Apply(connection, "store.db"));

        Tables().ShouldBe(1);
        connection.Scalar(SqliteQueries.SchemaVersion).ShouldBe(1);
    }

    [Fact]
    public void An_older_version_is_not_read_but_told_how_to_be_brought_up_to_date()
    {
        new SqliteMigrations([First]).Apply(connection, "store.db");

        Should.Throw<GraphStoreException>(() => new SqliteMigrations([First, Second]).Check(connection, "store.db")).Message.ShouldContain("Open it once for writing");
    }

    [Fact]
    public void The_numbers_of_the_files_are_the_versions_without_gaps()
    {
        var numbers = typeof(SqliteMigrations).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).Select(name => name.Split('.')[^2][..3]);

        numbers.ShouldBe(Enumerable.Range(1, SqliteMigrations.Embedded.Latest).Select(n => n.ToString("000", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private long Tables() => connection.Scalar(SqliteQueries.TableCount);
}
