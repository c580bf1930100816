using System.Globalization;
using DefenseTies.Vocabulary;
using YamlDotNet.RepresentationModel;

namespace DefenseTies.Mentions;

/// <summary>Files under <c>graph-schema/gazetteers</c> → names and what they stand for.</summary>
internal sealed class GazetteerReader(string folder, List<VocabularyProblem> problems)
{
    // Opening takes most of the time, and no file needs another for it.
    private readonly Dictionary<string, Task<(VocabularyFile File, List<VocabularyProblem> Problems)>> opened =
        new[] { "weapons", "leaders", "states", "organizations", "places", "companies", "offices", "forces", "agreements", "conflicts", "exercises", "programmes", "force-nouns" }
            .ToDictionary(f => f, f => Task.Run(() => Open(Path.Combine(folder, f + ".yaml"))), StringComparer.Ordinal);

    private readonly List<(string Name, Candidate Candidate)> names = [];

    public Dictionary<string, GazetteerEntry> States { get; } = new(StringComparer.Ordinal);

    public HashSet<string> ForceNouns { get; } = new(StringComparer.Ordinal);

    /// <summary>All names, files in a fixed order: states first, because every other file refers to them.</summary>
    public IReadOnlyList<(string Name, Candidate Candidate)> ReadAll()
    {
        Each("states", ReadState);
        Each("forces", map => ReadOrganization(map, "force"));
        Each("companies", map => ReadOrganization(map, "company"));
        Each("organizations", map => ReadOrganization(map, null));
        Each("weapons", ReadWeapon);
        Each("leaders", ReadLeader);
        Each("conflicts", map => ReadPlain(map, "Conflict"));
        Each("exercises", map => ReadPlain(map, "Exercise"));
        Each("agreements", map => ReadPlain(map, "Agreement"));
        Each("programmes", map => ReadPlain(map, "Programme"));
        Each("places", map => ReadPlain(map, "Place"));
        Each("offices", ReadOffice);
        Each("force-nouns", map =>
        {
            ForceNouns.Add(map.Required("noun"));
            if (map.Text("plural") is { } plural)
                ForceNouns.Add(plural);
        });
        return names;
    }

    private void Each(string file, Action<YamlMap> read)
    {
        var (yaml, faults) = opened[file].GetAwaiter().GetResult();
        foreach (var map in yaml.Maps())
        {
            read(map);
            map.ReportUnknown();
        }

        problems.AddRange(faults);
    }

    private static (VocabularyFile File, List<VocabularyProblem> Problems) Open(string path)
    {
        var faults = new List<VocabularyProblem>();
        return (VocabularyFile.Open(path, faults), faults);
    }

    private void ReadState(YamlMap map)
    {
        var entry = Entry(map, "Country", [map.Text("iso2"), map.Text("iso3")]);
        if (map.Text("until") is { } until)
            entry = entry with { Until = int.Parse(until, CultureInfo.InvariantCulture) };
        States[entry.Entity.Name] = entry;
        Add(map.List("demonyms"), entry, NameKind.Demonym);
        Add([map.Text("capital"), .. map.List("seats")], entry, NameKind.Seat);
        Add(map.List("cities"), entry, NameKind.City);
    }

    private void ReadOrganization(YamlMap map, string? kind) => Entry(map, "Organization", [], map.Text("kind") ?? kind);

    private void ReadWeapon(YamlMap map)
    {
        var makers = map.List("maker");
        var family = map.Text("family");
        var entry = Entry(map, "WeaponSystem", [], map.Text("kind"), makers, family);
        foreach (var variant in map.List("variants"))
        {
            var own = entry with
            {
                Entity = new Entity { Id = Entity.IdOf("WeaponSystem", variant), Type = "WeaponSystem", Name = variant, Family = entry.Entity.Id },
                NeedsContext = false,
            };
            // The AIM-9M of the AIM-9 Sidewinder is the AIM-9M Sidewinder.
            if (!variant.Contains(' ', StringComparison.Ordinal) && Nickname(entry.Entity.Name) is { } nickname)
            {
                own = own with { Entity = own.Entity with { Aliases = [$"{variant} {nickname}"] } };
                names.Add(($"{variant} {nickname}", new Candidate(own, NameKind.Name)));
            }

            names.Add((variant, new Candidate(own, NameKind.Name)));
        }

        // A Constellation frigate is of the Constellation class.
        foreach (var ship in entry.Entity.Aliases.Append(entry.Entity.Name).Where(n => n.EndsWith("-class", StringComparison.Ordinal)))
            Add([ship.Replace("-class", " class", StringComparison.Ordinal), ship.Replace("-class", " " + entry.Kind, StringComparison.Ordinal)], entry, NameKind.Name);
    }

