using DefenseTies.Claims;
using DefenseTies.Vocabulary;

namespace DefenseTies.Scoring;

/// <summary>Gold and what was read → figures. Gives the same figures as <c>gold/score.py</c>. Add articles, then read <see cref="Scores"/>.</summary>
/// <remarks>A status counts once per tie: the strongest that is not denied, and a denial beside it. Not thread-safe.</remarks>
public sealed class Scorer
{
    private readonly Dictionary<string, (int Hits, int Wrong, int Missed)> totals = FactSets.Measures.ToDictionary(m => m, _ => (0, 0, 0));
    private readonly List<ScoredFact> faults = [];
    private readonly HashSet<string> symmetric;

    /// <summary>Makes a scorer without articles.</summary>
    /// <param name="schema">Says which claim types have ends without order.</param>
    public Scorer(GraphSchema schema) =>
        symmetric = schema.ClaimTypes.Where(t => t.Symmetric).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>One figure per measure over all articles added, in the order they are printed.</summary>
    public IReadOnlyList<Score> Scores =>
        [.. FactSets.Measures.Select(m => new Score(m, totals[m].Hits, totals[m].Wrong, totals[m].Missed))];

    /// <summary>What was missed and what was wrong, by article, measure and fact.</summary>
    public IReadOnlyList<ScoredFact> Faults => faults;

    /// <summary>Scores one article.</summary>
    /// <param name="gold">What it says.</param>
    /// <param name="read">What was read in it.</param>
    /// <param name="name">What <see cref="Faults"/> calls the article.</param>
    public void Add(Gold gold, ExtractedArticle read, string name)
    {
        var names = new GoldNames(gold);
        var weapons = gold.Entities.Where(e => e.Type == "WeaponSystem").Select(e => GoldText.Normal(e.Name)).ToHashSet(StringComparer.Ordinal);
        var (required, optional) = Expected(gold, names, weapons);
        var found = Found(read, names, weapons);
        foreach (var measure in FactSets.Measures)
        {
            var missed = required[measure].Except(found[measure]).ToList();
            var wrong = found[measure].Except(required[measure]).Except(optional[measure]).ToList();
            var total = totals[measure];
            totals[measure] = (total.Hits + required[measure].Count - missed.Count, total.Wrong + wrong.Count, total.Missed + missed.Count);
            faults.AddRange(missed.Select(f => new ScoredFact(name, measure, true, f)));
            faults.AddRange(wrong.Select(f => new ScoredFact(name, measure, false, f)));
        }
    }

    private (FactSets Required, FactSets Optional) Expected(Gold gold, GoldNames names, HashSet<string> weapons)
    {
        var (required, optional) = (new FactSets(), new FactSets());
        foreach (var entity in gold.Entities)
            (entity.Optional ? optional : required).Add("entities", entity.Type, GoldText.Normal(entity.Name));
        foreach (var claim in gold.Claims)
        {
            var into = claim.Optional ? optional : required;
            var tie = Tie(claim.Type, names.Of(claim.From), names.Of(claim.To));
            (claim.TieRequired ? required : into).Add("ties", tie);
            into.Add("ties+status", tie, claim.Status);
            into.AddSupply(tie, claim.Type, claim.Status, Weapon(claim.Item, names, weapons));
        }

        return (required, optional);
    }

    private FactSets Found(ExtractedArticle read, GoldNames names, HashSet<string> weapons)
    {
        var found = new FactSets();
        var aliases = new Dictionary<(string Type, string Name), IReadOnlyList<string>>();
        foreach (var entity in read.Entities)
        {
            aliases[(entity.Type, entity.Name)] = entity.Aliases;
            found.Add("entities", entity.Type, names.OfType(entity.Type, entity.Name, entity.Aliases));
        }

        string End(EntityRef end) => names.Of(end.Name, aliases.GetValueOrDefault((end.Type, end.Name)));
        var strongest = new Dictionary<string, ClaimStatus>(StringComparer.Ordinal);
        foreach (var claim in read.Claims)
        {
            var tie = Tie(claim.Type, End(claim.From), End(claim.To));
            var status = claim.Status.ToString().ToLowerInvariant();
            found.Add("ties", tie);
            if (claim.Status == ClaimStatus.Denied)
                found.Add("ties+status", tie, status);
            else if (claim.Status > strongest.GetValueOrDefault(tie, ClaimStatus.Denied))
                strongest[tie] = claim.Status;
            found.AddSupply(tie, claim.Type, status, Weapon(claim.Item?.Name, names, weapons));
        }

        foreach (var (tie, status) in strongest)
            found.Add("ties+status", tie, status.ToString().ToLowerInvariant());
        return found;
    }

    private string Tie(string type, string from, string to) =>
        symmetric.Contains(type) && string.CompareOrdinal(from, to) > 0 ? $"{type} | {to} | {from}" : $"{type} | {from} | {to}";

    private static string? Weapon(string? item, GoldNames names, HashSet<string> weapons) =>
        item is not null && names.Of(item) is var name && weapons.Contains(name) ? name : null;
}
