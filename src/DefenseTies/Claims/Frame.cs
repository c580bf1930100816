using DefenseTies.Vocabulary;

namespace DefenseTies.Claims;

/// <summary>One way of saying a claim: trigger words, and which roles around them fill which slot. Read from <c>graph-schema/frames</c>.</summary>
internal sealed record Frame
{
    public required string Name { get; init; }

    public required ClaimType Type { get; init; }

    /// <summary>Lemmas that trigger the frame as verbs; a particle belongs to it (<c>hand over</c>).</summary>
    public required IReadOnlySet<string> Verbs { get; init; }

    /// <summary>Lemmas that trigger it as nouns.</summary>
    public required IReadOnlySet<string> Nouns { get; init; }

    /// <summary>Lemmas that trigger it as adjectives.</summary>
    public required IReadOnlySet<string> Adjectives { get; init; }

    /// <summary>Mentions of these entity types, or of an <c>Office</c> held by somebody, trigger it.</summary>
    public required IReadOnlySet<string> Mentions { get; init; }

    public required IReadOnlyList<Slot> Slots { get; init; }

    /// <summary>All must hold.</summary>
    public required IReadOnlyList<Condition> When { get; init; }

    /// <summary>None may hold.</summary>
    public required IReadOnlyList<Condition> Unless { get; init; }

    /// <summary>The status where nothing around the trigger says otherwise.</summary>
    public ClaimStatus Status { get; init; } = ClaimStatus.Actual;

    /// <summary>The stage of a deal the trigger itself tells, or null.</summary>
    public string? Stage { get; init; }

    /// <summary>True when the simple present (<c>Serbia buys …</c>, as headlines have it) tells of a decision, not of a delivery.</summary>
    public bool PresentIsPlanned { get; init; }

    /// <summary>True when cues around the trigger do not change the status: a past office is an office held.</summary>
    public bool IgnoresCues { get; init; }

    /// <summary>True when what the trigger names is so whatever its clause says (<c>NATO ally Turkey refused</c>), unless it is the predicate itself.</summary>
    public bool IsPresupposed { get; init; }

    /// <summary>True for what is so until it ends (a base, troops somewhere, a war): named with an article it is there, and a frame of status denied tells of its end.</summary>
    public bool Lasting { get; init; }

    /// <summary>True for what lasts and is so also when it has ended: a war that is over was fought.</summary>
    public bool PastCounts { get; init; }

    public double Confidence { get; init; }

    /// <summary>True when a slot may be filled by what other sentences say: the roles <c>origin</c>, <c>previous</c>, <c>latest</c> and <c>article</c>.</summary>
    public bool NeedsContext => Slots.Any(s => s.Roles.Any(r => r is "origin" or "previous" or "latest" or "article"));

    public required IReadOnlyList<FrameExample> Examples { get; init; }
}

/// <summary>A slot of a frame.</summary>
/// <param name="Name"><c>from</c>, <c>to</c>, <c>both</c> (two or more, all pairs of them) or <c>item</c>.</param>
/// <param name="Kind">What may fill it.</param>
/// <param name="Roles">Role paths, tried in order.</param>
/// <param name="Optional">True when the claim stands without it.</param>
/// <param name="All">True when all role paths add to the slot, instead of the first that fills it.</param>
/// <param name="Across">For <c>both</c>: true when fillers of one role are not paired with each other ("A and B seized it from C").</param>
/// <param name="Home">For an end beside a weapon system: true when it must be the system's origin or maker, false when it must not.</param>
internal sealed record Slot(string Name, SlotKind Kind, IReadOnlyList<string> Roles, bool Optional, bool All, bool Across, bool? Home);

/// <summary>What may fill a slot.</summary>
internal enum SlotKind
{
    /// <summary>A state or an organization.</summary>
    Actor,

    /// <summary>A company.</summary>
    Company,

    /// <summary>Who makes a design: a state or an organization, a state's own company or agency as itself and not as its state.</summary>
    Maker,

    /// <summary>A state or an organization that is no company: between a company and a state the company sells.</summary>
    Buyer,

    /// <summary>A state, or what is plainly an arm of one.</summary>
    State,

    /// <summary>A state as the owner of what stands beside it: possessive, by nationality or through its force, not a bare name ("gave Kyiv missiles").</summary>
    Owner,

    /// <summary>A state, also through a company or body that belongs to it.</summary>
    Home,

    /// <summary>A state, also through a place in it.</summary>
    Place,

    /// <summary>An organization that states join.</summary>
    Alliance,

    /// <summary>A named weapon system.</summary>
    Weapon,

    /// <summary>A weapon system, or plain words for arms and equipment.</summary>
    Arms,

    /// <summary>Plain words for anything.</summary>
    Words,

    /// <summary>A state or a public body, an agency as itself and not as its state.</summary>
    Body,

    /// <summary>Whom something is aimed at: a state, a company, a public body as itself, by name where a noun is followed by one.</summary>
    Target,

    /// <summary>A person with a public office.</summary>
    Leader,

    /// <summary>The state or body whose office a leader holds.</summary>
    Seat,

    /// <summary>An agreement, named or described.</summary>
    Agreement,

    /// <summary>A named exercise.</summary>
    Exercise,
}

/// <summary>A condition on the words in a role: <c>obj: [exercise, drill]</c>.</summary>
/// <param name="Role">A role path, or <c>sentence</c> for any word of the sentence.</param>
/// <param name="Words">Lemmas, at least one of which must be there.</param>
internal sealed record Condition(string Role, IReadOnlySet<string> Words)
{
    /// <summary>Stands for any word at all: the role is filled.</summary>
    public const string Any = "$any";

    /// <summary>Stands for a number: <c>ordered 24</c>.</summary>
    public const string Number = "$number";

    /// <summary>Stands for a sum written as one word: "$73m", "700m".</summary>
    public const string Sum = "$sum";

    /// <summary>True when one of the words stands for what no word list can name.</summary>
    public bool IsOpen { get; } = Words.Contains(Any) || Words.Contains(Number) || Words.Contains(Sum);

    /// <summary>True when the words may be verbs: what governs the trigger, or a clause under it.</summary>
    public bool IsOfVerb => Role.EndsWith("gov", StringComparison.Ordinal) || Role.EndsWith("comp", StringComparison.Ordinal);
}

/// <summary>A sentence and what the frames of its file must read in it. Run by the tests, shown in the docs.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Claims">Expected claims as <c>From &gt; To: item (status)</c>; empty for a sentence that must give none of this type.</param>
/// <param name="Line">Line in the file.</param>
internal sealed record FrameExample(string Text, IReadOnlyList<string> Claims, int Line);
