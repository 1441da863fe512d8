using Plenum.Language.Expressions;

namespace Plenum.Language.Accounts.Algebra;

/// <summary>Guesses whether a sum is zero by its value at random points of a prime field; the guess is then proven.</summary>
/// <remarks>
/// A sum that is zero is zero everywhere; one that is not is zero at a random point with a chance of its degree over 2^61.
/// So a few cheap evaluations choose the substitutions, and only those are carried out on symbols.
/// Source: J. T. Schwartz (1980), "Fast probabilistic algorithms for verification of polynomial identities", J. ACM 27(4);
/// R. Zippel (1979), "Probabilistic algorithms for sparse polynomials", EUROSAM '79.
/// </remarks>
internal sealed class RandomPoint(AtomTable atoms, Identities identities)
{
    private const ulong SmallExponent = 16;
    private static readonly ulong[] Seeds = [0x243F6A8885A308D3UL, 0x13198A2E03707344UL];

    private ulong[] _values = [];

    /// <summary>Whether the sum is zero at the points, once the given atoms have the values of what they equal.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="order">All atoms reached from it, each after those it is made of.</param>
    /// <param name="replaced">The atoms that take the value of what they equal.</param>
    public bool Vanishes(Polynomial sum, IReadOnlyList<int> order, IReadOnlySet<int> replaced) =>
        Array.TrueForAll(Seeds, seed => ValuesAt(seed, [sum], order, replaced)[0] == 0);

    /// <summary>For each candidate, the number that it must be multiplied by to give the sum; null where there is no such number.</summary>
    public IReadOnlyList<Rational?> Multiples(Polynomial sum, IReadOnlyList<Polynomial> candidates, SubstitutionPlan plan)
    {
        var ratios = Array.ConvertAll(Seeds, seed =>
        {
            ulong[] values = ValuesAt(seed, [sum, .. candidates], plan.Order, plan.Replaced);
            return Array.ConvertAll(values[1..], v => PrimeField.Multiply(values[0], PrimeField.Inverse(v)));
        });
        return [.. Enumerable.Range(0, candidates.Count).Select(k => ratios[0][k] == ratios[1][k] ? PrimeField.Fraction(ratios[0][k]) : null)];
    }

    private ulong[] ValuesAt(ulong seed, IReadOnlyList<Polynomial> sums, IReadOnlyList<int> order, IReadOnlySet<int> replaced)
    {
        if (_values.Length < atoms.Count) { _values = new ulong[atoms.Count]; }
        foreach (int atom in order)
        {
            _values[atom] = replaced.Contains(atom) ? ValueOf(identities.MeaningOf(atom)!) : atoms[atom] switch
            {
                Atom.Function f => ValueOf(seed, f),
                Atom.Reciprocal r => PrimeField.Inverse(ValueOf(r.Of)),
                _ => PrimeField.Mix(seed, (ulong)atom) % PrimeField.Prime,
            };
        }

        return [.. sums.Select(ValueOf)];
    }

    private ulong ValueOf(Polynomial sum)
    {
        ulong total = 0;
        var residues = sum.Residues;
        for (int k = 0; k < residues.Length; k++)
        {
            ulong product = residues[k];
            foreach (var (atom, exponent) in sum.Terms[k].Monomial.Factors)
            {
                product = PrimeField.Multiply(product, exponent == 1 ? _values[atom] : PrimeField.Power(_values[atom], exponent));
            }

            total = PrimeField.Add(total, product);
        }

        return total;
    }

    /// <summary>Equal functions of equal arguments have equal values, and otherwise nothing is known of them.</summary>
    private ulong ValueOf(ulong seed, Atom.Function function)
    {
        ulong[] operands = [.. function.Arguments.Values.Select(ValueOf)];
        switch (function.Operation)
        {
            case Operation.Power when operands[1] <= SmallExponent: return PrimeField.Power(operands[0], operands[1]);
            case Operation.Power when operands[1] >= PrimeField.Prime - SmallExponent: return PrimeField.Inverse(PrimeField.Power(operands[0], PrimeField.Prime - operands[1]));
            case Operation.Divide when operands[1] != 0: return PrimeField.Multiply(operands[0], PrimeField.Inverse(operands[1]));
            case Operation.Min or Operation.Max when operands[0] == operands[1]: return operands[0];
            case Operation.If when operands[0] <= 1: return operands[0] == 0 ? operands[2] : operands[1];
            default: break;
        }

        if (AtomTable.IsSymmetric(function.Operation)) { Array.Sort(operands); }
        return operands.Aggregate(PrimeField.Mix(seed, ulong.MaxValue - (ulong)function.Operation), PrimeField.Mix) % PrimeField.Prime;
    }
}
