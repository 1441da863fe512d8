using System.Globalization;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Numerics.Distributions;
using Plenum.Workspace.Files;

namespace Plenum.Workspace.Ensembles;

/// <summary>Reads what is believed of parameters; all findings at once.</summary>
internal sealed class PriorReader(BoundModel model, DiagnosticBag findings)
{
    /// <summary>What an interval holds.</summary>
    private const double HeldByInterval = 0.9;

    /// <summary>A prior of which less lies in the range of the parameter contradicts it.</summary>
    private const double LeastShare = 0.5;

    private static readonly string[] s_widths = ["mean", "deviation", "interval"];

    /// <summary>The keys of a prior.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["names", "prior", "mean", "deviation", "interval", "between", "source"];

    /// <summary>Reads the priors of a group, one for each parameter it names.</summary>
    public IEnumerable<ParameterPrior> Read(MapReader keys)
    {
        keys.Require("names", "[price_inertia]");
        keys.Require("prior", "gamma");
        keys.Require("source", "set by judgement");
        var kind = keys.Has("prior") ? keys.Word("prior", ParameterPrior.Words) : null;
        if (kind is not { } family || ReadNumbers(keys, family) is not { } numbers) { return []; }
        var named = (keys.Names("names") ?? []).SelectMany(name => Symbols(name).Select(s => (Symbol: s, name.Span)));
        return [.. named.Select(n => Prior(n.Symbol, n.Span, family, numbers, keys.Text("source") ?? "")).OfType<ParameterPrior>()];
    }

    /// <summary>What a group says of width and place; null where it contradicts itself.</summary>
    private Numbers? ReadNumbers(MapReader keys, PriorKind kind)
    {
        bool isBounded = kind is PriorKind.Triangular or PriorKind.Uniform;
        foreach (string key in s_widths.Where(k => isBounded && keys.Has(k)))
        {
            Report(keys.PlaceOf(key), $"a prior between two ends takes no '{key}'.", "its ends say how wide it is.", "remove it, or choose another family.");
            return null;
        }

        if (keys.Has("between") && !isBounded && kind != PriorKind.Beta)
        {
            Report(keys.PlaceOf("between"), "'between' is for beta, triangular and uniform priors.", "the others have no ends that could be chosen.", "give the parameter a range in the model, to which every prior is cut.");
            return null;
        }

        if (keys.Has("deviation") && keys.Has("interval"))
        {
            Report(keys.PlaceOf("interval"), "a prior has a standard deviation or an interval, not both.", "each of them says how wide it is.", "keep one of the two.");
            return null;
        }

        var (interval, between, deviation) = (Pair(keys, "interval"), Pair(keys, "between"), keys.Number("deviation"));
        if ((interval is null && keys.Has("interval")) || (between is null && keys.Has("between")) || (deviation is null && keys.Has("deviation"))) { return null; }
        if (deviation is null or > 0.0) { return new Numbers(keys.Number("mean"), deviation, interval, between); }
        Report(keys.Node("deviation")!.Span, "the standard deviation is not above zero.", null, "write a positive number, in the unit of the parameter.");
        return null;
    }

    private (double Low, double High)? Pair(MapReader keys, string key)
    {
        if (keys.Numbers(key) is not { } numbers) { return null; }
        if (numbers is [var low, var high] && low < high) { return (low, high); }
        Report(keys.Node(key)!.Span, $"'{key}' takes two numbers, the smaller first.", null, $"write for instance:  {key}: [0.1, 0.5]");
        return null;
    }

    private ParameterPrior? Prior(Symbol symbol, SourceSpan span, PriorKind kind, Numbers numbers, string source)
    {
        if (Whole(symbol, span, kind, numbers) is not { } whole) { return null; }
        if (symbol.Range is not { } range) { return new ParameterPrior(symbol, kind, whole, whole, source, span); }
        double share = 1.0 - whole.At(range.Low).Below - whole.At(range.High).Above;
        if (share >= LeastShare) { return new ParameterPrior(symbol, kind, whole, new TruncatedDistribution(whole, range.Low, range.High), source, span); }
        Report(span, string.Create(CultureInfo.InvariantCulture, $"{100.0 * share:0} % of the prior of '{symbol.Name}' lies within its range, {range.Low} .. {range.High}."), "a prior is cut to the range that the model gives the parameter.", "widen the range, or correct the prior.");
        return null;
    }

