using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DefenseTies.Articles;
using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>An end of a claim: the entity as it stood when the claim was made.</summary>
/// <param name="Id">The entity's id.</param>
/// <param name="Type">The entity's type.</param>
/// <param name="Name">The entity's name in the article.</param>
public sealed record EntityRef(string Id, string Type, string Name)
{
    /// <summary>A reference to <paramref name="entity"/>.</summary>
    public static EntityRef To(Entity entity) => new(entity.Id, entity.Type, entity.Name);
}

/// <summary>What a claim is about besides its ends: a named system, or plain words such as "armed drones".</summary>
/// <param name="Name">The system's name or the words.</param>
/// <param name="Id">Entity id of a named system; null for plain words.</param>
public sealed record ClaimItem(string Name, string? Id = null)
{
    /// <summary>What makes two items the same: the id, else the words' <see cref="Names.Key"/>.</summary>
    public string Key => Id ?? Names.Key(Name);
}

/// <summary>Words that decided a field of a claim, e.g. <c>may</c> for <c>possible</c>.</summary>
/// <param name="Kind">What they decide: <c>negation</c>, <c>modal</c>, <c>plan</c>, <c>hedge</c>, <c>attribution</c>, <c>stage</c>, <c>condition</c>, <c>ended</c>.</param>
/// <param name="Span">Where they stand in the article.</param>
public sealed record Cue(string Kind, TextSpan Span);

/// <summary>The words that say a claim.</summary>
/// <param name="ArticleId">The article they stand in.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Quote">The exact words; equal to the article's text at <paramref name="Span"/>.</param>
public sealed record Evidence(string ArticleId, TextSpan Span, string Quote);

/// <summary>One thing one article says: immutable, with the words that say it and an id that is a hash of its content.</summary>
public sealed record Claim
{
    /// <summary>What <see cref="Extractor"/> begins with where a language model proposed the claim.</summary>
    public const string ProposedBy = "model:";

    /// <summary>First 16 hex digits of the SHA-256 of the claim's content. Set by <see cref="WithId"/>.</summary>
    public string Id { get; init; } = "";

    /// <summary>A claim type of <c>graph-schema/claims</c>, e.g. <c>SUPPLIES</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The first end (a supplier, a member, a leader); for symmetric types the ordinally smaller id.</summary>
    public required EntityRef From { get; init; }

    /// <summary>The second end.</summary>
    public required EntityRef To { get; init; }

    /// <summary>What is supplied, produced, deployed …, or null.</summary>
    public ClaimItem? Item { get; init; }

    /// <summary>The office of a LEADS claim in the article's words, or null.</summary>
    public string? Role { get; init; }

    /// <summary>How many, in the article's words (<c>six</c>, <c>about 40</c>), or null.</summary>
    public string? Quantity { get; init; }

    /// <summary>The price or value in the article's words (<c>$374.96 million</c>), or null.</summary>
    public string? Value { get; init; }

    /// <summary>When it happened or is to happen, or null when the article does not say.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Whether it has come about.</summary>
    public ClaimStatus Status { get; init; } = ClaimStatus.Actual;

    /// <summary>How far a deal is: <c>considered</c>, <c>negotiating</c>, <c>approved</c>, <c>contracted</c>, <c>delivering</c>, <c>delivered</c>, <c>in service</c>, <c>suspended</c>, <c>cancelled</c>; null for types without stages.</summary>
    public string? Stage { get; init; }

    /// <summary>Who says so, in the article's words; null when the article itself does.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>The words that decided status, stage and attribution, in text order.</summary>
    public IReadOnlyList<Cue> Cues { get; init; } = [];

    /// <summary>How sure the reading is: above 0, at most 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The sentence behind the claim.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Name and version of what read the claim, e.g. <c>frames/1</c>; of what proposed it, <c>model:NAME/1</c>.</summary>
    public required string Extractor { get; init; }

    /// <summary>True when a language model proposed the claim and no frame read it. Told by <see cref="Extractor"/>, which every store keeps.</summary>
    public bool IsProposal => Extractor.StartsWith(ProposedBy, StringComparison.Ordinal);

    /// <summary>What makes two claims speak of one tie: type, ends and item.</summary>
    public string TieId => Hash($"{Type}\n{From.Id}\n{To.Id}\n{Item?.Key}");

    /// <summary>The claim with <see cref="Id"/> computed from everything else it holds.</summary>
    public Claim WithId() => this with { Id = Hash(Content()) };

    private string Content()
    {
        var cues = string.Join(' ', Cues.Select(c => $"{c.Kind}@{c.Span}"));
        return string.Join('\n', Type, From.Id, From.Name, To.Id, To.Name, Item?.Key, Item?.Name, Role, Quantity, Value, Date?.ToString(),
            Status, Stage, AttributedTo, cues, Confidence.ToString("0.####", CultureInfo.InvariantCulture),
            Evidence.ArticleId, Evidence.Span, Evidence.Quote, Extractor);
    }

    private static string Hash(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];
}
