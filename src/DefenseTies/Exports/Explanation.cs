using System.Globalization;
using System.Text;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Language;
using DefenseTies.Mentions;
using DefenseTies.Pairs;

namespace DefenseTies.Exports;

/// <summary>How sentences are read, stage by stage, as tables of plain text.</summary>
internal sealed class Explanation
{
    private readonly StringBuilder text = new();
    private readonly ArticleMentions mentions;
    private readonly IReadOnlyList<Claim> claims;

    // True where somebody asked for a sentence: then also what says nothing is shown, and why.
    private readonly bool whole;

    private Explanation(ArticleMentions mentions, IReadOnlyList<Claim> claims, bool whole) => (this.mentions, this.claims, this.whole) = (mentions, claims, whole);

    /// <summary>The sentences with these words, with all that was tried; or all of which a claim comes, with what led to it.</summary>
    public static string Text(ArticleMentions mentions, IReadOnlyList<FrameReading> readings, IReadOnlyList<PairReading> weighed, IReadOnlyList<Claim> claims, string? words)
    {
        var explanation = new Explanation(mentions, claims, words is not null);
        foreach (var sentence in mentions.Sentences)
        {
            if (words is null ? claims.Any(c => c.Evidence.Span == sentence.Span) : explanation.Words(sentence.Span).Contains(words, StringComparison.OrdinalIgnoreCase))
                explanation.Sentence(sentence, readings.Where(r => r.Roles.Sentence == sentence).ToLookup(r => r.Trigger), [.. weighed.Where(w => w.Claim.Evidence.Span == sentence.Span)]);
        }

        return explanation.text.ToString();
    }

    private void Sentence(Sentence sentence, ILookup<Token, FrameReading> readings, IReadOnlyList<PairReading> weighed)
    {
        Heading($"Sentence {sentence.Span}");
        Line($"“{Words(sentence.Span)}”");
        Tokens(sentence);
        Mentions(sentence);
        foreach (var token in sentence.Tokens.Where(t => readings[t].Any(r => r.Claims.Count > 0) || (whole && (t.Upos == "VERB" || readings[t].Any()))))
        {
            Roles(new Roles(sentence), token);
            foreach (var reading in readings[token].Where(r => r.Claims.Count > 0))
                Frame(reading);
            if (whole)
                Table($"Frames triggered by “{token.Form}” that say nothing here", readings[token].Where(r => r.Claims.Count == 0).Select(r => new[] { r.Frame.Type.Name, r.Frame.Name, r.Obstacle! }), "type", "frame", "because");
        }

        foreach (var pair in weighed)
            Table($"{(pair.IsLeftOut ? "Left out, for all speaks against it" : "Pair that no frame joins")}: {pair.Claim.From.Id} and {pair.Claim.To.Id}, {pair.Claim.Type}; what weighs most", pair.Weights.Select(w => new[] { w.Weight.ToString("0.00", CultureInfo.InvariantCulture), w.Feature }), "weight", "seen");
        foreach (var claim in claims.Where(c => c.Evidence.Span == sentence.Span))
            Claim(claim);
        Claim[] read = [.. readings.SelectMany(r => r).SelectMany(r => r.Claims).Except(weighed.Where(w => w.IsLeftOut).Select(w => w.Claim)), .. weighed.Where(w => !w.IsLeftOut).Select(w => w.Claim)];
        Elsewhere(read);
        if (read.Length == 0)
            Heading("No claim");
    }

    // An article's claims of one tie are one claim, which stands where it is said best.
    private void Elsewhere(IReadOnlyList<Claim> read) => Table(
        "Merged into a claim that another sentence says better",
        from claim in read
        let best = claims.FirstOrDefault(c => c.TieId == claim.TieId && (c.Status == ClaimStatus.Denied) == (claim.Status == ClaimStatus.Denied))
        where best?.Evidence.Span != claim.Evidence.Span
        select new[] { claim.Type, claim.From.Id, claim.To.Id, claim.Item?.Name ?? "", best is null ? "the same pair's claim with an item" : $"at {best.Evidence.Span}" },
        "type", "from", "to", "item", "said better");

