namespace Plenum.Engine.Solving.StackedTime;

/// <summary>Computes the values after a window from the last two periods in it, and their derivatives.</summary>
internal sealed class TerminalValues
{
    private readonly StackedLayout _layout;
    private readonly Rule[] _rules;

    public TerminalValues(StackedLayout layout)
    {
        _layout = layout;
        _rules = new Rule[layout.LeadColumns.Length];
        ByLast = new double[layout.LeadColumns.Length * layout.Leads];
        ByPrevious = new double[ByLast.Length];
    }

    /// <summary>Derivative of each value by its name's value in the last period, by slot.</summary>
    public double[] ByLast { get; }

    /// <summary>Derivative of each value by its name's value in the period before the last, by slot.</summary>
    public double[] ByPrevious { get; }

    /// <summary>Settles how each name goes on, from its starting path.</summary>
    public void Choose(Paths frame, TerminalCondition condition)
    {
        Array.Clear(ByLast);
        Array.Clear(ByPrevious);
        for (int i = 0; i < _rules.Length; i++)
        {
            int column = _layout.LeadColumns[i];
            _rules[i] = condition == TerminalCondition.Given ? Rule.Given
                : condition == TerminalCondition.Constant || double.IsNaN(frame.Row(_layout.History + _layout.Periods - 2)[column]) ? Rule.Constant
                : IsPositive(frame, column) ? Rule.Ratio
                : Rule.Difference;
        }
    }

    /// <summary>Writes the values after the window into the frame.</summary>
    public void Fill(Paths frame)
    {
        int end = _layout.History + _layout.Periods;
        for (int i = 0; i < _rules.Length; i++)
        {
            if (_rules[i] == Rule.Given) { continue; }
            int column = _layout.LeadColumns[i];
            double last = frame.Row(end - 1)[column];
            double previous = frame.Row(end - 2)[column];
            for (int k = 1; k <= _layout.Leads; k++)
            {
                int slot = (i * _layout.Leads) + k - 1;
                (frame.Row(end + k - 1)[column], ByLast[slot], ByPrevious[slot]) = Continue(_rules[i], last, previous, k);
            }
        }
    }

    /// <summary>Continues the path of a given name, where the data end, from the two rows before.</summary>
    public static double Continue(TerminalCondition condition, double last, double previous)
    {
        if (condition == TerminalCondition.Given) { return double.NaN; }
        return Continue(RuleFor(condition, last, previous), last, previous, 1).Value;
    }

    private static Rule RuleFor(TerminalCondition condition, double last, double previous) =>
        condition == TerminalCondition.Constant || double.IsNaN(previous) ? Rule.Constant : last > 0.0 && previous > 0.0 ? Rule.Ratio : Rule.Difference;

    /// <summary>The derivatives of <see cref="Continue(TerminalCondition, double, double)"/> by the two rows before.</summary>
    public static (double ByLast, double ByPrevious) Slopes(TerminalCondition condition, double last, double previous)
    {
        if (condition == TerminalCondition.Given) { return (0.0, 0.0); }
        var (_, byLast, byPrevious) = Continue(RuleFor(condition, last, previous), last, previous, 1);
        return (byLast, byPrevious);
    }

    /// <summary>Writes the changes of the values after the window, as far as they follow from given values in or before it, into a frame of changes.</summary>
    public void FillChange(double[] cells)
    {
        int columns = _layout.Code.Model.Symbols.Count;
        int end = (_layout.History + _layout.Periods) * columns;
        for (int i = 0; i < _rules.Length; i++)
        {
            if (_rules[i] == Rule.Given) { continue; }
            int column = _layout.LeadColumns[i];
            for (int k = 0; k < _layout.Leads; k++)
            {
                int slot = (i * _layout.Leads) + k;
                cells[end + (k * columns) + column] = (ByLast[slot] * cells[end - columns + column]) + (ByPrevious[slot] * cells[end - (2 * columns) + column]);
            }
        }
    }

    private static (double Value, double ByLast, double ByPrevious) Continue(Rule rule, double last, double previous, int k)
    {
        if (rule == Rule.Constant) { return (last, 1.0, 0.0); }
        if (rule == Rule.Difference) { return (last + (k * (last - previous)), 1.0 + k, -k); }
        double growth = last / previous;
        double power = Math.Pow(growth, k);
        return (last * power, (k + 1) * power, -k * power * growth);
    }

    private bool IsPositive(Paths frame, int column)
    {
        for (int t = _layout.History - 1; t < _layout.History + _layout.Periods; t++)
        {
            if (frame.Row(t)[column] <= 0.0) { return false; }
        }

        return true;
    }

    private enum Rule
    {
        Given,
        Constant,
        Ratio,
        Difference,
    }
}
