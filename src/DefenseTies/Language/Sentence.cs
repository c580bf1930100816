using DefenseTies.Articles;

namespace DefenseTies.Language;

/// <summary>A sentence (or a clause set off by a semicolon) with its tokens and, once parsed, its tree.</summary>
public sealed class Sentence
{
    private int[][]? children;

    /// <summary>Position in the article, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>From the first token to the last, punctuation included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>At least one token.</summary>
    public required IReadOnlyList<Token> Tokens
    {
        get;
        init
        {
            field = value;
            var words = value.Where(t => char.IsLetter(t.Form[0]) && t.Form.Length > 3).ToArray();
            IsTitleCase = words.Length >= 4 && words.Count(t => t.IsCapitalized) > words.Length * 0.8 && value[^1].Form != ".";
        }
    }

    /// <summary>Which block of the text it stands in; 0 is the headline, the body counts from 1.</summary>
    public required int Paragraph { get; init; }

    /// <summary>True once the parser has filled in tags and heads.</summary>
    public bool IsParsed { get; internal set; }

    /// <summary>True for the headline.</summary>
    public bool IsTitle => Paragraph == 0;

    /// <summary>True when nearly every word wears a capital, as in many headlines: then capitals tell nothing.</summary>
    public bool IsTitleCase { get; private init; }

    /// <summary>Indices of the dependents of a token, in text order.</summary>
    public IReadOnlyList<int> Children(int token) => (children ??= FindChildren())[token];

    /// <summary>The dependents with this very relation, in text order.</summary>
    internal IReadOnlyList<int> Children(int token, string relation)
    {
        // A list and no query: mostly it is empty, and it is asked for more often than anything else.
        List<int>? found = null;
        foreach (var child in (children ??= FindChildren())[token])
        {
            if (Tokens[child].Relation == relation)
                (found ??= []).Add(child);
        }

        return found ?? (IReadOnlyList<int>)[];
    }

    /// <summary>True when a token has a dependent with this very relation.</summary>
    internal bool HasChild(int token, string relation)
    {
        foreach (var child in (children ??= FindChildren())[token])
        {
            if (Tokens[child].Relation == relation)
                return true;
        }

        return false;
    }

    /// <summary>Hangs a token elsewhere; a head that the token itself governs changes nothing.</summary>
    internal void Attach(int token, int head, string relation)
    {
        if (head >= 0 && Governs(token, head))
            return;
        (Tokens[token].Head, Tokens[token].Relation) = (head, relation);
        children = null;
    }

    /// <summary>The first dependent with this base relation, or -1.</summary>
    public int Child(int token, string relation)
    {
        foreach (var child in Children(token))
        {
            if (Tokens[child].BaseRelation.SequenceEqual(relation))
                return child;
        }

        return -1;
    }

    /// <summary>True when <paramref name="ancestor"/> is <paramref name="token"/> or governs it.</summary>
    public bool Governs(int ancestor, int token)
    {
        for (var steps = 0; token >= 0 && steps <= Tokens.Count; token = Tokens[token].Head, steps++)
        {
            if (token == ancestor)
                return true;
        }

        return false;
    }

    /// <summary>First and last token below a token, itself included.</summary>
    public (int First, int Last) Subtree(int token)
    {
        var (first, last) = (token, token);
        var open = new Stack<int>([token]);
        while (open.TryPop(out var at))
        {
            (first, last) = (Math.Min(first, at), Math.Max(last, at));
            foreach (var child in Children(at))
                open.Push(child);
        }

        return (first, last);
    }

    private int[][] FindChildren()
    {
        var lists = new List<int>[Tokens.Count];
        foreach (var token in Tokens)
        {
            if (token.Head >= 0)
                (lists[token.Head] ??= []).Add(token.Index);
        }

        return [.. lists.Select(l => l?.ToArray() ?? [])];
    }
}
