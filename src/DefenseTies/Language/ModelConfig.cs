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

    /// <summary>The best value of a head for one token's scores.</summary>
    public int Best(ReadOnlySpan<float> tags, string group)
    {
        var place = Groups[group];
        var scores = tags.Slice(place[0], place[1]);
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }
}
