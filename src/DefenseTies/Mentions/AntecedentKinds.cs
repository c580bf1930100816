namespace DefenseTies.Mentions;

/// <summary>What the references of one article may stand for, kind by kind.</summary>
internal sealed class AntecedentKinds(NamedSoFar named)
{
    private readonly Dictionary<(string? Lemma, string? Nation), Antecedents> systems = [];
    private readonly Dictionary<string, Antecedents> called = new(StringComparer.Ordinal);

    public NamedSoFar Named => named;

    /// <summary>States and organizations that act.</summary>
    public Antecedents Actors { get; } = new(named.Before, IsActor);

    /// <summary>States that act.</summary>
    public Antecedents States { get; } = new(named.Before, m => m.Entity.Type == "Country" && IsActor(m));

    /// <summary>States by their names and demonyms, so not by what only stands for them.</summary>
    public Antecedents StatesNamed { get; } = new(named.Before, m => m.Entity.Type == "Country" && m.Kind is not (NameKind.City or NameKind.Reference));

    /// <summary>States, however they are named, but for their cities.</summary>
    public Antecedents Countries { get; } = new(named.Before, m => m.Entity.Type == "Country" && m.Kind != NameKind.City);

    /// <summary>States as places.</summary>
    public Antecedents Hosts { get; } = new(named.Before, m => m.Entity.Type == "Country" && m.Kind != NameKind.Demonym);

    /// <summary>States as places, and places of a state.</summary>
    public Antecedents Places { get; } = new(named.Before, m => (m.Entity.Type == "Country" || m is { Entity.Type: "Place", Known.States.Count: > 0 }) && m.Kind != NameKind.Demonym);

    public Antecedents Alliances { get; } = new(named.Before, m => m.Entity.Type == "Organization" && m.Known?.Kind is "alliance" or "bloc");

    public Antecedents Companies { get; } = new(named.Before, m => m.Entity.Type == "Organization" && !(m.Known?.IsArm ?? false));

    /// <summary>Armed groups, also those that a state keeps.</summary>
    public Antecedents Groups { get; } = new(named.Before, m => m.Entity.Type == "Organization" && m.Known?.Kind is "armed group");

    public Antecedents Agreements { get; } = new(named.Before, m => m.Entity.Type == "Agreement");

    public Antecedents Exercises { get; } = new(named.Before, m => m.Entity.Type == "Exercise");

    public Antecedents Leaders { get; } = new(named.Before, m => m.Entity.Type == "Leader");

    /// <summary>Weapon systems that a noun may stand for (null: any), of a nation (null: of any).</summary>
    public Antecedents Systems(string? lemma, string? nation)
    {
        if (!systems.TryGetValue((lemma, nation), out var kind))
        {
            systems[(lemma, nation)] = kind = new(
                named.SystemsBefore,
                m => m.Entity.Type == "WeaponSystem" && (lemma is null || Fits(m, lemma)) && (nation is null || m.Known is null || m.Known.States.Contains(nation)));
        }

        return kind;
    }

    /// <summary>States that a text may call by all of these words: <c>Balkan</c>, <c>kingdom</c>.</summary>
    public Antecedents Called(IReadOnlyList<string> words)
    {
        var key = string.Join(' ', words);
        if (!called.TryGetValue(key, out var kind))
            called[key] = kind = new(named.Before, m => m.Entity.Type == "Country" && m.Known is { } state && words.All(state.Called.Contains));
        return kind;
    }

    /// <summary>True for what acts: a state where it does not stand for a place, a company, an alliance.</summary>
    internal static bool IsActor(Mention m) =>
        m.Entity.Type is "Country" && m.Kind != NameKind.City && m.Kind != NameKind.Demonym && !IsPlace(m)
        || (m.Entity.Type == "Organization" && m.Known?.Kind is "company" or "alliance" or "bloc" or "armed group");

    private static bool IsPlace(Mention m)
    {
        var at = m.First - 1;
        return at >= 0 && m.Sentence.Tokens[at].Form.ToLowerInvariant() is "in" or "at" or "near" or "outside" or "over";
    }

    // A definite noun fits a system whose plain noun it ends, or any system when it says nothing itself.
    private static bool Fits(Mention weapon, string lemma) =>
        lemma is "system" or "weapon" or "platform" or "type" or "model" or "equipment" or "apparatus" or "hardware"
        || (weapon.Known?.Kind is { Length: > 0 } kind ? kind.Split(' ').Contains(lemma) || Kin(kind, lemma) : lemma is "aircraft" or "missile" or "drone" or "jet" or "tank" or "plane" or "helicopter" or "ship" or "vehicle");

    private static bool Kin(string kind, string lemma) => lemma switch
    {
        "jet" or "plane" or "aeroplane" or "airplane" or "machine" or "aircraft" or "warplane" or "fighter" => kind.Contains("aircraft", StringComparison.Ordinal) || kind.Contains("jet", StringComparison.Ordinal) || kind.Contains("fighter", StringComparison.Ordinal) || kind.Contains("drone", StringComparison.Ordinal) || kind.Contains("bomber", StringComparison.Ordinal),
        "drone" or "uav" => kind.Contains("drone", StringComparison.Ordinal) || kind.Contains("munition", StringComparison.Ordinal) || kind.Contains("UAV", StringComparison.Ordinal),
        "battery" or "missile" or "launcher" or "interceptor" => kind.Contains("missile", StringComparison.Ordinal) || kind.Contains("air defence", StringComparison.Ordinal) || kind.Contains("air defense", StringComparison.Ordinal) || kind.Contains("rocket", StringComparison.Ordinal),
        "vehicle" => kind.Contains("vehicle", StringComparison.Ordinal) || kind.Contains("tank", StringComparison.Ordinal) || kind.Contains("carrier", StringComparison.Ordinal),
        "ship" or "vessel" or "boat" or "warship" => kind.Contains("frigate", StringComparison.Ordinal) || kind.Contains("corvette", StringComparison.Ordinal) || kind.Contains("ship", StringComparison.Ordinal) || kind.Contains("submarine", StringComparison.Ordinal),
        "howitzer" or "gun" => kind.Contains("howitzer", StringComparison.Ordinal) || kind.Contains("artillery", StringComparison.Ordinal),
        _ => false,
    };
}
