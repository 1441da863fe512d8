using System.Globalization;
using Plenum.Engine;
using Plenum.Engine.Closures;
using Plenum.Engine.Solving.PeriodByPeriod;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Series;

namespace Plenum.Published.Tests;

/// <summary>A number as a publication prints it.</summary>
/// <param name="Variable">Name in the model.</param>
/// <param name="Period">Its period.</param>
/// <param name="Value">The printed number.</param>
/// <param name="Tolerance">What the digits printed allow.</param>
/// <param name="Citation">Where it stands.</param>
internal sealed record Expectation(string Variable, Period Period, double Value, double Tolerance, string Citation);

/// <summary>A folder under <c>models/reference</c>, read with the language and the engine alone.</summary>
internal sealed class ReferenceProject
{
    private readonly string _folder;

    private ReferenceProject(string folder)
    {
        _folder = folder;
        string path = Path.Combine(folder, "model.plenum");
        Syntax = Parser.Parse(new SourceText("model.plenum", File.ReadAllText(path)));
        Binding = Binder.Bind([Syntax], new BinderOptions());
        var settings = File.ReadLines(Path.Combine(folder, "project.yaml")).Where(line => !line.StartsWith('#')).Select(line => line.Split(": ", 2))
            .Where(parts => parts.Length == 2).ToDictionary(parts => parts[0].Trim(), parts => parts[1]);
        (Start, End) = (Period.Parse(settings["start"]), Period.Parse(settings["end"]));
    }

    /// <summary>The model's text.</summary>
    public ModelSyntax Syntax { get; }

    /// <summary>The model and what was found on the way.</summary>
    public BindResult Binding { get; }

    /// <summary>The bound model.</summary>
    public BoundModel Model => Binding.Model ?? throw new InvalidOperationException(string.Join("\n", Binding.Diagnostics));

    /// <summary>First period to solve.</summary>
    public Period Start { get; }

    /// <summary>Last period to solve.</summary>
    public Period End { get; }

    /// <summary>The printed numbers.</summary>
    public IEnumerable<Expectation> Expected => File.ReadLines(Path.Combine(_folder, "expected.csv")).Skip(1).Select(line => line.Split(',', 5)).Select(cells =>
        new Expectation(cells[0], Period.Parse(cells[1]), Number(cells[2]), Number(cells[3]), cells[4].Trim('"')));

    /// <summary>The folder that holds everything.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Reads the project of a name.</summary>
    public static ReferenceProject Open(string name) => new(Path.Combine(Root, "models", "reference", name));

    /// <summary>A wide table of the project: one name a row, one period a column.</summary>
    public IEnumerable<(string Name, Period Period, double Value)> Table(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(_folder, file));
        var periods = lines[0].Split(',').Skip(1).Select(Period.Parse).ToList();
        return lines.Skip(1).Select(line => line.Split(',')).SelectMany(cells => periods.Select((period, i) => (cells[0], period, Number(cells[i + 1]))));
    }

    /// <summary>The project's baseline before it is solved: start values and exogenous paths.</summary>
    public Paths Given()
    {
        var paths = new Paths(Model, Start - 1, End - Start + 2);
        foreach (var (name, period, value) in Table("start_values.csv").Concat(Table("exogenous.csv"))) { paths[name, period] = value; }
        return paths;
    }

    /// <summary>The solved baseline.</summary>
    public Paths Solve()
    {
        var paths = Given();
        Solve(paths, Start, End);
        return paths;
    }

    /// <summary>Solves paths in place and insists that it worked.</summary>
    public void Solve(Paths paths, Period from, Period to, Closure? closure = null)
    {
        var outcome = new PeriodSolver(Model).Solve(paths, from, to, closure);
        Assert.True(outcome.IsSolved, outcome.ToString());
    }

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Plenum.slnx"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the tests holds Plenum.slnx."));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
