namespace DefenseTies.Vocabulary;

/// <summary>One thing wrong in a vocabulary file.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record VocabularyProblem(string File, int Line, string Message)
{
    /// <summary><c>file:line: message</c>, as compilers print it.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}

/// <summary>The vocabulary cannot be used: every problem found in it, not only the first.</summary>
public sealed class VocabularyException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problems">At least one problem.</param>
    public VocabularyException(IReadOnlyList<VocabularyProblem> problems)
        : base($"The vocabulary has {problems.Count} problem{(problems.Count == 1 ? "" : "s")}:\n" + string.Join('\n', problems)) =>
        Problems = problems;

    /// <summary>All problems, ordered by file and line.</summary>
    public IReadOnlyList<VocabularyProblem> Problems { get; }
}
