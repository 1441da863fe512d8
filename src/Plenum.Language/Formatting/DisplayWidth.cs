using System.Globalization;
using System.Text;

namespace Plenum.Language.Formatting;

/// <summary>How many columns a text takes where all letters are equally wide.</summary>
/// <remarks>Source: Unicode Standard Annex 11, "East Asian Width": wide and fullwidth characters take two columns; combining marks take none.</remarks>
public static class DisplayWidth
{
    /// <summary>The number of columns of a text.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int width = 0;
        foreach (var rune in text.EnumerateRunes()) { width += Of(rune); }
        return width;
    }

    /// <summary>The number of columns of a character: 0, 1 or 2.</summary>
    public static int Of(Rune rune)
    {
        int c = rune.Value;
        if (c < 0x300) { return 1; }
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) { return 0; }
        bool isWide = c is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
        return isWide ? 2 : 1;
    }
}
