using System.Globalization;
using Plenum.Language.Sets;
using Plenum.Language.Syntax;
using Plenum.Language.Units;

namespace Plenum.Language.Binding;

/// <summary>Sums and products over sets.</summary>
internal sealed partial class ExpressionLowering
{
    private Typed BindAggregate(AggregateSyntax aggregate)
    {
        var sets = new SetEntry[aggregate.Binders.Count];
        long terms = 1;
        for (int i = 0; i < sets.Length; i++)
        {
            var binder = aggregate.Binders[i];
            if (_scope.Sets.FindSet(binder.Set) is not { } set) { return ReportUnknownSet(binder); }
            sets[i] = set;
            terms = Math.Min(terms * set.Members.Count, int.MaxValue);
        }

        if (terms > _budget.Limit) { return ReportTerms(aggregate, sets); }
        if (!_budget.Allows(terms))
        {
            _budget.Exhaust();
            return ReportNodes(aggregate.Span);
        }

        int depth = _indices.Count;
        var result = new Typed(aggregate.IsProduct ? _graph.One : _graph.Zero, ChecksUnits ? Unit.None : null);
        bool isFirst = true;
        var counter = new int[sets.Length];
        for (long term = 0; term < terms && !_budget.IsExhausted; term++)
        {
            for (int i = 0; i < sets.Length; i++) { _indices.Add(new IndexValue(aggregate.Binders[i].Index ?? aggregate.Binders[i].Set, sets[i].Members[counter[i]])); }
            var body = Bind(aggregate.Body);
            _indices.RemoveRange(depth, sets.Length);
            result = isFirst ? body : Accumulate(aggregate, result, body);
            isFirst = false;
            Advance(counter, sets);
        }

        return result;
    }

    private Typed Accumulate(AggregateSyntax aggregate, Typed result, Typed term) => aggregate.IsProduct
        ? new Typed(_graph.Multiply(result.Id, term.Id), UnitChecker.Product(result, term))
        : new Typed(_graph.Add(result.Id, term.Id), _units.Common(result, term, aggregate.Body, aggregate.Body, aggregate.Body.Span, "add"));

    /// <summary>Moves to the next combination of members; the last index runs fastest.</summary>
    private static void Advance(int[] counter, SetEntry[] sets)
    {
        for (int i = counter.Length - 1; i >= 0; i--)
        {
            if (++counter[i] < sets[i].Members.Count) { return; }
            counter[i] = 0;
        }
    }

    private Typed ReportUnknownSet(BinderSyntax binder)
    {
        string? nearest = _scope.Sets.NearestSet(binder.Set);
        _findings.Error(BindingCodes.UnknownSet, binder.Span, $"there is no set '{binder.Set}'.", "a sum runs over the members of a set.", nearest is null ? $"add: set {binder.Set} = ..." : $"did you mean '{nearest}'?");
        return Unknown;
    }

    private Typed ReportTerms(AggregateSyntax aggregate, SetEntry[] sets)
    {
        string product = string.Join(" x ", sets.Select(s => s.Members.Count.ToString(CultureInfo.InvariantCulture)));
        return ReportLimit(aggregate.Span, string.Create(CultureInfo.InvariantCulture, $"this {(aggregate.IsProduct ? "product" : "sum")} has {product} terms; all expressions together may have {_budget.Limit:N0} nodes."), "sum over smaller sets, or over one set at a time.");
    }
}
