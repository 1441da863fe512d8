using Plenum.Language.Binding;
using Plenum.Report;

namespace Plenum.Studio.Components.Why;

/// <summary>Names of nodes as the map writes them.</summary>
internal static class NodeText
{
    private const int LineCells = 20;

    /// <summary>The label of a variable, else its name.</summary>
    public static string Label(Symbol symbol) => symbol.Label.Length > 0 ? symbol.Label : symbol.Name.Replace('_', ' ');

    /// <summary>The label in at most two lines.</summary>
    public static IReadOnlyList<string> Lines(Symbol symbol)
    {
        var lines = new List<string> { "" };
        foreach (string word in Label(symbol).Split(' '))
        {
            string longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (TextWidth.Of(longer) <= LineCells || lines[^1].Length == 0) { lines[^1] = longer; }
            else { lines.Add(word); }
        }

        return lines.Count <= 2 ? lines : [lines[0], $"{lines[1]}…"];
    }
}
