using Microsoft.Data.Sqlite;

namespace DefenseTies.Sqlite;

/// <summary>One statement, compiled on first use and run many times.</summary>
internal sealed class PreparedInsert(SqliteConnection connection, string sql) : IDisposable
{
    private readonly SqliteCommand command = connection.Statement(sql);
    private readonly Dictionary<string, SqliteParameter> parameters = new(StringComparer.Ordinal);

    /// <summary>Runs it with these values; every call names the same parameters. Returns the number of rows changed.</summary>
    public int Run(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (!parameters.TryGetValue(name, out var parameter))
            {
                parameters[name] = parameter = new SqliteParameter { ParameterName = name };
                command.Parameters.Add(parameter);
            }

            parameter.Value = value is string or null ? SqliteText.Value((string?)value) : value;
        }

        return command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose() => command.Dispose();
}
