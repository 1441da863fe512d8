using System.Globalization;
using Plenum.Engine;
using Plenum.Language.Accounts;
using Plenum.Language.Binding;
using Plenum.Series;

namespace Plenum.Workspace;

/// <summary>Checks solved paths against the balance sheet and the flow matrix of their model.</summary>
internal sealed class PathAccounts
{
    private readonly List<AccountCheck> _checks = [];

    public PathAccounts(BoundModel model)
    {
        if (model.BalanceSheet is { } balanceSheet) { _checks.Add(new AccountCheck(model, balanceSheet)); }
        if (model.Flows is { } flows) { _checks.Add(new AccountCheck(model, flows)); }
    }

    /// <summary>The largest difference over a window; null where the model declares no accounts.</summary>
    public AccountDifference? LargestError(Paths paths, Period from, Period to)
    {
        AccountDifference? largest = null;
        foreach (var check in _checks)
        {
            for (int t = paths.IndexOf(from); t <= paths.IndexOf(to); t++)
            {
                int now = t;
                var error = check.LargestError((column, lag) => paths.Values[((now + lag) * paths.Columns) + column]);
                if (largest is null || double.IsNaN(error.Size) || error.Size > largest.Size)
                {
                    largest = new AccountDifference(error.Size, string.Create(CultureInfo.InvariantCulture, $"{error} in {paths.Start + t}"));
                }

                if (double.IsNaN(error.Size)) { return largest; }
            }
        }

        return largest;
    }
}
