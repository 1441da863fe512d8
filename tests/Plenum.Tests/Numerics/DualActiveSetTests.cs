using Plenum.Numerics.Optimization;

namespace Plenum.Tests.Numerics;

public sealed class DualActiveSetTests
{
    /// <summary>Convex programs of 1 to 8 unknowns for which a point inside all rows is known.</summary>
    private static readonly Gen<QuadraticProgram> Feasible =
        from n in Gen.Int[1, 8]
        from equalities in Gen.Int[0, n - 1]
        from inequalities in Gen.Int[0, 20]
        from seed in Gen.Int
        select Build(n, equalities, inequalities, new Random(seed));

    [Fact]
    public void Without_rows_the_minimum_solves_the_normal_equations()
    {
        var solved = Solve(new QuadraticProgram([4, 1, 1, 3], [-1, -2], [], [], 0));
        Assert.Equal([1.0 / 11.0, 7.0 / 11.0], solved.X.Select(x => Math.Round(x, 14)), new Near(1e-13));
    }

    [Fact]
    public void Projection_onto_a_box_clips_each_coordinate()
    {
        // Nearest to (3, -2, 0.5) with 0 <= x <= 1.
        var solved = Solve(new QuadraticProgram([1, 0, 0, 0, 1, 0, 0, 0, 1], [-3, 2, -0.5], [1, 0, 0, 0, 1, 0, 0, 0, 1, -1, 0, 0, 0, -1, 0, 0, 0, -1], [0, 0, 0, -1, -1, -1], 0));
        Assert.Equal([1.0, 0.0, 0.5], solved.X, new Near(1e-14));
        Assert.Equal([0.0, 2.0, 0.0, 2.0, 0.0, 0.0], solved.Multipliers, new Near(1e-14));
    }

    [Fact]
    public void An_equality_has_its_price()
    {
        // Minimise x^2 + 2 y^2 with x + y = 3: x = 2, y = 1; the minimum 6 c^2 / 9 rises by 12 c / 9 = 4.
        var solved = Solve(new QuadraticProgram([2, 0, 0, 4], [0, 0], [1, 1], [3], 1));
        Assert.Equal([2.0, 1.0], solved.X, new Near(1e-14));
        Assert.Equal(4.0, solved.Multipliers[0], 1e-13);
    }

    [Fact]
    public void The_conditions_of_Karush_Kuhn_and_Tucker_hold() =>
        Feasible.Sample(program =>
        {
            var solved = Solve(program);
            int n = program.Variables;
            for (int j = 0; j < n; j++)
            {
                double gradient = program.Gradient[j];
                double size = 1.0 + Math.Abs(gradient);
                for (int k = 0; k < n; k++) { gradient += program.Hessian[(j * n) + k] * solved.X[k]; }
                for (int i = 0; i < program.Bounds.Length; i++)
                {
                    gradient -= solved.Multipliers[i] * program.Row(i)[j];
                    size += Math.Abs(solved.Multipliers[i] * program.Row(i)[j]);
                }

                Assert.InRange(Math.Abs(gradient), 0.0, 1e-9 * size);
            }

            for (int i = 0; i < program.Bounds.Length; i++)
            {
                double slack = Slack(program, i, solved.X);
                if (i < program.Equalities) { Assert.InRange(Math.Abs(slack), 0.0, 1e-9); continue; }
                Assert.InRange(slack, -1e-9, double.PositiveInfinity);
                Assert.InRange(solved.Multipliers[i], 0.0, double.PositiveInfinity);
                Assert.InRange(Math.Abs(slack * solved.Multipliers[i]), 0.0, 1e-8 * (1.0 + solved.Multipliers[i]));
            }
        });

    [Fact]
    public void Rows_that_exclude_one_another_are_named()
    {
        // x >= 1 and x <= 0; y >= 0 has no part in it.
        var outcome = DualActiveSet.Solve(new QuadraticProgram([1, 0, 0, 1], [0, 1], [0, 1, 1, 0, -1, 0], [0, 1, 0], 0));
        Assert.Equal([1, 2], Assert.IsType<QuadraticOutcome.Infeasible>(outcome).Rows.Order());
    }

    [Fact]
    public void Equalities_that_repeat_one_another_do_no_harm_and_those_that_contradict_are_named()
    {
        Assert.Equal([1.0, 1.0], Solve(new QuadraticProgram([1, 0, 0, 1], [0, 0], [1, 1, 2, 2], [2, 4], 2)).X, new Near(1e-14));
        var outcome = DualActiveSet.Solve(new QuadraticProgram([1, 0, 0, 1], [0, 0], [1, 1, 2, 2], [2, 5], 2));
        Assert.Equal([0, 1], Assert.IsType<QuadraticOutcome.Infeasible>(outcome).Rows.Order());
    }

    [Fact]
    public void A_flat_direction_is_refused() => Assert.Throws<ArgumentException>(() => DualActiveSet.Solve(new QuadraticProgram([1, 1, 1, 1], [0, 0], [], [], 0)));

    private static QuadraticOutcome.Solved Solve(QuadraticProgram program) => Assert.IsType<QuadraticOutcome.Solved>(DualActiveSet.Solve(program));

    private static double Slack(QuadraticProgram program, int row, double[] x) => Enumerable.Range(0, x.Length).Sum(j => program.Row(row)[j] * x[j]) - program.Bounds[row];

    private static QuadraticProgram Build(int n, int equalities, int inequalities, Random random)
    {
        double[] factor = [.. Enumerable.Range(0, n * n).Select(_ => random.NextDouble() - 0.5)];
        var hessian = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
            {
                hessian[(i * n) + k] = i == k ? 0.1 : 0.0;
                for (int p = 0; p < n; p++) { hessian[(i * n) + k] += factor[(p * n) + i] * factor[(p * n) + k]; }
            }
        }

        double[] inside = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() - 0.5)];
        int rows = equalities + inequalities;
        double[] normals = [.. Enumerable.Range(0, rows * n).Select(_ => random.NextDouble() - 0.5)];
        var program = new QuadraticProgram(hessian, [.. Enumerable.Range(0, n).Select(_ => 4.0 * (random.NextDouble() - 0.5))], normals, new double[rows], equalities);
        for (int i = 0; i < rows; i++) { program.Bounds[i] = Slack(program, i, inside) - (i < equalities ? 0.0 : 0.2 * random.NextDouble()); }
        return program;
    }

    private sealed class Near(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double obj) => 0;
    }
}
