using DefenseTies.Tests.Support;
using DefenseTies.Vocabulary;

namespace DefenseTies.Tests.Vocabulary;

/// <summary>A vocabulary with a mistake is not used: whoever edits it is told what, where, and what would be right.</summary>
public sealed class VocabularyTests : IDisposable
{
    private readonly VocabularyCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public void An_unspoilt_copy_loads() => Pipeline.Load(copy.Folder).Schema.ClaimTypes.Count.ShouldBe(20);

    [Theory]
    [InlineData("claims/SUPPLIES.yaml", "colour:", "color:", "'color' is not known here; known are colour")]
    [InlineData("claims/SUPPLIES.yaml", "from: [Country, Organization]", "from: [Country, Planet]", "'Planet' is not allowed under 'from'")]
    [InlineData("claims/SUPPLIES.yaml", "symmetric: false", "symmetric: no way", "'symmetric' is true or false")]
    [InlineData("entities/Country.yaml", "label: country", "label: [country]", "'label' takes one value")]
    [InlineData("entities/Country.yaml", "name: Country", "name: Land", "must be called 'Land.yaml'")]
    [InlineData("frames/SUPPLIES.yaml", "claim: SUPPLIES", "claim: SUPPLIE", "there is no claim type 'SUPPLIE'")]
    [InlineData("frames/SUPPLIES.yaml", "from: {is: actor", "from: {is: stranger", "'stranger' fills no slot")]
    [InlineData("frames/SUPPLIES.yaml", "verbs: [supply,", "verbs: [$no such list, supply,", "has no list 'no such list'")]
    [InlineData("gazetteers/companies.yaml", "state: Belarus", "state: Atlantis", "'Atlantis', which states.yaml does not have")]
    [InlineData("gazetteers/weapons.yaml", "kind: bomb", "knd: bomb", "'knd' is not known here")]
    [InlineData("learned/pairs.tsv", "[OPERATES]", "[OPERATE]", "there is no claim type '[OPERATE]'")]
    [InlineData("learned/pairs.tsv", "LL:use\t", "LL:use ", "a feature and a weight are expected")]
    [InlineData("language/english.yaml", "abbreviations:", "abreviations:", "'abreviations' is not known here")]
    public void A_mistake_is_told_with_its_file_and_line(string file, string words, string by, string message)
    {
        var line = copy.Spoil(file, words, by);
        Problems().ShouldContain(p => p.File == copy.In(file) && p.Line <= line && p.Line > line - 5 && p.Message.Contains(message, StringComparison.Ordinal), $"{file}:{line} {message}");
    }

    [Fact]
    public void What_is_no_YAML_is_told_with_its_line()
    {
        var line = copy.Spoil("claims/SUPPLIES.yaml", "from: [Country, Organization]", "from: [Country");
        Problems().ShouldContain(p => p.File == copy.In("claims/SUPPLIES.yaml") && p.Line >= line && p.Line <= line + 1 && p.Message.StartsWith("not valid YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void Problems_in_two_files_are_both_told_in_order()
    {
        copy.Spoil("gazetteers/weapons.yaml", "kind: bomb", "knd: bomb");
        copy.Spoil("claims/SUPPLIES.yaml", "colour:", "color:");
        var problems = Problems();
        problems.Select(p => p.File).Distinct().ShouldBe([copy.In("claims/SUPPLIES.yaml"), copy.In("gazetteers/weapons.yaml")]);
        problems.ShouldBe(problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line));
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("frames")]
    [InlineData("gazetteers")]
    public void A_missing_folder_is_told(string folder)
    {
        Directory.Delete(copy.In(folder), recursive: true);
        Problems().ShouldContain(p => p.File.StartsWith(copy.In(folder), StringComparison.Ordinal));
    }

    [Fact]
    public void No_vocabulary_at_all_is_told_with_its_path() =>
        Should.Throw<VocabularyException>(() => Pipeline.Load("/nowhere")).Message.ShouldContain("/nowhere");

    [Fact]
    public void The_message_lists_problems_as_compilers_do()
    {
        var line = copy.Spoil("gazetteers/weapons.yaml", "kind: bomb", "knd: bomb");
        Should.Throw<VocabularyException>(() => Pipeline.Load(copy.Folder)).Message
            .ShouldStartWith($"The vocabulary has 1 problem:\n{copy.In("gazetteers/weapons.yaml")}:{line}: ");
    }

    private IReadOnlyList<VocabularyProblem> Problems() => Should.Throw<VocabularyException>(() => Pipeline.Load(copy.Folder)).Problems;
}
