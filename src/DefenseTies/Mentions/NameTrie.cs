using DefenseTies.Articles;
using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>Names as sequences of tokens; finds the longest one that begins at a token.</summary>
internal sealed class NameTrie
{
    private readonly Dictionary<(int Node, string Token), int> steps = [];
    private readonly List<List<Candidate>?> ends = [null];

    /// <summary>Adds a name, cut as the article's text is cut.</summary>
    public void Add(string name, Candidate candidate, Tokenizer tokenizer)
    {
        var spans = new List<TextSpan>();
        tokenizer.Tokenize(name, new TextSpan(0, name.Length), spans);
        var node = 0;
        foreach (var span in spans)
        {
            var token = Names.Fold(span.In(name).ToString());
            if (candidate.Kind == NameKind.Office)
                token = token.ToLowerInvariant();
            if (!steps.TryGetValue((node, token), out var next))
            {
                next = ends.Count;
                ends.Add(null);
                steps[(node, token)] = next;
            }

            node = next;
        }

        if (node == 0)
            return;
        var list = ends[node] ??= [];
        if (!list.Contains(candidate))
            list.Add(candidate);
    }

    /// <summary>The longest name at <paramref name="at"/>; its last word may be a plural or wear capitals.</summary>
    public (int Length, IReadOnlyList<Candidate> Candidates) Match(IReadOnlyList<Token> tokens, int at, Func<Candidate, bool>? wanted = null)
    {
        var (best, found) = (0, (IReadOnlyList<Candidate>)[]);
        Walk(tokens, at, 0, 0, wanted, ref best, ref found);
        return (best, found);
    }

    private void Walk(IReadOnlyList<Token> tokens, int at, int node, int length, Func<Candidate, bool>? wanted, ref int best, ref IReadOnlyList<Candidate> found)
    {
        if (at >= tokens.Count)
            return;
        foreach (var (form, isPlural) in Forms(tokens[at].Form))
        {
            if (!steps.TryGetValue((node, form), out var next))
                continue;
            if (ends[next] is { } candidates && length + 1 > best)
            {
                var fitting = isPlural ? candidates.Where(c => c.Kind == NameKind.Office || c.Entry.Entity.Type == "WeaponSystem").ToList() : candidates;
                if (wanted is not null)
                    fitting = fitting.Where(wanted).ToList();
                if (fitting.Count > 0)
                    (best, found) = (length + 1, fitting);
            }

            Walk(tokens, at + 1, next, length + 1, wanted, ref best, ref found);
        }
    }

    // The word as written; in lower case for offices; a shouted word in title case (a dateline, a headline); a plural without its s.
    private static IEnumerable<(string Form, bool IsPlural)> Forms(string word)
    {
        var form = Names.Fold(word);
        yield return (form, false);
        var low = form.ToLowerInvariant();
        if (low != form)
            yield return (low, false);
        // Zapad-2025, Balikatan-24: an exercise and its year.
        var dash = form.LastIndexOf('-');
        if (dash > 2 && form.Length - dash is 3 or 5 && form.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            yield return (form[..dash], false);
            yield return (form[..1] + low[1..dash], false);
        }

        var shouted = form.Length > 3 && form.All(char.IsUpper);
        if (shouted)
            yield return (form[..1] + low[1..], false);
        if (form.Length > 1 && (form.Length > 3 || char.IsDigit(form[^2])) && form[^1] == 's' && form[^2] != 's')
        {
            yield return (form[..^1], true);
            if (low != form)
                yield return (low[..^1], true);
        }
    }
}
