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
    public void Long_statements_are_broken_where_a_reader_would()
    {
        const string text = """
            // About the file.

            // About the block.
            block prices "Prices"
              parameter slope[industry] = { agriculture: 0.1, traditional: 6.15/1000, emerging: 0.34, construction: 0.2, services: 0.4, public: 0.5 } : share "Slope"
              parameter norm = 1/3 : share "A norm with a label so long that it has to stand on a line of its own, however one turns it"
              identity price : index "A price with a label that leaves little room for anything else, as may happen at times" zh "中国价格指数"
                price = a
              identity sum_of_names : number
                sum_of_names = first_long_name + second_long_name + third_long_name - fourth_long_name + fifth_long_name * factor + sixth_long_name
              behavioural expected : number
                expected = (1 - weight_of_the_past) * (memory_of_the_past * expected(-1) + (1 - memory_of_the_past) * log(observed_inflation(-1) / reference_inflation)) + weight_of_the_past * annual_target
              identity ratio_of_two_long_names : number
                ratio_of_two_long_names = sum(i in market_industry: price_value_added[i] * value_added[i]) / sum(i in market_industry: value_added[i])
              identity whole : number
                whole = quarterly(lending_rate * firm_loans(-1) + mortgage_rate * household_loans(-1) - deposit_rate * household_deposits(-1))
              identity choice : number
                choice = if(first_of_the_names > second_of_the_names and third_of_the_names < fourth_of_the_names, value_of_the_first_case + 1, value_of_the_other_case - 1)
              identity bounded : number
                a_left_hand_side_with_a_long_name_that_leaves_little_room_to_its_right = first_long_name * second_long_name
              // The end of the block.
            flows "Flows"
              sectors households, firms
              row short "Short" : households +, firms -
              row long_row "A long row" : households +(price_of_consumption * consumption_of_households), firms -(price_of_consumption * consumption_of_households)
              real row real_row "Real" : firms +x
              total households = x
            """;
        var model = Parser.Parse(new SourceText("model.plenum", text));
        Assert.Empty(model.Diagnostics);
        Snapshot.Match(Formatter.Format(model), "Formatting/long.txt");
    }

    [Fact]
    public void A_text_with_errors_is_given_back_as_it_was() => Assert.Equal(Untidy, Formatter.Format(Parser.Parse(new SourceText("model.plenum", Untidy))));

    [Fact]
    public void An_empty_text_stays_empty() => Assert.Equal("", Formatter.Format(Parser.Parse(new SourceText("model.plenum", "\n\n"))));

    [Fact]
    public void An_expression_with_a_missing_part_is_not_printed() =>
        Assert.Throws<ArgumentException>(() => ExpressionPrinter.Print(new MissingSyntax(new SourceSpan(new SourceText("", ""), 0, 0))));
}