    private Distribution? Whole(Symbol symbol, SourceSpan span, PriorKind kind, Numbers numbers)
    {
        double mean = numbers.Mean ?? symbol.Value ?? double.NaN;
        if (!double.IsFinite(mean))
        {
            Report(span, $"'{symbol.Name}' has no value of its own.", "it is computed from other parameters.", "give priors to those.");
            return null;
        }

        if (kind is PriorKind.Triangular or PriorKind.Uniform) { return Bounded(symbol, span, kind, numbers.Between ?? symbol.Range, mean); }
        var (low, high) = kind switch { PriorKind.Beta => numbers.Between ?? (0.0, 1.0), PriorKind.Normal => (double.NegativeInfinity, double.PositiveInfinity), _ => (0.0, double.PositiveInfinity) };
        if (!(mean > low && mean < high))
        {
            Report(span, string.Create(CultureInfo.InvariantCulture, $"the mean of '{symbol.Name}', {mean}, does not lie between {low} and {high}."), "these are the ends of the prior.", kind == PriorKind.Beta ? "write other ends:  between: [0, 2]" : "choose a normal or a beta prior.");
            return null;
        }

        double most = kind == PriorKind.Beta ? Math.Sqrt((mean - low) * (high - mean)) : double.PositiveInfinity;
        if (numbers.Deviation is { } deviation)
        {
            if (deviation < most) { return Of(deviation); }
            Report(span, string.Create(CultureInfo.InvariantCulture, $"no beta prior of '{symbol.Name}' has a standard deviation of {deviation}."), string.Create(CultureInfo.InvariantCulture, $"with its mean and its ends it lies below {most:G3}."), "write a smaller one.");
            return null;
        }

        if ((numbers.Interval ?? symbol.Range) is not { } interval)
        {
            Report(span, $"nothing says how wide the prior of '{symbol.Name}' is.", "it has no range in the model.", "add 'deviation', or 'interval', which holds nine tenths.");
            return null;
        }

        if (interval.Low < mean && mean < interval.High && SpreadSearch.Holding(Of, interval.Low, interval.High, HeldByInterval, Math.Min(most, interval.High - interval.Low)) is { } found) { return found; }
        Report(span, string.Create(CultureInfo.InvariantCulture, $"no such prior of '{symbol.Name}' with a mean of {mean} has nine tenths between {interval.Low} and {interval.High}."), "the mean must lie within the interval, and not so near to an end of the prior that more than that always lies in it.", "write 'deviation' instead of 'interval'.");
        return null;

        Distribution Of(double spread) => kind switch
        {
            PriorKind.Beta => BetaDistribution.Of(mean, spread, low, high),
            PriorKind.Gamma => GammaDistribution.Of(mean, spread),
            PriorKind.InverseGamma => InverseGammaDistribution.Of(mean, spread),
            PriorKind.LogNormal => LogNormalDistribution.Of(mean, spread),
            _ => new GaussianDistribution(mean, spread),
        };
    }

    private Distribution? Bounded(Symbol symbol, SourceSpan span, PriorKind kind, (double Low, double High)? ends, double mode)
    {
        if (ends is not { } known)
        {
            Report(span, $"nothing says between which ends '{symbol.Name}' lies.", "it has no range in the model.", "write for instance:  between: [0.1, 0.5]");
            return null;
        }

        if (kind == PriorKind.Uniform) { return new UniformDistribution(known.Low, known.High); }
        if (mode >= known.Low && mode <= known.High) { return new TriangularDistribution(known.Low, mode, known.High); }
        Report(span, string.Create(CultureInfo.InvariantCulture, $"'{symbol.Name}' is {mode} in the model, which does not lie between {known.Low} and {known.High}."), "a triangular prior is most likely at the value.", "write wider ends.");
        return null;
    }

    /// <summary>The parameter of a name, or all members of a name over a set.</summary>
    private List<Symbol> Symbols(PlacedName name)
    {
        List<Symbol> named = [.. model.Symbols.Where(s => s.Role != Role.AddFactor && (s.Name == name.Name || s.Family == name.Name))];
        if (named.Count == 0)
        {
            string? near = Suggestion.Nearest(name.Name, model.Symbols.Where(s => s.Role == Role.Parameter).SelectMany(s => new[] { s.Name, s.Family }).Distinct());
            findings.Add(Diagnostic.Error(WorkspaceCodes.UnknownName, $"the model has no name '{name.Name}'.", name.Span, null, near is null ? "name a parameter." : $"did you mean '{near}'?"));
        }

        foreach (var other in named.Where(s => s.Role != Role.Parameter).Take(1)) { Report(name.Span, $"'{other.Name}' is not a parameter.", "a prior says what is believed of a number that is the same in all periods.", "name a parameter."); }
        return named.TrueForAll(s => s.Role == Role.Parameter) ? named : [];
    }

    private void Report(SourceSpan span, string fact, string? why, string help) => findings.Add(Diagnostic.Error(WorkspaceCodes.WrongPrior, fact, span, why, help));

    /// <summary>What a group says of width and place.</summary>
    private sealed record Numbers(double? Mean, double? Deviation, (double Low, double High)? Interval, (double Low, double High)? Between);
}
