using Plenum.Engine;
using Plenum.Language.Binding;
using Plenum.Series;
using Plenum.Workspace.Data;

namespace Plenum.Workspace.History;

/// <summary>A baseline built from data, assumptions and judgement.</summary>
/// <param name="Paths">Every name from the first start value to the project's end, solved.</param>
/// <param name="Fits">How each measured path compares with the model's.</param>
/// <param name="AddFactors">What the add-factor of each behavioural equation is like.</param>
/// <param name="Judgement">What leads the forecast along its path; null where nothing does.</param>
/// <param name="Accounts">The largest error of the accounts; null where the model has none.</param>
public sealed record BuiltBaseline(
    Paths Paths,
    IReadOnlyList<MeasuredFit> Fits,
    IReadOnlyList<AddFactorSummary> AddFactors,
    JudgementSize? Judgement,
    AccountDifference? Accounts);

/// <summary>A measured path beside the model's.</summary>
/// <param name="Measurement">How it is measured.</param>
/// <param name="Symbol">The variable.</param>
/// <param name="Measured">The measured path, within history.</param>
/// <param name="Worst">The largest difference, relative to the measured value where that is above 1 in size.</param>
/// <param name="WorstAt">Where that is.</param>
/// <param name="Mean">The mean of model less measured, in the unit of the model.</param>
/// <param name="RootMeanSquare">The root of the mean squared difference.</param>
public sealed record MeasuredFit(Measurement Measurement, Symbol Symbol, TimeSeries Measured, double Worst, Period WorstAt, double Mean, double RootMeanSquare)
{
    /// <summary>Whether the model is made to meet it, or meets it because of others that it is made to meet.</summary>
    public bool IsMet => Measurement.Endogenise is not null || Measurement.IsImplied;

    /// <summary>Compares a path with the model's.</summary>
    internal static MeasuredFit Of(Measurement measurement, Symbol symbol, TimeSeries measured, Paths paths)
    {
        var (worst, at, sum, squares, count) = (0.0, measured.Start, 0.0, 0.0, 0);
        for (int t = 0; t < measured.Count; t++)
        {
            if (double.IsNaN(measured[t])) { continue; }
            double difference = paths[symbol.Column, measured.Start + t] - measured[t];
            double size = Math.Abs(difference) / Math.Max(1, Math.Abs(measured[t]));
            if (double.IsNaN(size) || size > worst) { (worst, at) = (size, measured.Start + t); }
            (sum, squares, count) = (sum + difference, squares + (difference * difference), count + 1);
        }

        return new MeasuredFit(measurement, symbol, measured, worst, at, sum / count, Math.Sqrt(squares / count));
    }
}

/// <summary>How much judgement leads the forecast.</summary>
/// <param name="Assumed">The judgement.</param>
/// <param name="Leader">The equation whose add-factor is found.</param>
/// <param name="Size">What is added to its add-factor beyond what the rules give.</param>
public sealed record JudgementSize(Judgement Assumed, BoundEquation Leader, TimeSeries Size);
