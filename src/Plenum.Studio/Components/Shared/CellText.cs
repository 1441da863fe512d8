using System.Text.RegularExpressions;
using Plenum.Report;

namespace Plenum.Studio.Components.Shared;

/// <summary>A cell of the command's tables as a page prints it: minus signs, powers of ten and spans in place of what a keyboard has.</summary>
internal static partial class CellText
{
    private const string Digits = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    /// <summary>The cell as it is printed.</summary>
    public static string Typeset(string cell)
    {
        string text = Numbers.Typeset(cell).Replace(" .. ", " to ", StringComparison.Ordinal).Replace("..", "\u2013", StringComparison.Ordinal);
        return PowerOfTen().Replace(text, found => $" \u00d7 10{string.Concat(found.Groups[1].Value.TrimStart('+').Select(Raised))}");
    }

    private static char Raised(char sign) => sign == '-' ? '\u207b' : Digits[sign - '0'];

    [GeneratedRegex(@"(?<=[0-9])[Ee]([+-]?[0-9]+)\b")]
    private static partial Regex PowerOfTen();
}
