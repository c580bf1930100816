using DefenseTies.Worker;
using Microsoft.Extensions.Time.Testing;

namespace DefenseTies.WorkerTests;

public sealed class SettledFilesTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_file_settles_when_it_has_not_changed_for_long_enough_and_is_given_once()
    {
        var files = new SettledFiles(TimeSpan.FromSeconds(3), clock);
        See(files, ("a", "1")).ShouldBeEmpty();
        See(files, ("a", "1")).ShouldBeEmpty();
        See(files, ("a", "2")).ShouldBeEmpty("it has grown");
        See(files, ("a", "2")).ShouldBeEmpty();
        See(files, ("a", "2")).ShouldBeEmpty();
        See(files, ("a", "2")).ShouldBe([("a", "2")]);
        See(files, ("a", "2")).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_changes_later_or_comes_back_settles_again()
    {
        var files = new SettledFiles(TimeSpan.FromSeconds(1), clock);
        See(files, ("a", "1"), ("b", "1")).ShouldBeEmpty();
        See(files, ("a", "1"), ("b", "1")).ShouldBe([("a", "1"), ("b", "1")]);
        See(files, ("b", "2")).ShouldBeEmpty();
        See(files, ("a", "1"), ("b", "2")).ShouldBe([("b", "2")]);
        See(files, ("a", "1"), ("b", "2")).ShouldBe([("a", "1")]);
    }

    // One second passes between two looks.
    private IReadOnlyList<(string, string)> See(SettledFiles files, params (string, string)[] now)
    {
        var settled = files.See(now);
        clock.Advance(TimeSpan.FromSeconds(1));
        return settled;
    }
}