    private static string? Nickname(string name) =>
        name.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 && name[..space].Any(char.IsDigit) && char.IsUpper(name[space + 1]) && !name[space..].Any(char.IsDigit) ? name[(space + 1)..] : null;

    private void ReadLeader(YamlMap map)
    {
        map.Text("office");
        map.Text("from");
        map.Text("to");
        var organization = map.Text("organization");
        Entry(map, "Leader", [], organization);
    }

    private void ReadPlain(YamlMap map, string type)
    {
        var parties = map.Get("parties") as YamlSequenceNode;
        // The exercise "Exercise Eternity" is called Eternity too, though that word alone does not name it.
        string?[] bare = type == "Exercise" ? [map.Required("name").Replace("Exercise ", "", StringComparison.Ordinal).Replace(" exercise", "", StringComparison.Ordinal)] : [];
        Entry(map, type, bare, map.Text("kind"), opponents: type == "Conflict" && parties is not null ? [.. parties.OfType<YamlSequenceNode>().Select(p => p.Children.Select(n => n.ToString()).ToArray())] : []);
    }

    private void ReadOffice(YamlMap map)
    {
        var title = map.Required("title");
        var entry = new GazetteerEntry
        {
            Entity = new Entity { Id = Entity.IdOf("Office", title), Type = "Office", Name = title },
            Kind = map.Required("rank"),
        };
        Add([title, .. map.List("aliases")], entry, NameKind.Office);
    }

    private GazetteerEntry Entry(YamlMap map, string type, string?[] codes, string? kind = null, IReadOnlyList<string>? makers = null, string? family = null, IReadOnlyList<IReadOnlyList<string>>? opponents = null)
    {
        var name = map.Required("name");
        var states = map.List("state");
        foreach (var state in states.Where(s => !States.ContainsKey(s)))
            map.File.Report(map.Node, $"'{name}' names the state '{state}', which states.yaml does not have");
        var aliases = map.List("aliases");
        var entry = new GazetteerEntry
        {
            Entity = new Entity
            {
                Id = Entity.IdOf(type, name),
                Type = type,
                Name = name,
                Aliases = [.. aliases.Concat(codes.OfType<string>()).Where(a => a != name).Distinct().Order(StringComparer.Ordinal)],
                State = states.Count > 0 && type != "WeaponSystem" ? Entity.IdOf("Country", states[0]) : null,
                Family = family is null ? null : Entity.IdOf("WeaponSystem", family),
            },
            Kind = kind ?? "",
            NeedsContext = map.Flag("context"),
            IsArm = map.Flag("arm") || (kind == "force" && states.Count > 0),
            States = states,
            Called = map.List("called"),
            Makers = makers ?? [],
            Opponents = opponents ?? [],
        };
        // What stands possessive in a conflict's name ("Russia's war against Ukraine") says more read word by word.
        Add(type == "Conflict" ? aliases.Append(name).Where(a => !a.Contains("'s ", StringComparison.Ordinal)) : [name, .. aliases], entry, NameKind.Name);
        // A single word is an exercise's name only beside that word: there are other warriors and another Milan.
        if (type == "Exercise" && name.StartsWith("Exercise ", StringComparison.Ordinal))
            Add([$"exercise {name["Exercise ".Length..]}"], entry, NameKind.Name);
        return entry;
    }

    private void Add(IEnumerable<string?> spellings, GazetteerEntry entry, NameKind kind)
    {
        foreach (var spelling in spellings.OfType<string>().Where(s => s.Length > 0))
        {
            names.Add((spelling, new Candidate(entry, kind)));
            // Newspapers write NORINCO and ASELSAN as Norinco and Aselsan.
            if (spelling.Length > 4 && spelling.All(char.IsAsciiLetterUpper))
                names.Add((spelling[..1] + spelling[1..].ToLowerInvariant(), new Candidate(entry, kind)));
        }
    }
}
