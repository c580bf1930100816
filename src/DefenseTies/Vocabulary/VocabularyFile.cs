using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DefenseTies.Vocabulary;

/// <summary>A YAML file opened for reading; what is wrong in it is added to the list of problems, with its line.</summary>
internal sealed class VocabularyFile
{
    private readonly List<VocabularyProblem> problems;

    private VocabularyFile(string path, List<VocabularyProblem> problems)
    {
        Path = path;
        this.problems = problems;
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The file's top node, or null when it is empty or not YAML.</summary>
    public YamlNode? Root { get; private init; }

    /// <summary>All <c>.yaml</c> files of a folder, in ordinal order of their names; none when the folder is missing.</summary>
    public static IEnumerable<VocabularyFile> All(string folder, List<VocabularyProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new VocabularyProblem(folder, 0, "no such folder; a vocabulary needs it"));
            yield break;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
            yield return Open(path, problems);
    }

    /// <summary>Opens one file.</summary>
    public static VocabularyFile Open(string path, List<VocabularyProblem> problems)
    {
        try
        {
            var yaml = Load(path);
            if (yaml.Documents.Count == 1)
                return new VocabularyFile(path, problems) { Root = yaml.Documents[0].RootNode };
            problems.Add(new VocabularyProblem(path, 0, yaml.Documents.Count == 0 ? "the file is empty" : "one YAML document is expected"));
        }
        catch (YamlException error)
        {
            problems.Add(new VocabularyProblem(path, (int)error.Start.Line, $"not valid YAML: {error.Message}"));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new VocabularyProblem(path, LastUnderstoodLine(path), "not valid YAML: a list, a map or a quotation is not closed"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new VocabularyProblem(path, 0, error.Message));
        }

        return new VocabularyFile(path, problems);
    }

    private static YamlStream Load(string path)
    {
        using var reader = File.OpenText(path);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml;
    }

    // YamlDotNet answers some unclosed lists with an InvalidOperationException that has no place: the last line it understood is the place.
    private static int LastUnderstoodLine(string path)
    {
        using var reader = File.OpenText(path);
        var parser = new Parser(reader);
        var line = 1;
        try
        {
            while (parser.MoveNext())
                line = (int)parser.Current!.Start.Line;
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException)
        {
        }

        return line;
    }

    /// <summary>Adds a problem at a node.</summary>
    public void Report(YamlNode at, string message) => problems.Add(new VocabularyProblem(Path, (int)at.Start.Line, message));

    /// <summary>The file as one map; null, and a problem, when it is something else.</summary>
    public YamlMap? Map() => Root is null ? null : AsMap(Root);

    /// <summary>The file as a list of maps.</summary>
    public IEnumerable<YamlMap> Maps() => Root is null ? [] : Maps(Root);

    /// <summary>A node as a list of maps.</summary>
    public IEnumerable<YamlMap> Maps(YamlNode node)
    {
        if (node is not YamlSequenceNode list)
        {
            Report(node, "a list is expected");
            yield break;
        }

        foreach (var child in list)
        {
            if (AsMap(child) is { } map)
                yield return map;
        }
    }

    /// <summary>A node as a map; null, and a problem, when it is something else.</summary>
    public YamlMap? AsMap(YamlNode node)
    {
        if (node is YamlMappingNode map)
            return new YamlMap(this, map);
        Report(node, "'key: value' lines are expected");
        return null;
    }
}
