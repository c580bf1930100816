using DefenseTies.Mentions;
using DefenseTies.Queries;
using DefenseTies.Stores;

namespace DefenseTies.Cli;

/// <summary>What somebody typed → the one entity that is meant, or a message that helps.</summary>
internal static class WhoIs
{
    /// <summary>Finds the entity. Other things of the same name are noted on standard error.</summary>
    /// <exception cref="CommandException">Nobody is called so (exit code 1), or several are and none plainly (exit code 2).</exception>
    public static async Task<Entity> FindAsync(Shell shell, IGraphStore store, string name, CancellationToken cancellationToken)
    {
        var match = await new NameSearch(store, shell.Pipeline.Gazetteer).FindAsync(name, cancellationToken);
        if (match.Meanings.Count == 0)
        {
            var hint = match.Suggestions.Count > 0 ? $"; did you mean {string.Join(" or ", match.Suggestions)}?" : "";
            throw new CommandException($"nothing known is called '{name}'{hint}", ExitCode.Nothing);
        }

        var meanings = string.Join("\n", match.Meanings.Select(m => $"  {m.Id}  {m.Name} ({m.Type})"));
        if (match.Chosen is null)
            throw new CommandException($"'{name}' may mean several things; say which by its id:\n{meanings}");
        if (!match.InStore)
            throw new CommandException($"{match.Chosen.Name} is known, but no article in the store speaks of it", ExitCode.Nothing);
        if (match.Meanings.Count > 1)
            shell.Complain($"'{name}' is taken as {match.Chosen.Id}; it may also mean {string.Join(", ", match.Meanings.Where(m => m != match.Chosen).Select(m => m.Id))}");
        return match.Chosen;
    }
}
