using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Report.Graphs;
using Plenum.Workspace;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Mechanisms;

namespace Plenum.Studio.Economy;

/// <summary>The mechanisms of the project with what their experiments showed, and the map of them.</summary>
/// <param name="Mechanisms">The mechanisms, in the order of the file.</param>
/// <param name="Links">The arrows of the map.</param>
/// <param name="Nodes">The variables that they connect.</param>
/// <param name="Layout">The map: vertices are <paramref name="Nodes"/>, edges are <paramref name="Links"/>.</param>
/// <param name="Findings">What is wrong with the file.</param>
public sealed record MechanismMapView(IReadOnlyList<MeasuredMechanism> Mechanisms, IReadOnlyList<MeasuredLink> Links, IReadOnlyList<Symbol> Nodes, LayeredGraph Layout, IReadOnlyList<Diagnostic> Findings);

/// <summary>Measures the mechanisms when somebody first asks, once for all users.</summary>
public sealed class MechanismEvidence
{
    private readonly OpenedModel _economy;
    private readonly Lazy<Task<MechanismMapView>> _view;

    /// <summary>Prepares to measure; nothing is done yet.</summary>
    public MechanismEvidence(OpenedModel economy)
    {
        _economy = economy;
        _view = new Lazy<Task<MechanismMapView>>(() => Task.Run(Measure));
    }

    /// <summary>The measured map; about a second of work for who asks first.</summary>
    public Task<MechanismMapView> ViewAsync() => _view.Value;

    private MechanismMapView Measure()
    {
        var findings = new DiagnosticBag();
        var bound = _economy.Read(project =>
        {
            var map = MechanismMap.Read(project, findings);
            return map.Bind(map.All, _economy.Model, findings);
        });
        var laboratory = new Laboratory(new Runner(_economy.Project, _economy.Model, TimeProvider.System), _economy.Paths);
        var mechanisms = bound.Select(b => new MeasuredMechanism(b, [.. b.Expectations.Select(e => laboratory.Measure(e))])).ToList();
        var links = mechanisms.SelectMany(m => MeasuredLink.Of(m, laboratory)).Where(l => l.Link.From != l.Link.To).ToList();
        var nodes = links.SelectMany(l => new[] { l.Link.From, l.Link.To }).Distinct().ToList();
        var layout = LayeredGraph.Of(nodes.Count, [.. links.Select(l => (nodes.IndexOf(l.Link.From), nodes.IndexOf(l.Link.To)))]);
        return new MechanismMapView(mechanisms, links, nodes, layout, [.. findings]);
    }
}
