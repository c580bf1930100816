using System.CommandLine;
using DefenseTies.Exports;
using DefenseTies.Graphs;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>export --as FORMAT</c>: the graph, or a part of it, for other programs.</summary>
internal static class ExportCommand
{
    private const string Neo4jCsv = "neo4j-csv";

    private static readonly IReadOnlyList<string> Formats = [.. GraphExports.Formats.Append(Neo4jCsv).Order(StringComparer.Ordinal)];

    public static Command Create(Shell shell)
    {
        var format = new Option<string>("--as") { Description = $"The format: {string.Join(", ", Formats)}", HelpName = "FORMAT", Required = true };
        format.AcceptOnlyFromAmong([.. Formats]);
        var around = new Option<string?>("--around") { Description = "Only what is around this entity", HelpName = "NAME" };
        var depth = AroundCommand.Depth();
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file; csv into a folder gives nodes.csv and ties.csv, neo4j-csv is always a folder [default: standard output]", HelpName = "FILE" };
        var command = new Verb(
            "export",
            "Writes the whole graph, or what is around one entity, in a format of another program.",
            "defenseties export --as graphml -o graph.graphml",
            "defenseties export --as dot --around Azerbaijan --type SUPPLIES | dot -Tsvg > supplies.svg",
            "defenseties export --as csv -o graph/",
            "defenseties export --as neo4j-csv -o import/",
            "defenseties export --as cypher --include planned | cypher-shell")
        { format, around, depth, output };
        var options = new QueryOptions(command, withFormat: false);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var filter = options.Filter(parsed, shell);
            if (parsed.GetRequiredValue(format) == Neo4jCsv && parsed.GetValue(output) is null)
                throw new CommandException("neo4j-csv is several files; name a folder for them: --output FOLDER");
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
        if (format == Neo4jCsv)
        {
            Directory.CreateDirectory(path!);
            foreach (var (file, _, table) in Neo4jCsvExport.Files(shell.Pipeline.Schema))
                ToFile(table, graph, Path.Combine(path!, file));
            shell.Error.WriteLine($"{Printable.Count(graph.Nodes.Count, "node")} and {Printable.Count(graph.Ties.Count, "tie")} written to {path}; into an empty database, with the server stopped:");
            shell.Error.WriteLine($"  {Neo4jCsvExport.Command(path!, shell.Pipeline.Schema)}");
            shell.Error.WriteLine("and, once it runs again: defenseties schema cypher | cypher-shell");
            return;
        }

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
