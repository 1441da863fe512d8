using System.Globalization;
using Plenum.Workspace.Ensembles;

namespace Plenum.Report;

/// <summary>What is believed of a parameter, in words.</summary>
public static class PriorText
{
    /// <summary>The family, and what is drawn of it: "gamma, mean 0.3; nine tenths of the draws from 0.1 to 0.5".</summary>
    public static string Of(ParameterPrior prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        return $"{prior.Word.Replace('_', ' ')}, mean {Numbers.Given(Rounded(prior.Whole.Mean))}; nine tenths of the draws from {Numbers.Given(Rounded(prior.Drawn.Quantile(0.05)))} to {Numbers.Given(Rounded(prior.Drawn.Quantile(0.95)))}";
    }

    /// <summary>Three digits, more than a belief has.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
