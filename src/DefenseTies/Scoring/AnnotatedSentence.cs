namespace DefenseTies.Scoring;

/// <summary>One sentence, seldom two, and every tie that a person says it tells of, whatever the status: what ways of saying are learned from beside whole articles.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Ties">All it tells of; empty for one that only looks like it.</param>
public sealed record AnnotatedSentence(string Text, IReadOnlyList<AnnotatedTie> Ties)
{
    private const string Start = "S: ";

    /// <summary>Reads a file: blocks with a blank line between, each <c>S: </c> and the sentence, then lines of <c>TYPE | from | to</c>, or one of <c>-</c> for none.</summary>
    /// <exception cref="InvalidDataException">A line is none of these; the message names file and line.</exception>
    public static IReadOnlyList<AnnotatedSentence> Read(string path)
    {
        var sentences = new List<AnnotatedSentence>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith(Start, StringComparison.Ordinal))
                sentences.Add(new AnnotatedSentence(line[Start.Length..].Trim(), new List<AnnotatedTie>()));
            else if (sentences.Count > 0 && line.Split('|', StringSplitOptions.TrimEntries) is [{ Length: > 0 } type, { Length: > 0 } from, { Length: > 0 } to])
                ((List<AnnotatedTie>)sentences[^1].Ties).Add(new AnnotatedTie(type, from, to));
            else if (line.Trim() is not ("" or "-"))
                throw new InvalidDataException($"{path}, line {number}: 'S: ' and a sentence, or 'TYPE | from | to' for a tie that the sentence above says, or '-' for none is expected");
        }

        return sentences;
    }
}

/// <summary>A tie that a sentence tells of; ends are names.</summary>
/// <param name="Type">Its claim type.</param>
/// <param name="From">The first end's name.</param>
/// <param name="To">The second end's name.</param>
public sealed record AnnotatedTie(string Type, string From, string To);
