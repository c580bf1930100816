using System.CommandLine;
using DefenseTies.Exports;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>timeline X</c>: what was said about an entity, by date.</summary>
internal static class TimelineCommand
{
    public static Command Create(Shell shell)
    {
        var name = new Argument<string>("name") { Description = "A state, organization, person, weapon …, by name or id" };
        var command = new Verb(
            "timeline",
            "Shows what is said about one entity in the order in which it happened.",
            "defenseties timeline Azerbaijan",
            "defenseties timeline Azerbaijan --type SUPPLIES --include planned,denied",
            "defenseties timeline NATO --as-of 2010 --format json")
        { name };
        var options = new QueryOptions(command);
        command.Answers(shell, options, async (store, parsed, filter, cancellationToken) =>
        {
            var entity = await WhoIs.FindAsync(shell, store, parsed.GetRequiredValue(name), cancellationToken);
            var claims = await Timeline.ReadAsync(store, entity.Id, filter, cancellationToken);
            return new Answer(claims.Count, Claims.Story(claims, shell), Claims.Csv(claims), () => AnswerJson.Timeline(claims),
                $"nothing of {entity.Name} is stated; --include planned,possible,denied shows what is not so, or not yet");
        });
        return command;
    }
}
