using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies;

/// <summary>Article → sentences → mentions → claims, in one method. Immutable and thread-safe: load it once.</summary>
public sealed class Pipeline
{
    private Pipeline(GraphSchema schema, Gazetteer gazetteer) => (Schema, Gazetteer) = (schema, gazetteer);

    /// <summary>What may exist in the graph.</summary>
    public GraphSchema Schema { get; }

    /// <summary>Who and what is known by name.</summary>
    public Gazetteer Gazetteer { get; }

    /// <summary>Reads and checks the vocabulary and the parser.</summary>
    /// <param name="schemaFolder">Default: <c>graph-schema</c> beside the program.</param>
    /// <param name="modelFolder">Default: <c>model</c> beside the program.</param>
    /// <exception cref="VocabularyException">The vocabulary has problems; all are listed.</exception>
    public static Pipeline Load(string? schemaFolder = null, string? modelFolder = null) => throw new NotImplementedException();

    /// <summary>Reads one article. Any text is valid; a text that says nothing gives no claims.</summary>
    public ExtractedArticle Extract(Article article) => throw new NotImplementedException();
}
