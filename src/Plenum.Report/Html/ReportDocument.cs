using Plenum.Report.Figures;

namespace Plenum.Report.Html;

/// <summary>A report: its title, its answer in short, and its sections. <see cref="ReportPage"/> writes it as one HTML file.</summary>
/// <param name="Title">The title.</param>
/// <param name="Facts">What is said below the title: the model, the date.</param>
/// <param name="Answer">The answer in short, a sentence or two a paragraph.</param>
/// <param name="Lead">Charts beside the answer.</param>
/// <param name="Sections">The sections; a section without blocks is left out.</param>
public sealed record ReportDocument(string Title, string Facts, IReadOnlyList<AnswerLine> Answer, IReadOnlyList<ChartSpec> Lead, IReadOnlyList<ReportSection> Sections);

/// <summary>One paragraph of the answer.</summary>
/// <param name="Lead">The words that begin it, set off; empty for none.</param>
/// <param name="Colour">The colour of what it is about; null for none.</param>
/// <param name="Text">The sentences.</param>
public sealed record AnswerLine(string Lead, ChartColour? Colour, string Text);

/// <summary>One section of a report.</summary>
/// <param name="Id">The target of links to it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Introduction">What a reader must know to read it; empty for nothing.</param>
/// <param name="Blocks">What it shows, in order.</param>
public sealed record ReportSection(string Id, string Title, string Introduction, IReadOnlyList<ReportBlock> Blocks);

/// <summary>A part of a section.</summary>
public abstract record ReportBlock
{
    /// <summary>A heading within the section, with a remark.</summary>
    /// <param name="Title">The heading.</param>
    /// <param name="Text">The remark; empty for none.</param>
    public sealed record Heading(string Title, string Text = "") : ReportBlock;

    /// <summary>A paragraph; an empty line begins another.</summary>
    /// <param name="Content">The text.</param>
    public sealed record Prose(string Content) : ReportBlock;

    /// <summary>Charts side by side as their size asks for; small ones share the legend of the first.</summary>
    /// <param name="Items">The charts.</param>
    public sealed record Charts(IReadOnlyList<ChartSpec> Items) : ReportBlock;

    /// <summary>A table.</summary>
    /// <param name="Item">The table.</param>
    public sealed record Sheet(HtmlTable Item) : ReportBlock;

    /// <summary>Tables of which one shows at a time on a screen, and all in print.</summary>
    /// <param name="Id">A short name that is unique on the page.</param>
    /// <param name="Label">What is chosen.</param>
    /// <param name="Items">The tables with the words to choose them by.</param>
    public sealed record Choice(string Id, string Label, IReadOnlyList<(string Word, HtmlTable Table)> Items) : ReportBlock;

    /// <summary>Tables behind a line that opens them.</summary>
    /// <param name="Summary">The line.</param>
    /// <param name="Items">The tables.</param>
    public sealed record Folded(string Summary, IReadOnlyList<HtmlTable> Items) : ReportBlock;

    /// <summary>Lines to type.</summary>
    /// <param name="Lines">The lines.</param>
    public sealed record Commands(IReadOnlyList<string> Lines) : ReportBlock;
}
