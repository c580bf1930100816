using System.Reflection;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests;

/// <summary>What holds for the library as a whole; each rule has a case that breaks it.</summary>
public sealed class HouseRules
{
    private const string Library = "src/DefenseTies/";
    private const int LongestFile = 300;

    private static readonly string[] Files = [.. SourceTree.CSharp(Library).Select(f => f[Library.Length..])];

    [Fact]
    public void A_folder_uses_only_folders_before_it_in_the_flow()
    {
        var rule = new FolderRule(Files);
        rule.Unknown.ShouldBeEmpty();
        Files.SelectMany(f => rule.Breaches(f, SourceTree.Read(Library + f))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Articles/Article.cs", "using DefenseTies.Claims;")]
    [InlineData("Articles/Article.cs", "var claim = new DefenseTies.Claims.Claim();")]
    [InlineData("Language/Parser.cs", "var known = Mentions.Gazetteer.Empty;")]
    [InlineData("Claims/Claim.cs", "private readonly Pipeline pipeline;")]
    public void The_rule_of_the_folders_sees_a_use_of_a_later_one(string path, string source) =>
        new FolderRule(Files).Breaches(path, source).Count().ShouldBe(1);

    [Theory]
    [InlineData("Claims/Claim.cs", "using DefenseTies.Mentions;")]
    [InlineData("Articles/Article.cs", "// as Mentions.Gazetteer and Pipeline do")]
    [InlineData("Mentions/ArticleMentions.cs", "return Claims.Count;")]
    public void The_rule_of_the_folders_lets_pass_what_is_in_order(string path, string source) =>
        new FolderRule(Files).Breaches(path, source).ShouldBeEmpty();

    [Fact]
    public void Public_types_are_sealed_or_made_to_be_derived_from() =>
        typeof(Pipeline).Assembly.GetExportedTypes().Where(t => !IsSettled(t)).Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void The_rule_of_the_types_sees_an_open_class()
    {
        IsSettled(typeof(AnOpenClass)).ShouldBeFalse();
        IsSettled(typeof(AnOpenRecord)).ShouldBeTrue();
    }

    [Fact]
    public void No_file_is_longer_than_one_can_read() =>
        SourceTree.CSharp("src").Concat(SourceTree.CSharp("tests"))
            .Where(f => SourceTree.Read(f).AsSpan().Count('\n') > LongestFile)
            .ShouldBeEmpty();

    private static bool IsSettled(Type type) =>
        type.IsSealed || type.IsAbstract || type.IsValueType || type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;

    private class AnOpenClass;

    private record AnOpenRecord;
}
