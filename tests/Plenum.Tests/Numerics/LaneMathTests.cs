using System.Runtime.Intrinsics;
using Plenum.Numerics.Lanes;
using Plenum.Numerics.Random;

namespace Plenum.Tests.Numerics;

public sealed class LaneMathTests
{
    private static readonly double[] s_edges = [0.0, -0.0, 1.0, -1.0, 2.0, 1e-310, 1e308, -1e308, 708.0, 709.9, -745.2, -720.0, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    /// <summary>Numbers of all sizes, near 1, and the edges of the domains.</summary>
    private static Gen<double> Number { get; } = Gen.OneOf(
        Gen.Double[-700.0, 700.0].Select(Math.Exp), Gen.Double[0.5, 2.0], Gen.Double[-40.0, 40.0], Gen.Double[-800.0, 800.0], Gen.Int[0, s_edges.Length - 1].Select(i => s_edges[i]));

    [Fact]
    public void Logarithms_exponentials_and_switches_are_those_of_one_number_to_two_units_in_the_last_place() => Number.Sample(x =>
    {
        AssertNear(Math.Log(x), One(LaneMath.Log, x), 2);
        AssertNear(Math.Exp(x), One(LaneMath.Exp, x), 2);
        AssertNear(Language.Expressions.Evaluation.Logistic(x), One(LaneMath.Logistic, x), 3);
        AssertNear(Language.Expressions.Evaluation.Softplus(x), One(LaneMath.Softplus, x), 4);
        AssertNear(Language.Expressions.Evaluation.Sign(x), One(LaneMath.Sign, x), 0);
    }, iter: 20_000);

    [Fact]
    public void Powers_are_those_of_one_number_to_two_units_in_the_last_place_and_one_more_for_each_sixty_of_the_exponent() =>
        Gen.Select(Number, Gen.OneOf(Gen.Double[-60.0, 60.0], Gen.Double[-2.0, 2.0], Gen.Int[0, s_edges.Length - 1].Select(i => s_edges[i]), Gen.Int[-5, 5].Select(i => (double)i))).Sample((x, y) =>
            AssertNear(Math.Pow(x, y), One(v => LaneMath.Pow(v, Vector256.Create(y)), x), 2 + (int)(Math.Min(Math.Abs(y), 1e6) / 60.0)), iter: 20_000);

    [Fact]
    public void A_lane_does_not_depend_on_its_neighbours() => Gen.Select(Number, Number, Number, Number).Sample((a, b, c, d) =>
    {
        var all = Vector256.Create(a, b, c, d);
        foreach (var function in new Func<Vector256<double>, Vector256<double>>[] { LaneMath.Log, LaneMath.Exp, LaneMath.Logistic, LaneMath.Softplus, v => LaneMath.Pow(v, Vector256.Create(1.3)) })
        {
            var together = function(all);
            for (int i = 0; i < Lane.Width; i++) { Assert.Equal(BitConverter.DoubleToInt64Bits(One(function, all[i])), BitConverter.DoubleToInt64Bits(together[i])); }
        }
    }, iter: 20_000);

    [Fact]
    public void Normal_numbers_in_lanes_are_those_drawn_one_by_one() => Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong, Gen.ULong[0, 1 << 20]).Sample((seed, name, counter, stride) =>
    {
        var stream = new RandomStream(seed, name);
        var lanes = new double[Lane.Count];
        stream.NormalLanes(counter, stride, lanes);
        for (int lane = 0; lane < Lane.Count; lane++) { Assert.Equal(stream.NormalAt(counter + (stride * (ulong)lane)), lanes[lane]); }
    }, iter: 2000);

    private static double One(Func<Vector256<double>, Vector256<double>> function, double x) => function(Vector256.Create(x))[0];

    private static void AssertNear(double expected, double actual, int units)
    {
        if (expected.Equals(actual) || expected == actual) { return; }
        long distance = Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual));
        Assert.True(distance <= units, $"{expected:R} and {actual:R} differ by {distance} units in the last place.");
    }
}
