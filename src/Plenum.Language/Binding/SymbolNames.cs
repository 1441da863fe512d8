using System.Globalization;
using System.Text;
using Plenum.Language.Diagnostics;
using Plenum.Language.Sets;

namespace Plenum.Language.Binding;

/// <summary>How scalar names, and the places they are declared at, are written.</summary>
internal static class SymbolNames
{
    /// <summary>A name with its members: "content[agriculture,exports]".</summary>
    public static string Indexed(string family, ReadOnlySpan<int> members, SetTable sets)
    {
        if (members.IsEmpty) { return family; }
        var name = new StringBuilder(family).Append('[');
        for (int i = 0; i < members.Length; i++)
        {
            if (i > 0) { name.Append(','); }
            name.Append(sets.NameOf(members[i]));
        }

        return name.Append(']').ToString();
    }

    /// <summary>A place as a reader of <paramref name="from"/> needs it: the line, and the file where that is another.</summary>
    public static string Place(SourceSpan span, SourceSpan from)
    {
        int line = span.Source.Position(span.Start).Line;
        return ReferenceEquals(span.Source, from.Source)
            ? string.Create(CultureInfo.InvariantCulture, $"line {line}")
            : string.Create(CultureInfo.InvariantCulture, $"{span.Source.Path}:{line}");
    }
}
