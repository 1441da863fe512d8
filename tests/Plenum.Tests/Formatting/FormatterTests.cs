using Plenum.Language.Diagnostics;
using Plenum.Language.Formatting;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Formatting;

public sealed class FormatterTests
{
    private const string Untidy = """
        // The file
        model sim "Title"   // behind the head
        frequency    annual
        unit yuan=currency "trillion"
        unit yuan2015 = volume   of yuan
        unit speed =1/quarter
        set partner "Partners"=us "United States" zh "美国",eu,asean,other,a_long_member "A long label of a member", another_long_member "Another long label"
        subset rich of partner = us,eu
        map bloc of partner to region=us:west,eu :west
        block demand "Demand"
            exogenous income:yuan/quarter "Income"
            exogenous rate : share "Interest rate" zh "利率"
            exogenous exports[partner]:yuan/quarter "Exports to {partner}"
                source "Customs"
                observed customs.exports/(1+ rate)
            parameter share_of = .6e0
            behavioural consumption:yuan/quarter "Household consumption"
                 add-factor multiplicative
                 source "Smith (2001)"
                 dlog(consumption)=(share_of*log(income(-1)/consumption(-1)))+(0.3*dlog(income))-weight_of_the_interest_rate*(rate-(rate(-1)))+sum(p in partner:exports[p])
                 // inside
            parameter content[industry,demand] : share
                table households exports
                  agriculture .17  -0.01
                  traditional 1/3 (0.4 + 2)
        flows "Flows"
            sectors households,firms
            real row a : households +(x*y)
            row wages "Wages" : households+,firms -(a-b)
            total households=x
        variant v "V"
            let rule=0
            replace consumption with
               consumption=1
        // the end
        """;

    [Fact]
    public void An_untidy_text_takes_its_canonical_form()
    {
        string text = Untidy.Replace(".6e0", "0.6e0", StringComparison.Ordinal).Replace(" .17", " 0.17", StringComparison.Ordinal);
        var model = Parser.Parse(new SourceText("model.plenum", text));
        Assert.Empty(model.Diagnostics);
        Snapshot.Match(Formatter.Format(model), "Formatting/untidy.txt");
    }

    [Fact]
    public void A_text_with_errors_is_given_back_as_it_was() => Assert.Equal(Untidy, Formatter.Format(Parser.Parse(new SourceText("model.plenum", Untidy))));

    [Fact]
    public void An_empty_text_stays_empty() => Assert.Equal("", Formatter.Format(Parser.Parse(new SourceText("model.plenum", "\n\n"))));

    [Fact]
    public void An_expression_with_a_missing_part_is_not_printed() =>
        Assert.Throws<ArgumentException>(() => ExpressionPrinter.Print(new MissingSyntax(new SourceSpan(new SourceText("", ""), 0, 0))));
}
