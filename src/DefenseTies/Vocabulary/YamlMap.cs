using YamlDotNet.RepresentationModel;

namespace DefenseTies.Vocabulary;

/// <summary>The <c>key: value</c> pairs of one YAML map; keys nobody asked for are reported by <see cref="ReportUnknown"/>.</summary>
internal sealed class YamlMap(VocabularyFile file, YamlMappingNode node)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public VocabularyFile File => file;

    public YamlNode Node => node;

    /// <summary>The keys in file order.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    /// <summary>The node under a key, or null.</summary>
    public YamlNode? Get(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    /// <summary>The text under a key, or null when there is none.</summary>
    public string? Text(string key)
    {
        var value = Get(key);
        if (value is null or YamlScalarNode)
            return (value as YamlScalarNode)?.Value;
        file.Report(value, $"'{key}' takes one value");
        return null;
    }

    /// <summary>The text under a key; a problem and the empty string when it is missing.</summary>
    public string Required(string key)
    {
        var value = Text(key);
        if (!string.IsNullOrWhiteSpace(value))
            return value;
        file.Report(node, $"'{key}' is missing");
        return "";
    }

    /// <summary>The texts under a key: a list, one value, or nothing.</summary>
    public IReadOnlyList<string> List(string key)
    {
        switch (Get(key))
        {
            case null:
                return [];
            case YamlScalarNode one:
                return string.IsNullOrEmpty(one.Value) ? [] : [one.Value];
            case YamlSequenceNode many:
                foreach (var child in many.Where(c => c is not YamlScalarNode))
                    file.Report(child, $"'{key}' takes a list of plain values");
                return [.. many.OfType<YamlScalarNode>().Select(c => c.Value ?? "")];
            case { } other:
                file.Report(other, $"'{key}' takes a list");
                return [];
        }
    }

    /// <summary>True or false under a key; false when it is missing.</summary>
    public bool Flag(string key)
    {
        var text = Text(key);
        if (text is not (null or "true" or "false"))
            file.Report(Get(key)!, $"'{key}' is true or false, not '{text}'");
        return text == "true";
    }

    /// <summary>A number under a key.</summary>
    public double Number(string key, double missing)
    {
        var text = Text(key);
        if (text is null)
            return missing;
        if (double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return number;
        file.Report(Get(key)!, $"'{key}' is a number, not '{text}'");
        return missing;
    }

    /// <summary>Reports every key that was never asked for: a misspelt key must not pass silently.</summary>
    public void ReportUnknown()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name))
                file.Report(key, $"'{key}' is not known here; known are {string.Join(", ", asked.Order(StringComparer.Ordinal))}");
        }
    }
}
