namespace Plenum.Series;

/// <summary>The codes of findings about data; each has a page in <c>docs/diagnostics/</c>.</summary>
public static class DataCode
{
    /// <summary>The file is empty or holds only a header.</summary>
    public const string EmptyFile = "PL0401";

    /// <summary>The file is not text in UTF-8, or not of the format its name says.</summary>
    public const string NotReadable = "PL0402";

    /// <summary>A column is missing, unknown or there twice.</summary>
    public const string Columns = "PL0403";

    /// <summary>A value is not a number.</summary>
    public const string BadNumber = "PL0404";

    /// <summary>A period is not one.</summary>
    public const string BadPeriod = "PL0405";

    /// <summary>The same series has two values for one period.</summary>
    public const string DuplicateObservation = "PL0406";

    /// <summary>A series jumps by a factor near a power of ten.</summary>
    public const string Jump = "PL0407";

    /// <summary>A series lacks values between others.</summary>
    public const string Gaps = "PL0408";

    /// <summary>A series mixes years, quarters or months.</summary>
    public const string MixedFrequencies = "PL0409";

    /// <summary>The last line stops before its end.</summary>
    public const string CutOff = "PL0410";

    /// <summary>A value is infinite or spelt as not a number.</summary>
    public const string NotFinite = "PL0411";

    /// <summary>The file is larger than the limit.</summary>
    public const string TooLarge = "PL0412";

    /// <summary>A line has more or fewer cells than the header.</summary>
    public const string RaggedRow = "PL0413";

    /// <summary>A series keeps the same value for long.</summary>
    public const string ConstantRun = "PL0414";

    /// <summary>Two names have the same values.</summary>
    public const string SameValues = "PL0415";

    /// <summary>A cell is blank or not among the words allowed there.</summary>
    public const string BadCell = "PL0416";

    /// <summary>The rows of one vintage of a series differ in unit, publisher, source or confidence.</summary>
    public const string MixedProvenance = "PL0417";

    /// <summary>A name is not in the data set.</summary>
    public const string UnknownSeries = "PL0418";

    /// <summary>Something in the file has no place in a data set and is left out.</summary>
    public const string NotKept = "PL0419";

    /// <summary>There are more findings than are shown.</summary>
    public const string MoreFindings = "PL0420";

    /// <summary>Series that must add up do not.</summary>
    public const string AddingUp = "PL0421";

    /// <summary>A formula over series cannot be read.</summary>
    public const string UnreadableFormula = "PL0422";

    /// <summary>A formula over series has no value with these data.</summary>
    public const string FailedFormula = "PL0423";
}
