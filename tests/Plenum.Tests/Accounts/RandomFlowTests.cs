using System.Globalization;
using Plenum.Language.Accounts;

namespace Plenum.Tests.Accounts;

public sealed class RandomFlowTests
{
    private static readonly string[] Sectors = ["households", "firms", "banks", "government", "abroad"];

    /// <summary>Each row pays from one sector to all others, in shares of a hundredth that add to one.</summary>
    private static readonly Gen<int[][]> Shares = Gen.Int[-200, 200].Where(s => s != 0).Array[Sectors.Length - 1].Array[1, 8];

    [Fact]
    public void Rows_that_balance_by_construction_are_proven() =>
        Shares.Sample(shares => Matrix(shares, null).Prove(AccountKind.Flows).Proven, iter: 100);

    [Fact]
    public void A_disturbed_entry_makes_exactly_its_row_fail() =>
        Gen.Select(Shares, Gen.Int[0, 1_000]).Sample((shares, pick) =>
        {
            int row = pick % shares.Length;
            var proof = Matrix(shares, row).Prove(AccountKind.Flows);
            Assert.Equal([$"r{row}"], proof.Statements.Where(s => !s.Proven).Select(s => s.Name));
            Assert.NotEmpty(proof.Statements[row].Suspects);
            Assert.Matches($@"^-?([0-9./]+\*)?(flow|paid){row}$", proof.Statements[row].Leftover);
        }, iter: 100);

    /// <summary>The payer's entry is written through an identity, so that the proof needs one substitution a row.</summary>
    private static AccountModel Matrix(int[][] shares, int? disturbed)
    {
        var model = new AccountModel();
        for (int row = 0; row < shares.Length; row++)
        {
            int flow = row;
            string Amount(int hundredths) => string.Create(CultureInfo.InvariantCulture, $"({hundredths / 100.0m})*flow{flow}");
            model.Identity($"paid{row}", string.Join(" + ", shares[row].Select(Amount)));
            var entries = shares[row].Select((share, k) => $"{Sectors[k + 1]}: {Amount(share + (row == disturbed && k == 0 ? 1 : 0))}");
            model.Row($"r{row}", [$"{Sectors[0]}: -paid{row}", .. entries]);
        }

        return model;
    }
}
