using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Mentions;

namespace DefenseTies.Tests.Support;

/// <summary>What every reading of every text promises. Plain code instead of assertions: it runs a hundred thousand times.</summary>
internal static class Promises
{
    /// <summary>The promises that a reading breaks; none when all is well.</summary>
    public static IEnumerable<string> Broken(ExtractedArticle read)
    {
        read.ThrowIfInconsistent();
        var text = read.Article.Text;
        foreach (var claim in read.Claims)
        {
            if (!Lies(claim.Evidence.Span, text) || !claim.Evidence.Span.In(text).SequenceEqual(claim.Evidence.Quote))
                yield return $"{claim.Id} quotes what the text does not say";
            if (claim.Cues.Any(c => !Lies(c.Span, text)))
                yield return $"{claim.Id} has a cue outside the text";
            if (claim.Confidence is not (> 0 and <= 1))
                yield return $"{claim.Id} has confidence {claim.Confidence}";
            if (claim.WithId().Id != claim.Id)
                yield return $"{claim.Id} has an id that is not its content's";
            if (!IsAllowed(claim))
                yield return $"{claim.Type} may not go from {claim.From.Type} to {claim.To.Type}";
        }

        foreach (var mention in read.Mentions.Where(m => !Lies(m.Span, text)))
            yield return $"{mention.EntityId} is mentioned outside the text";
        foreach (var entity in read.Entities.Where(e => !IsWellFormed(e)))
            yield return $"'{entity.Id}' is no id of a {entity.Type}";
        if (read.Claims.DistinctBy(c => c.Id).Count() < read.Claims.Count)
            yield return "two claims have one id";
        if (read.Entities.DistinctBy(e => e.Id).Count() < read.Entities.Count)
            yield return "two entities have one id";
    }

    private static bool Lies(TextSpan span, string text) => span.Start >= 0 && span.End <= text.Length && span.Length > 0;

    private static bool IsAllowed(Claim claim) =>
        Loaded.Pipeline.Schema.Claim(claim.Type) is { } type
        && ((type.From.Contains(claim.From.Type) && type.To.Contains(claim.To.Type))
            || (type.Symmetric && type.From.Contains(claim.To.Type) && type.To.Contains(claim.From.Type)));

    // Letters of any script, but no capitals; a hyphen only between them.
    private static bool IsWellFormed(Entity entity) =>
        entity.Id.Split(':') is [var type, var slug] && type == Entity.IdOf(entity.Type, "")[..^1]
        && slug.Length > 0 && slug[0] != '-' && slug[^1] != '-' && slug.All(c => c == '-' || (char.IsLetterOrDigit(c) && !char.IsUpper(c)));
}
