using DefenseTies.Articles;

namespace DefenseTies.Language;

/// <summary>A word or a punctuation mark with what the parser says of it. Tags are Universal Dependencies'.</summary>
public sealed class Token
{
    /// <summary>Position in the sentence, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Where it stands in the article.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The word as written.</summary>
    public required string Form { get; init; }

    /// <summary>Dictionary form; the lower-case form until the sentence is parsed.</summary>
    public string Lemma { get; internal set; } = "";

    /// <summary>Universal part of speech, e.g. <c>VERB</c>.</summary>
    public string Upos { get; internal set; } = "X";

    /// <summary>Penn tag, e.g. <c>VBD</c>.</summary>
    public string Xpos { get; internal set; } = "";

    /// <summary>Index of the head; -1 for the root.</summary>
    public int Head { get; internal set; } = -1;

    /// <summary>Relation to the head, e.g. <c>nsubj:pass</c>.</summary>
    public string Relation { get; internal set; } = "dep";

    /// <summary>Name class found by the model (<c>PER</c>, <c>ORG</c> …), or null.</summary>
    public string? NameClass { get; internal set; }

    /// <summary>True on the first token of a name found by the model.</summary>
    public bool NameStart { get; internal set; }

    /// <summary>The relation without its subtype: <c>nsubj:pass</c> → <c>nsubj</c>.</summary>
    public ReadOnlySpan<char> BaseRelation
    {
        get
        {
            var colon = Relation.IndexOf(':');
            return colon < 0 ? Relation : Relation.AsSpan(0, colon);
        }
    }

    /// <summary>True when the word begins with an upper-case letter.</summary>
    public bool IsCapitalized => char.IsUpper(Form[0]);

    /// <inheritdoc/>
    public override string ToString() => $"{Form}/{Upos}";
}
