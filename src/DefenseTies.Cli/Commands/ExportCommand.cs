using System.CommandLine;
using DefenseTies.Exports;
using DefenseTies.Graphs;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>export --as FORMAT</c>: the graph, or a part of it, for other programs.</summary>
internal static class ExportCommand
{
    public static Command Create(Shell shell)
    {
        var format = new Option<string>("--as") { Description = "The format", HelpName = string.Join('|', GraphExports.Formats), Required = true };
        format.AcceptOnlyFromAmong([.. GraphExports.Formats]);
        var around = new Option<string?>("--around") { Description = "Only what is around this entity", HelpName = "NAME" };
        var depth = AroundCommand.Depth();
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file; csv into a folder gives nodes.csv and ties.csv [default: standard output]", HelpName = "FILE" };
        var command = new Verb(
            "export",
            "Writes the whole graph, or what is around one entity, in a format of another program.",
            "defenseties export --as graphml -o graph.graphml",
            "defenseties export --as dot --around Azerbaijan --type SUPPLIES | dot -Tsvg > supplies.svg",
            "defenseties export --as csv -o graph/",
            "defenseties export --as cypher --include planned | cypher-shell")
        { format, around, depth, output };
        var options = new QueryOptions(command, withFormat: false);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var filter = options.Filter(parsed, shell);
            await using var store = await options.Store.OpenToReadAsync(shell, parsed, cancellationToken);
            TieGraph graph;
            if (parsed.GetValue(around) is { } name)
            {
                var centre = await WhoIs.FindAsync(shell, store, name, cancellationToken);
                var part = await Neighbourhood.ReadAsync(store, centre.Id, parsed.GetRequiredValue(depth), filter, cancellationToken);
                graph = await WholeGraph.DescribeAsync(store, part.Graph, cancellationToken);
            }
            else
            {
                graph = await WholeGraph.ReadAsync(store, filter, cancellationToken);
            }

            Write(shell, graph, parsed.GetRequiredValue(format), parsed.GetValue(output));
            return graph.Nodes.Count == 0 ? ExitCode.Nothing : ExitCode.Found;
        });
        return command;
    }

    private static void Write(Shell shell, TieGraph graph, string format, string? path)
    {
        var export = GraphExports.For(format, shell.Pipeline.Schema);
        if (path is null)
        {
            export.Write(graph, shell.Output);
            return;
        }

        if (format == "csv" && (Directory.Exists(path) || Path.EndsInDirectorySeparator(path)))
        {
            Directory.CreateDirectory(path);
            ToFile(CsvExport.Nodes, graph, Path.Combine(path, "nodes.csv"));
            ToFile(CsvExport.Ties, graph, Path.Combine(path, "ties.csv"));
        }
        else
        {
            ToFile(export, graph, path);
        }

        shell.Error.WriteLine($"{Printable.Count(graph.Nodes.Count, "node")} and {Printable.Count(graph.Ties.Count, "tie")} written to {path}");
    }

    private static void ToFile(IGraphExport export, TieGraph graph, string path)
    {
        using var writer = new StreamWriter(path);
        export.Write(graph, writer);
    }
}
