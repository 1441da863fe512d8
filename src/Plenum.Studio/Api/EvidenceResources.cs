using Plenum.Cli;
using Plenum.Language.Diagnostics;
using Plenum.Studio.Economy;

namespace Plenum.Studio.Api;

/// <summary>What stands behind the model: its data, its mechanisms measured, its claims tested; the same that pages show, found once for both.</summary>
internal sealed class EvidenceResources
{
    private readonly Evidence _evidence;
    private readonly Lazy<Task<ApiResult>> _mechanisms;
    private readonly Lazy<Task<ApiResult>> _scorecard;

    public EvidenceResources(OpenedModel economy, Evidence evidence, MechanismEvidence mechanisms)
    {
        _evidence = evidence;
        _mechanisms = new(async () => await mechanisms.ViewAsync().ConfigureAwait(false) is var view && HasErrors(view.Findings) ? ApiResult.Wrong(view.Findings)
            : ApiResult.Lasting(writer => Answers.Mechanisms(writer, economy.Model, view.Mechanisms)));
        _scorecard = new(async () => await evidence.ClaimsAsync().ConfigureAwait(false) is { Claims: { } scored } ? ApiResult.Lasting(writer => Answers.Scorecard(writer, scored.Set, scored.Scores))
            : ApiResult.Wrong((await evidence.ClaimsAsync().ConfigureAwait(false)).Findings));
    }

    /// <summary>All mechanisms, measured.</summary>
    public Task<ApiResult> MechanismsAsync(CancellationToken cancellation) => _mechanisms.Value.WaitAsync(cancellation);

    /// <summary>All claims, tested.</summary>
    public Task<ApiResult> ScorecardAsync(CancellationToken cancellation) => _scorecard.Value.WaitAsync(cancellation);

    /// <summary>All series.</summary>
    public async Task<ApiResult> DataAsync(CancellationToken cancellation)
    {
        var data = (await _evidence.StateAsync().WaitAsync(cancellation).ConfigureAwait(false)).Data;
        return ApiResult.Lasting(writer =>
        {
            Answers.Data(writer, data.Series);
            Answers.Diagnostics(writer, data.Findings.Where(f => f.Severity == Severity.Error));
        });
    }

    /// <summary>One series, every vintage of it, or all of a subject.</summary>
    public async Task<ApiResult> SeriesAsync(string name, CancellationToken cancellation)
    {
        var data = (await _evidence.StateAsync().WaitAsync(cancellation).ConfigureAwait(false)).Data;
        var found = data.Find(name);
        if (found.Count > 0) { return ApiResult.Lasting(writer => { if (found[0].Name == name) { Answers.Series(writer, data, found); } else { Answers.Data(writer, found); } }); }
        string? near = name.Length > 200 ? null : Suggestion.Nearest(name, data.Data.Names);
        return ApiResult.Missing([Diagnostic.Error(Plenum.Series.DataCode.UnknownSeries, $"there is no series '{(name.Length > 60 ? name[..60] + "..." : name)}'.", null, null, near is null ? "GET /api/data lists them." : $"did you mean '{near}'?")]);
    }

    private static bool HasErrors(IReadOnlyList<Diagnostic> findings) => findings.Any(f => f.Severity == Severity.Error);
}
