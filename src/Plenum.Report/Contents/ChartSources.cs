using Plenum.Language.Binding;

namespace Plenum.Report.Contents;

/// <summary>The line below a chart that says where its numbers come from.</summary>
internal static class ChartSources
{
    /// <summary>For numbers of the model alone.</summary>
    public static string Model(ReportInput input) => Model(input.Run.Model);

    /// <summary>For numbers of a model alone.</summary>
    public static string Model(BoundModel model) => $"Source: model {model.Name}.";

    /// <summary>For paths whose history data impose: who publishes the data, and that the model goes on from them.</summary>
    /// <param name="input">The report.</param>
    /// <param name="shown">The variables shown; data count that are imposed on them or on what their own equations read.</param>
    public static string Of(ReportInput input, IEnumerable<Symbol> shown)
    {
        if (input.Data is not { } data) { return Model(input); }
        var model = input.Run.Model;
        var behind = shown.SelectMany(s => Behind(model, s)).ToHashSet();
        var publishers = data.Measurements.Where(m => (m.Endogenise is not null || m.IsImplied) && behind.Contains(m.Variable.Name))
            .SelectMany(data.Sources).Select(name => data.Data[name].Provenance.Publisher).Where(p => p.Length > 0).Distinct().ToList();
        return publishers.Count == 0 ? Model(input) : $"Source: {string.Join(", ", publishers)}, to {input.Run.Project.HistoryEnd}; model {input.Run.Model.Name}.";
    }

    private static IEnumerable<string> Behind(BoundModel model, Symbol symbol)
    {
        var read = new HashSet<(int Column, int Lag)>();
        if (model.Equations.FirstOrDefault(e => e.Determines == symbol.Column && e.AddFactor < 0) is { } identity) { model.Graph.CollectSymbols([identity.Right], read); }
        return read.Where(r => r.Lag == 0).Select(r => model.Symbols[r.Column].Name).Append(symbol.Name);
    }
}
