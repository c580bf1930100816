namespace DefenseTies.Mentions;

/// <summary>General knowledge about one entity; one line of a file under <c>graph-schema/gazetteers</c>.</summary>
public sealed record GazetteerEntry
{
    /// <summary>The entity itself.</summary>
    public required Entity Entity { get; init; }

    /// <summary>What it is within its type: an organization's kind (<c>alliance</c>, <c>company</c>, <c>force</c> …), a weapon's plain noun (<c>fighter jet</c>), an office's rank; empty when the file says nothing.</summary>
    public string Kind { get; init; } = "";

    /// <summary>True when the bare name is also an ordinary word or another thing, so that it needs arms words near it.</summary>
    public bool NeedsContext { get; init; }

    /// <summary>True for an organization that is plainly an arm of its state.</summary>
    public bool IsArm { get; init; }

    /// <summary>States it belongs to or was designed in, by name.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The year in which a former state ended; null for others.</summary>
    public int? Until { get; init; }

    /// <summary>What a text may call a state by its kind or its region: <c>kingdom</c>, <c>Balkan</c>.</summary>
    public IReadOnlyList<string> Called { get; init; } = [];

    /// <summary>Pairs of opponents in a conflict, by name.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Opponents { get; init; } = [];

    /// <summary>Makers of a weapon system, by name.</summary>
    public IReadOnlyList<string> Makers { get; init; } = [];
}

/// <summary>How a name stands for its entity.</summary>
public enum NameKind
{
    /// <summary>The name itself or an alias.</summary>
    Name,

    /// <summary>An adjective or noun of nationality: <c>Turkish</c>, <c>Danes</c>.</summary>
    Demonym,

    /// <summary>A capital or seat of government: the state when it acts, a place when something happens there.</summary>
    Seat,

    /// <summary>A city or province: always a place in the state.</summary>
    City,

    /// <summary>A title or an office.</summary>
    Office,

    /// <summary>A pronoun or a description that stands for something named before.</summary>
    Reference,
}

/// <summary>One thing a name may stand for.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Kind">How the name stands for it.</param>
public sealed record Candidate(GazetteerEntry Entry, NameKind Kind);
