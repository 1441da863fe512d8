using System.Globalization;
using Plenum.Report.Figures;

namespace Plenum.Tests.Report;

public sealed class ValueScaleTests
{
    private static readonly Gen<double[]> s_values = Gen.Double[-1e6, 1e6].Select(Gen.Double[1e-6, 1.0], (value, scale) => value * scale).Array[1, 40];

    [Fact]
    public void Every_value_lies_on_the_scale() => s_values.Select(Gen.Bool).Sample((values, withZero) =>
    {
        var scale = ValueScale.Fit(values, withZero, 6);
        double slack = 1e-5 * scale.Step;
        return values.All(v => v >= scale.Low - slack && v <= scale.High + slack) && (!withZero || (scale.Low <= 0.0 && scale.High >= 0.0));
    });

    [Fact]
    public void The_number_of_ticks_is_near_the_wanted_one() => s_values.Select(Gen.Int[3, 10]).Sample((values, wanted) =>
        ValueScale.Fit(values, false, wanted).Count is var count && count >= 2 && count <= (2 * wanted) + 2);

    [Fact]
    public void Steps_are_one_two_or_five_times_a_power_of_ten() => s_values.Sample(values =>
        ValueScale.Fit(values, false, 6).Step.ToString("E3", CultureInfo.InvariantCulture)[0] is '1' or '2' or '5');

    [Fact]
    public void Labels_read_back_to_the_ticks() => s_values.Sample(values =>
    {
        var scale = ValueScale.Fit(values, false, 6);
        return Enumerable.Range(0, scale.Count).All(t => Math.Abs(double.Parse(scale.Label(t, false).Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture) - scale.At(t)) <= 1e-6 * scale.Step);
    });

    /// <summary>Values just above what counts as nothing still have labels that differ.</summary>
    [Fact]
    public void A_tiny_scale_has_labels_too()
    {
        var scale = ValueScale.Fit([-1.10088E-11, 3.5824736272086276E-91], false, 6);
        Assert.Equal(scale.Count, Enumerable.Range(0, scale.Count).Select(t => scale.Label(t, false)).Distinct().Count());
    }

    [Theory]
    [InlineData(3.0, 3.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, 1.0 + 1e-13)]
    public void What_does_not_move_is_drawn_flat_in_the_middle(double low, double high)
    {
        var scale = ValueScale.Fit([low, high], false, 6);
        Assert.InRange((low - scale.Low) / (scale.High - scale.Low), 0.2, 0.8);
    }

    [Fact]
    public void Without_values_there_is_a_scale_still() => Assert.Equal((0.0, 1.0), ValueScale.Fit([double.NaN], false, 6) is var scale ? (scale.Low, scale.High) : default);

    [Fact]
    public void Differences_carry_their_sign()
    {
        var scale = ValueScale.Fit([-1.0, 1.0], true, 5);
        Assert.Equal(["−1.0", "−0.5", "0.0", "+0.5", "+1.0"], Enumerable.Range(0, scale.Count).Select(t => scale.Label(t, true)));
    }
}
