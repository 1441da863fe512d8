using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Plenum.Language.Expressions;

/// <summary>Prints scalar expressions as model text, with names, lags and no more parentheses than needed.</summary>
/// <remarks>
/// Sums and products of any length are walked without recursion. A text that would exceed <see cref="LongestText"/> ends in
/// an ellipsis, since a graph that shares much can be small and its text immense.
/// </remarks>
public sealed class ScalarPrinter
{
    /// <summary>The most characters of one expression.</summary>
    public const int LongestText = 100_000;

    private const string Ellipsis = "...";

    private readonly ExpressionGraph _graph;
    private readonly Func<int, string> _nameOf;

    /// <summary>Prepares to print expressions of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="nameOf">The name of a symbol, by its column.</param>
    public ScalarPrinter(ExpressionGraph graph, Func<int, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(nameOf);
        _graph = graph;
        _nameOf = nameOf;
    }

    /// <summary>How tightly an operation binds, from loosest to tightest.</summary>
    private enum Strength
    {
        Or,
        And,
        Not,
        Comparison,
        Sum,
        Product,
        Sign,
        Power,
        Atom,
    }

    /// <summary>One expression, such as <c>log(x) - log(x(-1))</c>.</summary>
    public string Print(ExpressionId id)
    {
        var text = new StringBuilder();
        Write(id, Strength.Or, text);
        return text.ToString();
    }

    /// <summary>Both sides of an equation.</summary>
    public string Print(ExpressionId left, ExpressionId right) => $"{Print(left)} = {Print(right)}";

    private void Write(ExpressionId id, Strength least, StringBuilder text)
    {
        if (text.Length >= LongestText || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            text.Append(Ellipsis);
            return;
        }

        bool isEnclosed = StrengthOf(id) < least;
        if (isEnclosed) { text.Append('('); }
        WriteBare(id, text);
        if (isEnclosed) { text.Append(')'); }
    }

    private void WriteBare(ExpressionId id, StringBuilder text)
    {
        var node = _graph[id];
        switch (node.Operation)
        {
            case Operation.Constant: text.Append(node.Value.ToString("R", CultureInfo.InvariantCulture)); break;
            case Operation.Symbol: WriteSymbol(node, text); break;
            case Operation.Add or Operation.Subtract: WriteSum(id, text); break;
            case Operation.Multiply when AsPositivePart(node) is var (x, width): WriteSmooth("pos", x, width, text); break;
            case Operation.Multiply or Operation.Divide: WriteProduct(id, text); break;
            case Operation.Negate: text.Append('-'); Write(node.A, Strength.Product, text); break;
            case Operation.Power: Write(node.A, Strength.Atom, text); text.Append(" ^ "); Write(node.B, Strength.Power, text); break;
            case Operation.Less: WritePair(node, " < ", text); break;
            case Operation.LessOrEqual: WritePair(node, " <= ", text); break;
            case Operation.Equal: WritePair(node, " == ", text); break;
            case Operation.Not when _graph[node.A].Operation == Operation.Equal: WritePair(_graph[node.A], " != ", text); break;
            case Operation.Not: text.Append("not "); Write(node.A, Strength.Not, text); break;
            case Operation.And: WriteChain(id, Operation.And, " and ", Strength.Not, text); break;
            case Operation.Or: WriteChain(id, Operation.Or, " or ", Strength.And, text); break;
            case Operation.Min: WriteExtreme(id, "min", text); break;
            case Operation.Max: WriteExtreme(id, "max", text); break;
            case Operation.If: WriteCall("if", [node.A, node.B, node.C], text); break;
            case Operation.Softplus: WriteSmooth("pos", node.A, _graph.One, text); break;
            case Operation.Logistic when _graph[node.A] is { Operation: Operation.Divide } ratio: WriteSmooth("step", ratio.A, ratio.B, text); break;
            case Operation.Logistic: WriteSmooth("step", node.A, _graph.One, text); break;
            default: WriteCall(node.Operation.ToString().ToLowerInvariant(), [node.A], text); break;
        }
    }

    private void WriteSymbol(ExpressionNode node, StringBuilder text)
    {
        text.Append(_nameOf(node.Symbol));
        if (node.Lag != 0) { text.Append(CultureInfo.InvariantCulture, $"({node.Lag:+0;-0})"); }
    }

    /// <summary>Writes terms one after another, each with its sign.</summary>
    private void WriteSum(ExpressionId id, StringBuilder text)
    {
        bool isFirst = true;
        foreach (var (term, isSubtracted) in Parts(id, Operation.Add, Operation.Subtract))
        {
            if (text.Length >= LongestText) { text.Append(Ellipsis); return; }
            if (isFirst) { Write(term, Strength.Sum, text); isFirst = false; continue; }
            int sign = text.Length + 1;
            text.Append(isSubtracted ? " - " : " + ");
            int start = text.Length;
            Write(term, Strength.Product, text);
            if (text[start] != '-') { continue; }
            text[sign] = isSubtracted ? '+' : '-';
            text.Remove(start, 1);
        }
    }