    private void Tokens(Sentence sentence) => Table(
        "Tokens",
        sentence.Tokens.Select(t => new[] { t.Span.ToString(), t.Form, t.Lemma, t.Upos, t.Xpos, t.Relation, t.Head < 0 ? "" : sentence.Tokens[t.Head].Form }),
        "where", "token", "lemma", "tag", "Penn tag", "relation", "to");

    private void Mentions(Sentence sentence) => Table(
        "Mentions",
        mentions.In(sentence).Select(m => new[] { m.Span.ToString(), Words(m.Span), m.Kind.ToString().ToLowerInvariant(), mentions.Latest(m.Entity).Id }),
        "where", "words", "kind", "stands for");

    private void Roles(Roles roles, Token trigger)
    {
        var tokens = roles.Sentence.Tokens;
        var prepositions = tokens.Select(t => roles.CaseOf(t.Index)).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Select(c => $"prep:{c}");
        Table(
            $"Roles of “{trigger.Form}”",
            from role in new[] { "subj", "obj", "iobj", "poss", "mod", "appos", "gov", "clause", "host", "comp" }.Concat(prepositions)
            from filler in roles.Fill(trigger.Index, role)
            select new[] { role, tokens[filler].Form, mentions.At(roles.Sentence, filler) is { } m ? mentions.Latest(m.Entity).Id : "" },
            "role", "filler", "mention");
    }

    private void Frame(FrameReading reading)
    {
        var tokens = reading.Roles.Sentence.Tokens;
        Table(
            $"Frame “{reading.Frame.Name}” of {reading.Frame.Type.Name}, triggered by “{reading.Trigger.Form}”",
            reading.Fills.Select(f => new[] { f.Slot.Name, f.Slot.Kind.ToString().ToLowerInvariant(), f.Role, tokens[f.Filler.Token].Form, f.Filler.Entity?.Id ?? $"“{f.Filler.Words}”", f.Filler.IsReference ? "by reference" : "" }),
            "slot", "is", "role", "filler", "stands for", "");
        var cues = reading.Claims.SelectMany(c => c.Cues).Distinct().ToList();
        Table($"Cues around “{reading.Trigger.Form}”", cues.Select(c => new[] { c.Span.ToString(), Words(c.Span), c.Kind }), "where", "words", "kind");
    }

    private void Claim(Claim claim)
    {
        Heading("Claim");
        Field("id", claim.Id);
        Field("type", claim.Type);
        Field("from", claim.From.Id);
        Field("to", claim.To.Id);
        Field("item", claim.Item is { } item ? item.Id ?? $"“{item.Name}”" : null);
        Field("role", claim.Role);
        Field("quantity", claim.Quantity);
        Field("value", claim.Value);
        Field("date", claim.Date?.ToString());
        Field("status", Json.Of(claim.Status));
        Field("stage", claim.Stage);
        Field("said by", claim.AttributedTo);
        Field("confidence", Fields.Belief(claim.Confidence));
        Field("read by", claim.Extractor);
        foreach (var cue in claim.Cues)
            Field("cue", $"{cue.Span} “{Words(cue.Span)}” ({cue.Kind})");
        Field("evidence", claim.Evidence.Span.ToString());
    }

    private void Table(string heading, IEnumerable<string[]> rows, params string[] columns)
    {
        var all = rows.Prepend(columns).ToList();
        if (all.Count == 1)
            return;
        Heading(heading);
        var widths = columns.Select((_, i) => all.Max(r => r[i].Length)).ToArray();
        foreach (var row in all)
            Line("  " + string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
    }

    private void Heading(string heading) => Line(text.Length == 0 ? heading : $"\n{heading}");

    private void Field(string name, string? value)
    {
        if (value is not null)
            Line($"  {name,-11}{value}");
    }

    private void Line(string line) => text.Append(line).Append('\n');

    private string Words(TextSpan span) => string.Join(' ', span.In(mentions.Article.Text).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
