using System.Globalization;
using Plenum.Report.Figures;
using Plenum.Report.Html;

namespace Plenum.Report.Contents;

/// <summary>Says in words what the scenarios do to the first headline variable, and what else moves most. Every number is read off the run.</summary>
public sealed class AnswerText
{
    private const double Negligible = 0.02;
    private const double Small = 0.05;
    private const int MostYears = 5;
    private const int MostOthers = 2;

    private static readonly string[] s_counts = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private readonly ReportInput _input;
    private readonly int _year;
    private readonly int[] _horizons;

    private AnswerText(ReportInput input)
    {
        _input = input;
        _year = (int)input.Baseline.Start.Frequency;
        int[] near = [.. input.Horizons.Where(h => h <= MostYears * _year)];
        _horizons = near.Length > 0 ? [near[0], near[^1]] : [input.Horizons[0], input.Horizons[0]];
    }

    /// <summary>The answer, a paragraph a scenario.</summary>
    public static IReadOnlyList<AnswerLine> Of(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Headline.Count == 0) { return []; }
        var text = new AnswerText(input);
        var lines = new List<AnswerLine>();
        string opening = string.Join(' ', new[] { text.Ranking(), text.Baseline() }.Where(t => t.Length > 0));
        if (opening.Length > 0) { lines.Add(new AnswerLine("", null, opening)); }
        lines.AddRange(input.Scenarios.Select(s => new AnswerLine($"{s.Label}.", s.Colour, text.Scenario(s))));
        lines.AddRange(input.Run.Scenarios.Where(s => !s.Solution.Outcome.IsSolved).Select(s => new AnswerLine($"{s.Plan.Name} {s.Plan.Title}.", null, $"Not solved: {s.Solution.Outcome}")));
        return lines;
    }

    /// <summary>Which scenario does most for the first variable and which does most against it.</summary>
    private string Ranking()
    {
        var ranked = _input.Scenarios.Select(s => (Scenario: s, Value: At(s, _input.Headline[0], _horizons[1]))).Where(r => r.Value is not null).OrderByDescending(r => r.Value).ToList();
        if (ranked.Count < 2) { return ""; }
        string name = NameOf(_input.Headline[0]), when = After(_horizons[1]);
        var (best, worst) = (ranked[0], ranked[^1]);
        string Said((ReportScenario Scenario, double? Value) one) => $"{Wording.Inside(one.Scenario.Title)} ({Numbers.Typeset(Signed(one.Value!.Value))}{Wording.Joint}{UnitOf(_input.Headline[0])})";
        if (best.Value > Negligible && worst.Value < -Negligible) { return $"Of {Counted(ranked.Count)} scenarios, the one that adds most to {name} {when} is {Said(best)}; the one that takes most off is {Said(worst)}."; }
        string verb = worst.Value > Negligible ? "add to" : best.Value < -Negligible ? "take from" : "change";
        return verb == "change" ? "" : $"All {Counted(ranked.Count)} scenarios {verb} {name} {when}, from {Said(worst)} to {Said(best)}.";
    }

    /// <summary>What the baseline itself does, in calendar years.</summary>
    private string Baseline()
    {
        int first = _input.Run.Project.ScenarioStart.Year, last = Math.Min(first + MostYears - 1, _input.Run.Project.End.Year);
        var variable = _input.Headline[0];
        if (YearColumns.Of(_input.Baseline, variable, first) is not { } then || YearColumns.Of(_input.Baseline, variable, last) is not { } later || last == first) { return ""; }
        string what = variable.Kind == Workspace.DeviationKind.Percent ? "grows by" : "is";
        return string.Create(CultureInfo.InvariantCulture, $"In the baseline, {NameOf(variable)} {what} {Numbers.Typeset(Numbers.Fixed(then, 1))}{Wording.Joint}% in {first} and {Numbers.Typeset(Numbers.Fixed(later, 1))}{Wording.Joint}% in {last}.");
    }

    private string Scenario(ReportScenario scenario)
    {
        var main = _input.Headline[0];
        double? soon = At(scenario, main, _horizons[0]), late = At(scenario, main, _horizons[1]);
        if (soon is not { } first || late is not { } then) { return "Its effects cannot be told."; }
        string text = Wording.Alone(Effect(first, main)) + " " + After(_horizons[0]);
        if (_horizons[0] != _horizons[1])
        {
            bool isSame = Math.Sign(first) == Math.Sign(then) && Math.Abs(first) >= Negligible && Math.Abs(then) >= Negligible;
            text += isSame ? $" and {(Size(first) == Size(then) ? "as much" : Amount(then, main))} {After(_horizons[1])}" : $", and {Effect(then, main)} {After(_horizons[1])}";
        }

        string[] others = [.. Others(scenario).Select(o => Effect(o.Value, o.Variable))];
        return others.Length == 0 ? text + "." : $"{text}; by then it {string.Join(" and ", others)}.";
    }

    /// <summary>The other variables that move most, one of those in per cent and one of those in points first.</summary>
    private IEnumerable<(ShownVariable Variable, double Value)> Others(ReportScenario scenario) =>
        _input.Headline.Skip(1).Select(v => (Variable: v, Value: At(scenario, v, _horizons[1]) ?? 0.0)).Where(o => Math.Abs(o.Value) >= Small)
            .GroupBy(o => o.Variable.Kind).OrderBy(g => g.Key).Select(g => g.MaxBy(o => Math.Abs(o.Value))).Take(MostOthers);

    private static string Effect(double value, ShownVariable variable)
    {
        string amount = Amount(value, variable);
        return Math.Abs(value) < Negligible ? $"hardly changes {NameOf(variable)}"
            : value > 0.0 ? $"adds {amount} to {NameOf(variable)}"
            : $"takes {amount} off {NameOf(variable)}";
    }

    private double? At(ReportScenario scenario, ShownVariable variable, int horizon) =>
        DeviationColumns.At(new Comparison("", _input.Baseline, scenario.Paths), variable, _input.Run.Project.ScenarioStart + (horizon - 1));

    private string After(int horizon)
    {
        if (_year == 1 || horizon % _year == 0) { return $"after {Counted(horizon / _year)} {(horizon == _year ? "year" : "years")}"; }
        string unit = _year == 4 ? "quarter" : "month";
        return $"after {Counted(horizon)} {(horizon == 1 ? unit : unit + "s")}";
    }

    private static string Counted(int count) => count < s_counts.Length ? s_counts[count] : count.ToString(CultureInfo.InvariantCulture);

    private static string UnitOf(ShownVariable variable) => variable.Kind == Workspace.DeviationKind.Percent ? "%" : "percentage points";

    /// <summary>A label inside a sentence: a word in capitals stays, any other begins small.</summary>
    private static string NameOf(ShownVariable variable)
    {
        string label = variable.Label.Replace(" / ", " relative to ", StringComparison.Ordinal);
        return Wording.Inside(label);
    }

    private static string Amount(double value, ShownVariable variable) => $"{Size(value)}{Wording.Joint}{UnitOf(variable)}";

    /// <summary>Two digits are as many as a model deserves.</summary>
    private static string Size(double value) => Numbers.Fixed(Math.Abs(value), Decimals(value));

    private static string Signed(double value) => Numbers.Signed(value, Decimals(value));

    private static int Decimals(double value) => Math.Abs(value) switch { >= 9.95 => 0, >= 0.095 => 1, _ => 2 };
}
