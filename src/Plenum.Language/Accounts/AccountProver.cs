using Plenum.Language.Accounts.Algebra;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;

namespace Plenum.Language.Accounts;

/// <summary>Proves from the identities of a model that the rows of an account sum to zero and its columns to their totals.</summary>
/// <remarks>
/// Sums are worked out with exact fractions and names; behavioural equations are not used, so what is proven holds
/// whatever people decide. A balance sheet that no equation closes is proven by accumulation: its change is zero because
/// all flows cancel (the law of Walras). Source of the accounting: W. Godley and M. Lavoie (2007), "Monetary Economics",
/// chapter 2.
/// </remarks>
public static class AccountProver
{
    /// <summary>Proves every row and column of an account, or says what is left over.</summary>
    /// <param name="model">The model, whose identities may be used.</param>
    /// <param name="account">The account.</param>
    /// <param name="kind">Whether it holds stocks, which may be proven by accumulation, or flows.</param>
    /// <remarks>Cost: for each row and column about linear in the identities it depends on; each is given up beyond a fixed amount of work.</remarks>
    public static AccountProof Prove(BoundModel model, BoundAccount account, AccountKind kind)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(account);
        var session = new Session(model, account, kind);
        var statements = new List<AccountStatement>();
        var diagnostics = new List<Diagnostic>();
        for (int row = 0; row < account.Rows.Count; row++)
        {
            if (!account.Rows[row].IsReal) { Conclude(session.ProveRow(row), account.Rows[row].Span); }
        }

        foreach (var total in account.Totals) { Conclude(session.ProveColumn(total), total.Span); }
        return new AccountProof(statements, diagnostics);

        void Conclude(AccountStatement statement, SourceSpan span)
        {
            statements.Add(statement);
            if (!statement.Proven) { diagnostics.Add(AccountFindings.Describe(statement, account, kind, span)); }
        }
    }

    /// <summary>The algebra shared by all rows and columns of one account.</summary>
    private sealed class Session
    {
        private readonly BoundAccount _account;
        private readonly AccountKind _kind;
        private readonly AtomTable _atoms = new();
        private readonly ExpressionReader _reader;
        private readonly Identities _identities;
        private readonly ZeroProver _prover;
        private readonly SumPrinter _printer;

        public Session(BoundModel model, BoundAccount account, AccountKind kind)
        {
            (_account, _kind) = (account, kind);
            _reader = new ExpressionReader(model, _atoms);
            _identities = new Identities(model, _atoms, _reader);
            _prover = new ZeroProver(_atoms, _identities);
            _printer = new SumPrinter(model, _atoms);
        }

        public AccountStatement ProveRow(int row)
        {
            string name = _account.Rows[row].Name;
            return Prove(name, true, $"row '{name}' sums to zero", [.. _account.Cells.Where(c => c.Row == row)], null);
        }

        public AccountStatement ProveColumn(AccountTotal total)
        {
            string name = _account.Sectors[total.Sector];
            string claim = $"column '{name}' sums to {_printer.Print(_reader.Read(total.Total))}";
            return Prove(name, false, claim, [.. _account.Cells.Where(c => c.Sector == total.Sector)], total.Total);
        }

        private AccountStatement Prove(string name, bool isRow, string claim, IReadOnlyList<AccountCell> cells, ExpressionId? total)
        {
            var proof = _prover.Prove(Sum(cells, total));
            var outcome = OutcomeOf(proof.Ending);
            if (outcome != ProofOutcome.Proven && _kind == AccountKind.BalanceSheet)
            {
                var change = _prover.Prove(Change(cells, total));
                if (change.Ending == ZeroEnding.Proven) { (proof, outcome) = (change, ProofOutcome.ProvenByAccumulation); }
            }

            bool isProven = proof.Ending == ZeroEnding.Proven;
            var used = isProven ? proof.Used : [];
            var (leftover, suspects) = outcome == ProofOutcome.NotProven ? Explain(isRow, cells, total, proof) : (null, []);
            return new AccountStatement(
                name,
                isRow,
                claim,
                outcome,
                leftover,
                [.. used.Where(a => !_identities.IsParameter(a)).Select(_printer.Print)],
                [.. used.Where(_identities.IsParameter).Select(_printer.Print)],
                suspects);
        }

        /// <summary>Says what is left over in as few words as possible, and which entries may be to blame.</summary>
        private (string Leftover, IReadOnlyList<AccountCell> Suspects) Explain(bool isRow, IReadOnlyList<AccountCell> cells, ExpressionId? total, ZeroProof proof)
        {
            // A column may lack an entry that stands in another one; a row is told by its own, and a lone one tells nothing.
            AccountCell[] entries = !isRow ? [.. cells, .. _account.Cells.Except(cells)] : cells.Count > 1 ? [.. cells] : [];
            var levels = entries.Select(c => Sum([c], null)).ToList();
            if (ExplainByOne(Sum(cells, total), levels) is { } level)
            {
                return (_printer.Print(level.Leftover), Suspects(cells, levels, level.Leftover, isRow));
            }

            if (_kind == AccountKind.BalanceSheet)
            {
                var changes = entries.Select(c => Change([c], null)).ToList();
                if (ExplainByOne(Change(cells, total), changes) is { } change)
                {
                    string text = change.Candidate < entries.Length
                        ? $"the change of {_printer.Print(levels[change.Candidate].Times(Monomial.One, change.Multiple))}"
                        : $"{_printer.Print(change.Leftover)} in each period";
                    return (text, Suspects(cells, changes, change.Leftover, isRow));
                }
            }

            var amounts = cells.Select(c => proof.Used.Aggregate(Sum([c], null), (sum, atom) => _atoms.Substitute(sum, atom, _identities.MeaningOf(atom)!)));
            return (_printer.Print(proof.Leftover), Suspects(cells, [.. amounts], proof.Leftover, isRow));
        }

        /// <summary>The leftover as a multiple of one entry or, failing that, of one name, if it is such.</summary>
        private (int Candidate, Rational Multiple, Polynomial Leftover)? ExplainByOne(Polynomial sum, IReadOnlyList<Polynomial> entries)
        {
            var names = _prover.DependsOn(sum).Where(a => _atoms[a] is Atom.Name && !_identities.IsParameter(a)).Select(Polynomial.Atom);
            Polynomial[] candidates = [.. entries, .. names];
            return _prover.Explain(sum, candidates) is var (k, multiple) ? (k, multiple, candidates[k].Times(Monomial.One, multiple)) : null;
        }

        private static IReadOnlyList<AccountCell> Suspects(IReadOnlyList<AccountCell> cells, IReadOnlyList<Polynomial> amounts, Polynomial leftover, bool isRow) =>
            [.. AccountSuspects.Rank([.. amounts.Take(cells.Count)], leftover, isRow).Select(k => cells[k])];

        /// <summary>The entries less the total, in this period or one before or after.</summary>
        private Polynomial Sum(IEnumerable<AccountCell> cells, ExpressionId? total, int leads = 0)
        {
            var sum = cells.Aggregate(Polynomial.Zero, (running, cell) => running + _reader.Read(cell.Expression, leads));
            return total is { } expected ? sum - _reader.Read(expected, leads) : sum;
        }

        private Polynomial Change(IReadOnlyList<AccountCell> cells, ExpressionId? total) => Sum(cells, total) - Sum(cells, total, -1);

        private static ProofOutcome OutcomeOf(ZeroEnding ending) => ending switch
        {
            ZeroEnding.Proven => ProofOutcome.Proven,
            ZeroEnding.NotProven => ProofOutcome.NotProven,
            _ => ProofOutcome.TooLarge,
        };
    }
}
