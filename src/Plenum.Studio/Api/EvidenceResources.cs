using Plenum.Cli;
using Plenum.Language.Diagnostics;
using Plenum.Studio.Economy;
using Plenum.Workspace.Claims;
using Plenum.Workspace.Data;
using Plenum.Workspace.Experiments;
using Plenum.Workspace.Mechanisms;

namespace Plenum.Studio.Api;

/// <summary>What stands behind the model: its data, its mechanisms measured, its claims tested. Each is found once, when it is first asked for.</summary>
internal sealed class EvidenceResources
{
    private readonly OpenedModel _economy;
    private readonly RunnerPool _runners;
    private readonly Lazy<ProjectData> _data;
    private readonly Lazy<Task<ApiResult>> _mechanisms;
    private readonly Lazy<Task<ApiResult>> _scorecard;

    public EvidenceResources(OpenedModel economy, RunnerPool runners)
    {
        (_economy, _runners) = (economy, runners);
        _data = new Lazy<ProjectData>(() => economy.Read(ProjectData.Read));
        _mechanisms = new Lazy<Task<ApiResult>>(() => Task.Run(Measure));
        _scorecard = new Lazy<Task<ApiResult>>(() => Task.Run(Score));
    }

    /// <summary>All mechanisms, measured.</summary>
    public Task<ApiResult> MechanismsAsync(CancellationToken cancellation) => _mechanisms.Value.WaitAsync(cancellation);

    /// <summary>All claims, tested.</summary>
    public Task<ApiResult> ScorecardAsync(CancellationToken cancellation) => _scorecard.Value.WaitAsync(cancellation);

    /// <summary>All series, or those of one subject.</summary>
    public ApiResult Data() => ApiResult.Lasting(writer =>
    {
        Answers.Data(writer, _data.Value.Series);
        Answers.Diagnostics(writer, _data.Value.Findings.Where(f => f.Severity == Severity.Error));
    });

    /// <summary>One series, every vintage of it, or all of a subject.</summary>
    public ApiResult Series(string name)
    {
        var found = _data.Value.Find(name);
        if (found.Count > 0) { return ApiResult.Lasting(writer => { if (found[0].Name == name) { Answers.Series(writer, _data.Value, found); } else { Answers.Data(writer, found); } }); }
        string? near = name.Length > 200 ? null : Suggestion.Nearest(name, _data.Value.Data.Names);
        return ApiResult.Missing([Diagnostic.Error(Plenum.Series.DataCode.UnknownSeries, $"there is no series '{(name.Length > 60 ? name[..60] + "..." : name)}'.", null, null, near is null ? "GET /api/data lists them." : $"did you mean '{near}'?")]);
    }

    private ApiResult Measure()
    {
        var findings = new DiagnosticBag();
        var bound = _economy.Read(project =>
        {
            var map = MechanismMap.Read(project, findings);
            return map.Bind(map.All, _economy.Model, findings);
        });
        if (findings.HasErrors) { return ApiResult.Wrong(findings); }
        return _runners.Use(runner =>
        {
            var laboratory = new Laboratory(runner, _economy.Paths);
            var measured = bound.Select(b => new MeasuredMechanism(b, [.. b.Expectations.Select(e => laboratory.Measure(e))])).ToList();
            return ApiResult.Lasting(writer => Answers.Mechanisms(writer, _economy.Model, measured));
        });
    }

    private ApiResult Score()
    {
        var findings = new DiagnosticBag();
        var data = _data.Value;
        var (claims, bound) = _economy.Read(project =>
        {
            var read = ClaimSet.Read(project, findings);
            var binder = new ClaimBinder(project, _economy.Model, data.WithDerived, findings);
            if (read.Simulation is { } simulation) { binder.Check(simulation); }
            return (read, read.Claims.Select(binder.Bind).ToList());
        });
        if (findings.HasErrors) { return ApiResult.Wrong(findings); }
        return _runners.Use(runner =>
        {
            var scorecard = new Scorecard(new Laboratory(runner, _economy.Paths), claims.Simulation?.Options);
            var scores = bound.Select(scorecard.Score).ToList();
            return ApiResult.Lasting(writer => Answers.Scorecard(writer, claims, scores));
        });
    }
}
