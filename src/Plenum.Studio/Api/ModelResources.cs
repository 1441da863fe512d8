using System.Text.Json;
using Plenum.Cli;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Series;
using Plenum.Studio.Economy;
using Plenum.Studio.Serving;
using Plenum.Workspace;

namespace Plenum.Studio.Api;

/// <summary>What the model says of itself: names, equations, accounts, and the check of a text.</summary>
internal sealed class ModelResources(OpenedModel economy, ApiQuestions questions)
{
    private readonly Lazy<ApiResult> _model = new(() => ApiResult.Lasting(writer => WriteModel(writer, economy)));
    private readonly Lazy<ApiResult> _equations = new(() => ApiResult.Lasting(writer => WriteEquations(writer, economy.Model)));

    /// <summary>The model, its variables, parameters and instruments.</summary>
    public ApiResult Model() => _model.Value;

    /// <summary>All equations as written.</summary>
    public ApiResult Equations() => _equations.Value;

    /// <summary>One name, with its baseline.</summary>
    public ApiResult Variable(string name)
    {
        var symbols = questions.Symbols(name);
        return symbols.Count == 0 ? ApiResult.Missing([questions.Unknown(name)]) : ApiResult.Lasting(writer => Answers.Name(writer, economy.Model, economy.Paths, name, symbols));
    }

    /// <summary>The accounts in numbers of the baseline or a scenario.</summary>
    public ApiResult Accounts(string? period, string? scenario, CancellationToken cancellation)
    {
        var findings = new DiagnosticBag();
        var at = Within(period, findings);
        var plan = scenario is null ? null : economy.Bind(scenario, findings);
        if (findings.HasErrors || at is not { } shown) { return ApiResult.Wrong(findings); }
        if (plan is null) { return ApiResult.Lasting(writer => Answers.Accounts(writer, economy.Paths, shown)); }
        var run = economy.Solve(plan, cancellation);
        return run.Solution.Outcome.IsSolved ? ApiResult.Of(writer => Answers.Accounts(writer, run.Solution.Paths, shown)) : ApiResult.Wrong([.. run.Solution.Outcome.Diagnostics]);
    }

    /// <summary>Checks the text of a model; it may grow less than a project's own.</summary>
    public static ApiResult Check(CheckRequest request)
    {
        var findings = new DiagnosticBag();
        if (!ApiQuestions.IsShort(request.Text ?? "", findings)) { return ApiResult.Problem(StatusCodes.Status413PayloadTooLarge, findings.First().Message, findings.First().Help, findings); }
        var text = new SourceText(Path.GetFileName(request.File) is { Length: > 0 and < 100 } name ? name : "model.plenum", request.Text ?? "");
        var check = ProjectCheck.OfText(text, new Language.Binding.BinderOptions { MaxSymbols = StudioLimits.MostEquations, MaxEquations = StudioLimits.MostEquations, MaxNodes = StudioLimits.MostNodes });
        return ApiResult.Of(writer => Answers.Check(writer, check));
    }

    private Period? Within(string? text, DiagnosticBag findings)
    {
        var (start, end) = (economy.Project.Start, economy.Project.End);
        if (text is null) { return economy.Window.Start; }
        if (Period.TryParse(text, out var period) && period.Frequency == start.Frequency && period >= start && period <= end) { return period; }
        findings.Add(Diagnostic.Error(WorkspaceCodes.WrongPeriod, $"'period' is no period from {start} to {end}.", null, null, $"write one such as {economy.Window.Start}."));
        return null;
    }

    private static void WriteModel(Utf8JsonWriter writer, OpenedModel economy)
    {
        Answers.Model(writer, economy.Model);
        writer.WriteStartObject("horizon");
        writer.WriteString("start", economy.Project.Start.ToString());
        writer.WriteString("history_end", economy.Project.HistoryEnd.ToString());
        writer.WriteString("scenario_start", economy.Window.Start.ToString());
        writer.WriteString("end", economy.Window.End.ToString());
        writer.WriteEndObject();
        writer.WriteStartArray("headline");
        foreach (var variable in economy.Headline) { writer.WriteStringValue(variable.Symbol.Name); }
        writer.WriteEndArray();
        foreach (var (key, isParameter) in new[] { ("variables", false), ("parameters", true) })
        {
            writer.WriteStartArray(key);
            foreach (var symbol in economy.Model.Symbols.Where(s => s.Role == Role.Parameter == isParameter)) { WriteSymbol(writer, symbol); }
            writer.WriteEndArray();
        }

        writer.WriteStartArray("instruments");
        foreach (var instrument in economy.Instruments)
        {
            writer.WriteStartObject();
            writer.WriteString("id", instrument.Id);
            writer.WriteString("label", instrument.Label);
            writer.WriteString("held_by", instrument.HeldBy);
            writer.WriteNumber("low", instrument.Low);
            writer.WriteNumber("high", instrument.High);
            writer.WriteNumber("step", instrument.Step);
            writer.WritePropertyName("neutral");
            Answers.Number(writer, economy.NeutralOf(instrument));
            writer.WriteString("unit", instrument.Unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSymbol(Utf8JsonWriter writer, Symbol symbol)
    {
        writer.WriteStartObject();
        writer.WriteString("name", symbol.Name);
        writer.WriteString("label", symbol.Label);
        writer.WriteString("label_zh", symbol.LabelZh);
        writer.WriteString("unit", symbol.Unit?.ToString());
        writer.WriteString("role", symbol.Role == Role.AddFactor ? "add-factor" : symbol.Role.ToString().ToLowerInvariant());
        writer.WriteString("block", symbol.Block);
        writer.WriteString("observed", symbol.Observed);
        writer.WriteString("source", symbol.Source);
        if (symbol.Role == Role.Parameter)
        {
            writer.WritePropertyName("value");
            Answers.Number(writer, symbol.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteEquations(Utf8JsonWriter writer, BoundModel model)
    {
        writer.WriteStartArray("equations");
        foreach (var equations in model.Equations.GroupBy(e => e.Text))
        {
            var (text, first) = (model.Texts[equations.Key], equations.First());
            writer.WriteStartObject();
            writer.WriteString("name", text.Name);
            writer.WriteString("kind", text.Kind.ToString().ToLowerInvariant());
            writer.WriteString("equation", text.Text);
            writer.WriteStartArray("determines");
            foreach (var equation in equations.Where(e => e.Determines >= 0)) { writer.WriteStringValue(model.Symbols[equation.Determines].Name); }
            writer.WriteEndArray();
            writer.WriteString("block", first.Block);
            writer.WriteString("source", first.Source);
            writer.WriteString("unit_escape", first.UnitEscape);
            writer.WriteString("file", text.Span.Source.Path);
            writer.WriteNumber("line", text.Span.Source.Position(text.Span.Start).Line);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
