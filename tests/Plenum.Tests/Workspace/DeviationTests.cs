using Plenum.Workspace;

namespace Plenum.Tests.Workspace;

public class DeviationTests
{
    [Theory]
    [InlineData("income", DeviationKind.Percent)]
    [InlineData("cost", DeviationKind.Points)]
    public void The_unit_decides_how_a_deviation_is_written(string name, DeviationKind expected)
    {
        using var tiny = new TinyProject();
        Assert.Equal(expected, Deviation.KindOf(tiny.Bind().Find(name)!));
    }

    [Fact]
    public void What_cannot_be_had_is_null()
    {
        Assert.Null(Deviation.Between(0.0, 1.0, DeviationKind.Percent));
        Assert.Null(Deviation.Between(double.NaN, 1.0, DeviationKind.Points));
        Assert.Equal(10.0, Deviation.Between(2.0, 2.2, DeviationKind.Percent)!.Value, 9);
        Assert.Equal(1.0, Deviation.Between(0.02, 0.03, DeviationKind.Points)!.Value, 9);
    }
}
