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
            var sum = Sum(cells, total, 0);
            var proof = _prover.Prove(sum);
            var outcome = OutcomeOf(proof.Ending);
            bool isChange = false;
            if (proof.Ending != ZeroEnding.Proven && _kind == AccountKind.BalanceSheet)
            {
                var change = _prover.Prove(sum - Sum(cells, total, -1));
                if (change.Ending == ZeroEnding.Proven) { outcome = ProofOutcome.ProvenByAccumulation; }
                isChange = change.Ending == ZeroEnding.Proven || TellsMore(change, proof);
                if (isChange) { proof = change; }
            }

            bool isProven = proof.Ending == ZeroEnding.Proven;
            var used = isProven ? proof.Used : [];
            return new AccountStatement(
                name,
                isRow,
                claim,
                outcome,
                isProven ? null : _printer.Print(proof.Leftover) + (isChange ? " each period" : ""),
                [.. used.Where(a => !_identities.IsParameter(a)).Select(_printer.Print)],
                [.. used.Where(_identities.IsParameter).Select(_printer.Print)],
                proof.Ending == ZeroEnding.NotProven ? Suspects(cells, proof, isRow, isChange) : []);
        }

        /// <summary>Whether the leftover of the change from one period to the next is the shorter one.</summary>
        private static bool TellsMore(ZeroProof change, ZeroProof level) =>
            change.Ending == ZeroEnding.NotProven && level.Ending == ZeroEnding.NotProven && change.Leftover.Count < level.Leftover.Count;

        private Polynomial Sum(IReadOnlyList<AccountCell> cells, ExpressionId? total, int leads)
        {
            var sum = cells.Aggregate(Polynomial.Zero, (running, cell) => running + _reader.Read(cell.Expression, leads));
            return total is { } expected ? sum - _reader.Read(expected, leads) : sum;
        }

        /// <summary>The entries as they look after the substitutions that gave the leftover, held against it.</summary>
        private IReadOnlyList<AccountCell> Suspects(IReadOnlyList<AccountCell> cells, ZeroProof proof, bool isRow, bool isChange)
        {
            var amounts = cells.Select(AmountLeft).ToList();
            return [.. AccountSuspects.Rank(amounts, proof.Leftover, isRow).Select(k => cells[k])];

            Polynomial AmountLeft(AccountCell cell)
            {
                var amount = isChange ? Sum([cell], null, 0) - Sum([cell], null, -1) : Sum([cell], null, 0);
                return proof.Used.Aggregate(amount, (sum, atom) => _atoms.Substitute(sum, atom, _identities.MeaningOf(atom)!));
            }
        }

        private static ProofOutcome OutcomeOf(ZeroEnding ending) => ending switch
        {
            ZeroEnding.Proven => ProofOutcome.Proven,
            ZeroEnding.NotProven => ProofOutcome.NotProven,
            _ => ProofOutcome.TooLarge,
        };
    }
}
