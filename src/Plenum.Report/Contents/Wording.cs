namespace Plenum.Report.Contents;

/// <summary>Labels of the model as parts of sentences and as headings.</summary>
internal static class Wording
{
    /// <summary>A blank at which no line breaks, as between a number and its unit.</summary>
    public const string Joint = "\u00A0";

    /// <summary>A label inside a sentence: it begins small, unless its first word is in capitals.</summary>
    public static string Inside(string label) => label.Length < 2 || char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>A label that stands alone: it begins with a capital.</summary>
    public static string Alone(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    /// <summary>A name of the model as words.</summary>
    public static string Words(string name) => Alone(name.Replace('_', ' '));

    /// <summary>A count with its noun.</summary>
    public static string Counted(int count, string one, string many) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
