using Plenum.Report.Figures;
using Plenum.Report.Html;

namespace Plenum.Report.Contents;

/// <summary>The scored claims: one line a claim, and below it what was compared.</summary>
internal static class ScorecardTables
{
    /// <summary>The claims with their verdicts.</summary>
    public static HtmlTable Claims(ScoredClaims scored) => new(
        "Claims and verdicts",
        [new("Claim"), new("What is claimed"), new("Verdict"), new("Simulation"), new("What to know")],
        [.. scored.Scores.Select(s => new HtmlRow([new HtmlCell($"{s.Claim.Id} {s.Claim.Title}"), new HtmlCell(s.Claim.Text), new HtmlCell(ScorecardTable.InWords(s.Verdict)),
            new HtmlCell(s.SimHolds switch { true => "agrees", false => "does not agree", _ => "" }), new HtmlCell(s.Failure?.ToString() ?? s.Known ?? s.Claim.Reason)]))])
    {
        IsSortable = true,
        IsTight = true,
    };

    /// <summary>Every figure and experiment of the claims.</summary>
    public static HtmlTable Figures(ScoredClaims scored) => Of($"What was compared; {ScorecardTable.Outside} marks what lies outside its tolerance", ScorecardTable.InShort(scored.Scores));

    /// <summary>A table of texts as a table of a page; the first two columns become one.</summary>
    private static HtmlTable Of(string caption, Table table) => new(
        caption,
        [new(""), .. table.Columns.Skip(2).Select(c => new HtmlColumn(Wording.Alone(c.Header), c.Alignment == Alignment.Right))],
        [.. table.Rows.Select(r => new HtmlRow([new HtmlCell(r[0].Length > 0 ? $"{r[0]} {r[1]}" : r[1].Trim()), .. r.Skip(2).Select(t => new HtmlCell(Numbers.Typeset(t)))], IsSum: r[0].Length > 0))])
    {
        IsTight = true,
    };
}
