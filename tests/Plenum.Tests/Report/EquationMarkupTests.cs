using System.Xml.Linq;
using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;
using Plenum.Report.Equations;
using Plenum.Tests.China;

namespace Plenum.Tests.Report;

public class EquationMarkupTests
{
    private const string Text = """
        model tiny
        frequency quarterly
        set place = north, south
        exogenous given[place] "Given"
        parameter speed = 0.5
        behavioural output[p in place] "Output"
          log(output[p]) = speed * log(output[p](-1)) + (1 - speed) * given[p] / 2
        identity all "All"
          all = sum(p in place: output[p] - given[p]) ^ 2
        identity branch "Branch"
          branch = if(all > 1, all, -sqrt(all)) + pos(all, width 0.1) + diff(all)

        """;

    [Fact]
    public void Equations_are_set_as_a_book_does() => Snapshot.Match(string.Join("\n\n", Set(Text)), "Report/equations.xml");

    [Fact]
    public void Every_equation_of_the_China_model_is_well_formed_markup()
    {
        var model = ChinaFiles.Bind().Model!;
        var book = new EquationBook(model);
        foreach (var equation in model.Equations.DistinctBy(e => e.Text))
        {
            string? markup = book.Of(equation);
            Assert.True(markup is not null, equation.Name);
            Assert.Equal("math", XElement.Parse(markup).Name.LocalName);
        }
    }

    private static IEnumerable<string> Set(string text)
    {
        var bound = Binder.Bind([Parser.Parse(new SourceText("tiny.plenum", text))]);
        Assert.Empty(bound.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
        var book = new EquationBook(bound.Model!);
        return bound.Model!.Equations.DistinctBy(e => e.Text).Select(e => book.Of(e)!);
    }
}
