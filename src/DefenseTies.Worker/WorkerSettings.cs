using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace DefenseTies.Worker;

/// <summary>File, environment and command line → options, with every mistake told.</summary>
internal static class WorkerSettings
{
    private const string Section = "DefenseTies", Prefix = "DEFENSETIES_", UsualFile = "appsettings.json";

    private static readonly Dictionary<string, PropertyInfo> Options =
        typeof(WorkerOptions).GetProperties().Where(p => p.CanWrite).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the file, which may also say how to log.</summary>
    /// <param name="file">A file that must be there; null reads <c>appsettings.json</c> of the working folder when there is one.</param>
    /// <exception cref="InvalidDataException">The file is missing or is not JSON.</exception>
    public static IConfigurationRoot ReadFile(string? file)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file ?? UsualFile), optional: file is null, reloadOnChange: false).Build();
        }
        catch (Exception error) when (error is InvalidDataException or FileNotFoundException)
        {
            throw new InvalidDataException(error is FileNotFoundException ? $"there is no file {file}" : $"{error.Message} {error.InnerException?.Message}".TrimEnd(), error);
        }
    }

    /// <summary>Reads the options from all three; the later ones win.</summary>
    /// <param name="file">What <see cref="ReadFile"/> gave.</param>
    /// <param name="commandLine">Options by name; lists as <c>Watch:0</c>.</param>
    /// <exception cref="InvalidDataException">Something is wrong; the message lists all of it, a line each.</exception>
    public static WorkerOptions Read(IConfiguration file, IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables(Prefix).Build().AsEnumerable();
        var fromFile = file.GetSection(Section).AsEnumerable(makePathsRelative: true).Where(s => s.Key.Length > 0).ToList();
        var problems = fromFile.Where(s => !Options.ContainsKey(NameOf(s.Key))).Select(s => $"{s.Key}: no such option; there are {string.Join(", ", Options.Keys.Order(StringComparer.Ordinal))}").ToList();

        // Other programs of the family have variables of their own with this prefix.
        var merged = Merge(fromFile, environment.Where(s => Options.ContainsKey(NameOf(s.Key))), commandLine);
        try
        {
            var options = new ConfigurationBuilder().AddInMemoryCollection(merged).Build().Get<WorkerOptions>() ?? new WorkerOptions();
            problems.AddRange(options.Problems());
            if (problems.Count == 0)
                return options;
        }
        catch (InvalidOperationException error)
        {
            // The binder's own words name the option; what it could not read is inside.
            problems.Add($"{error.Message} {error.InnerException?.Message}".TrimEnd());
        }

        throw new InvalidDataException(string.Join('\n', problems));
    }

    // Configuration merges lists item by item; here a later list takes the place of an earlier one. A list of one needs no number.
    private static Dictionary<string, string?> Merge(params IEnumerable<KeyValuePair<string, string?>>[] sources)
    {
        var merged = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources)
        {
            var settings = source.Where(s => !string.IsNullOrEmpty(s.Value)).ToList();
            foreach (var key in merged.Keys.Where(k => settings.Any(s => NameOf(s.Key).Equals(NameOf(k), StringComparison.OrdinalIgnoreCase))).ToList())
                merged.Remove(key);
            foreach (var (key, value) in settings)
                merged[Options.TryGetValue(key, out var option) && option.PropertyType.IsGenericType ? $"{key}:0" : key] = value;
        }

        return merged;
    }

    private static string NameOf(string key) => key.Split(':')[0];
}
