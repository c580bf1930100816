using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefenseTies.Language;

/// <summary>The model's <c>config.json</c>: where each head lies in the output and what its values are.</summary>
internal sealed record ModelConfig(
    [property: JsonPropertyName("buckets")] int Buckets,
    [property: JsonPropertyName("groups")] Dictionary<string, int[]> Groups,
    [property: JsonPropertyName("values")] Dictionary<string, string[]> Values,
    [property: JsonPropertyName("tags_dim")] int TagsDim)
{
    public static ModelConfig Read(string path) =>
        JsonSerializer.Deserialize<ModelConfig>(File.ReadAllBytes(path)) ?? throw new InvalidDataException($"{path} is empty");

    /// <summary>A head by its name.</summary>
    public TagGroup Group(string name) => new(Groups[name][0], Values[name]);

    /// <summary>The best value of a head for one token's scores.</summary>
    public int Best(ReadOnlySpan<float> tags, string group) => Group(group).BestIndex(tags);
}

/// <summary>One head of the model's output.</summary>
/// <param name="Start">Where its scores begin in a token's row.</param>
/// <param name="Values">What the scores are of.</param>
internal sealed record TagGroup(int Start, string[] Values)
{
    /// <summary>The value with the highest score.</summary>
    public string Best(ReadOnlySpan<float> tags) => Values[BestIndex(tags)];

    /// <summary>Its index.</summary>
    public int BestIndex(ReadOnlySpan<float> tags)
    {
        var scores = tags.Slice(Start, Values.Length);
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }
}
