using Plenum.Numerics.Random;

namespace Plenum.Tests.Numerics;

public class RandomStreamTests
{
    /// <summary>Known answers of the Random123 distribution (Salmon et al. 2011), file kat_vectors, philox4x32 with 10 rounds.</summary>
    [Theory]
    [InlineData(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_the_published_answers(uint a, uint b, uint c, uint d, uint key, uint key2, uint w, uint x, uint y, uint z) =>
        Assert.Equal((w, x, y, z), Philox.Scramble((a, b, c, d), (key, key2)));

    /// <summary>Wichura (1988), "Algorithm AS 241", Applied Statistics 37(3), page 482: PPND16 at 0.25, 0.001 and 1e-20.</summary>
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    public void The_normal_quantile_has_the_published_values(double probability, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(probability), 1e-15 * Math.Abs(expected));

    [Fact]
    public void The_normal_quantile_is_odd_around_one_half() =>
        Gen.Double[1e-3, 0.499].Sample(p => Math.Abs(NormalDistribution.Quantile(p) + NormalDistribution.Quantile(1 - p)) <= 1e-12);

    [Fact]
    public void The_normal_quantile_ends_at_infinity()
    {
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, NormalDistribution.Quantile(1));
        Assert.Equal(double.NaN, NormalDistribution.Quantile(-0.1));
        Assert.Equal(double.NaN, NormalDistribution.Quantile(1.1));
    }

    [Fact]
    public void A_number_depends_on_seed_stream_and_counter_alone() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong[0, ulong.MaxValue - 100]).Sample((seed, stream, counter) =>
        {
            var numbers = new double[100];
            new RandomStream(seed, stream).FillNormal(counter, numbers);
            return Enumerable.Range(0, 100).Reverse().All(k => numbers[k] == new RandomStream(seed, stream).NormalAt(counter + (ulong)k));
        });

    [Fact]
    public void Uniform_numbers_lie_strictly_between_zero_and_one() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong).Sample((seed, stream, counter) => new RandomStream(seed, stream).UniformAt(counter) is > 0 and < 1);

    [Fact]
    public void Names_give_different_streams()
    {
        Assert.NotEqual(RandomStream.Named(1, "demand"), RandomStream.Named(1, "supply"));
        Assert.Equal(RandomStream.Named(1, "demand"), RandomStream.Named(1, "demand"));
        // FNV-1a of "a", from the authors' test vectors.
        Assert.Equal(0xAF63DC4C8601EC8CUL, RandomStream.Named(1, "a").Stream);
    }

    /// <summary>Five standard errors: of the mean 1/sqrt(n), of the variance sqrt(2/n), of the correlation 1/sqrt(n).</summary>
    [Fact]
    public void Normal_numbers_have_mean_zero_variance_one_and_no_correlation()
    {
        const int Count = 200_000;
        double[] first = new double[Count], second = new double[Count];
        new RandomStream(2024, 0).FillNormal(0, first);
        new RandomStream(2024, 1).FillNormal(0, second);
        double error = 5 / Math.Sqrt(Count);
        Assert.InRange(first.Average(), -error, error);
        Assert.InRange(first.Average(x => x * x), 1 - error * Math.Sqrt(2), 1 + error * Math.Sqrt(2));
        Assert.InRange(first.Zip(second, (x, y) => x * y).Average(), -error, error);
        Assert.InRange(first.Zip(first.Skip(1), (x, y) => x * y).Average(), -error, error);
    }
}
