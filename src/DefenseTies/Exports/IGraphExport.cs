using DefenseTies.Graphs;

namespace DefenseTies.Exports;

/// <summary>Writes a graph in one format. The same graph always gives the same characters.</summary>
public interface IGraphExport
{
    /// <summary>Writes the whole document. Names and quotes may hold anything: they are escaped, never trusted.</summary>
    void Write(TieGraph graph, TextWriter output);
}