    private void WriteProduct(ExpressionId id, StringBuilder text)
    {
        bool isFirst = true;
        foreach (var (factor, isDivided) in Parts(id, Operation.Multiply, Operation.Divide))
        {
            if (text.Length >= LongestText) { text.Append(Ellipsis); return; }
            if (!isFirst) { text.Append(isDivided ? " / " : " * "); }
            Write(factor, isFirst ? Strength.Sign : Strength.Power, text);
            isFirst = false;
        }
    }

    /// <summary>The terms of a sum, or the factors of a product, in the order in which they are printed.</summary>
    private List<(ExpressionId Part, bool IsInverse)> Parts(ExpressionId id, Operation forward, Operation inverse)
    {
        var parts = new List<(ExpressionId, bool)>();
        var pending = new Stack<(ExpressionId Id, bool IsInverse)>();
        pending.Push((id, false));
        while (pending.TryPop(out var next))
        {
            var node = _graph[next.Id];
            bool isChain = !next.IsInverse && (node.Operation == inverse || (node.Operation == forward && AsPositivePart(node) is null));
            if (!isChain) { parts.Add(next); continue; }

            // The graph orders the operands of a commutative operation; a chain was written before what was added to it.
            bool isSwapped = node.Operation == forward && IsChain(node.B, forward, inverse) && !IsChain(node.A, forward, inverse);
            pending.Push((isSwapped ? node.A : node.B, node.Operation == inverse));
            pending.Push((isSwapped ? node.B : node.A, false));
        }

        if (forward == Operation.Multiply) { PutNumberFirst(parts); }
        return parts;
    }

    private void PutNumberFirst(List<(ExpressionId Part, bool IsInverse)> factors)
    {
        int number = factors.FindIndex(f => !f.IsInverse && _graph[f.Part].Operation == Operation.Constant);
        if (number <= 0) { return; }
        var factor = factors[number];
        factors.RemoveAt(number);
        factors.Insert(0, factor);
    }

    private bool IsChain(ExpressionId id, Operation forward, Operation inverse) => _graph[id].Operation == forward || _graph[id].Operation == inverse;

    private void WriteChain(ExpressionId id, Operation operation, string separator, Strength least, StringBuilder text)
    {
        bool isFirst = true;
        foreach (var (part, _) in Parts(id, operation, operation))
        {
            if (!isFirst) { text.Append(separator); }
            Write(part, least, text);
            isFirst = false;
        }
    }

    private void WriteExtreme(ExpressionId id, string name, StringBuilder text)
    {
        var operation = _graph[id].Operation;
        text.Append(name).Append('(');
        WriteChain(id, operation, ", ", Strength.Or, text);
        text.Append(')');
    }

    private void WritePair(ExpressionNode node, string sign, StringBuilder text)
    {
        Write(node.A, Strength.Sum, text);
        text.Append(sign);
        Write(node.B, Strength.Sum, text);
    }

    private void WriteCall(string name, ReadOnlySpan<ExpressionId> arguments, StringBuilder text)
    {
        text.Append(name).Append('(');
        for (int i = 0; i < arguments.Length; i++)
        {
            if (i > 0) { text.Append(", "); }
            Write(arguments[i], Strength.Or, text);
        }

        text.Append(')');
    }

    private void WriteSmooth(string name, ExpressionId x, ExpressionId width, StringBuilder text)
    {
        text.Append(name).Append('(');
        Write(x, Strength.Or, text);
        text.Append(", width ");
        Write(width, Strength.Or, text);
        text.Append(')');
    }

    /// <summary>Recognises <c>w * softplus(x / w)</c>, which the language writes as <c>pos(x, width w)</c>.</summary>
    private (ExpressionId X, ExpressionId Width)? AsPositivePart(ExpressionNode node) =>
        node.Operation != Operation.Multiply ? null : AsPositivePart(node.A, node.B) ?? AsPositivePart(node.B, node.A);

    private (ExpressionId X, ExpressionId Width)? AsPositivePart(ExpressionId width, ExpressionId softplus) =>
        _graph[softplus] is { Operation: Operation.Softplus } smooth && _graph[smooth.A] is { Operation: Operation.Divide } ratio && ratio.B == width ? (ratio.A, width) : null;

    private Strength StrengthOf(ExpressionId id)
    {
        var node = _graph[id];
        return node.Operation switch
        {
            Operation.Or => Strength.Or,
            Operation.And => Strength.And,
            Operation.Not => _graph[node.A].Operation == Operation.Equal ? Strength.Comparison : Strength.Not,
            Operation.Less or Operation.LessOrEqual or Operation.Equal => Strength.Comparison,
            Operation.Add or Operation.Subtract => Strength.Sum,
            Operation.Multiply => AsPositivePart(node) is null ? Strength.Product : Strength.Atom,
            Operation.Divide => Strength.Product,
            Operation.Negate => Strength.Sign,
            Operation.Constant when node.Value < 0.0 => Strength.Sign,
            Operation.Power => Strength.Power,
            _ => Strength.Atom,
        };
    }
}
