using Plenum.Language.Diagnostics;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Syntax;

/// <summary>Broken texts and what is said about them, in <c>Snapshots/Syntax</c>: read those files as a user would.</summary>
public sealed class FindingSnapshots
{
    private static readonly Dictionary<string, string> s_texts = new()
    {
        ["misspelt_words"] = """
            modle china "China"
            frequency quaterly
            exogneous demand : index "Demand"
            behavioral wage : index
              wage = wage(-1)
              add-facter additive
              sorce "OECD (2001)"
            identity gdp
              gdp = consumption + investment
              unchecked-unit "estimated"
            """,
        ["equation_without_declaration"] = """
            exogenous price
            cons = 0.9 * income
            source "Smith (2001)"
            """,
        ["missing_equals"] = """
            behavioural consumption : yuan/quarter "Household consumption"
              consumption - 0.9 * income
            identity saving
              saving == income - consumption
            identity wealth
              wealth = wealth(-1) = saving
            identity debt
              = debt(-1) + borrowing
            """,
        ["missing_equation"] = """
            behavioural consumption : yuan/quarter "Household consumption"
              add-factor multiplicative
            identity saving
              saving = income - consumption
              saving = 0.1 * income
            variant fixed
              replace saving with
            """,
        ["continuation_not_indented"] = """
            identity gdp
              gdp = consumption
              + investment
            identity income
              income = wages + (
              profits)
            exogenous a
            , b
            """,
        ["wrong_lags"] = """
            identity a
              a = b(t-1) + c[-1]
            identity d
              d = e(-0.5)
            identity f
              f = log(g)(-1)
            identity h
              h = j(-48)
            identity k
              k = l(m + n)
            """,
        ["unknown_functions"] = """
            identity a
              a = lgo(b) + dlog4(c)
            identity d
              d = smooth_mx(e, 0, width 0.1)
            identity f
              f = log g
            """,
        ["operators"] = """
            identity a
              a = b c
            identity d
              d = 2(e + f)
            identity g
              g = if(h < i < j, 1, 0)
            identity k
              k = if(l = 1, 1, 0)
            identity m
              m = n * * o
            """,
        ["other_languages"] = """
            # a comment as in R
            parameter alpha := 0.3;
            identity a
              a = b ** 2 + if(c <> d, 1, 0);
            exogenous e : index 'single quotes'
            """,
        ["east_asian_keyboard"] = """
            set partner = us， eu
            exogenous 需求 : index “Demand”
            identity a
              a = max（b， c） − 需求
            """,
        ["numbers_and_names"] = """
            parameter a = 1_000
            parameter b = 12%
            parameter c = .5
            parameter d = 1e999
            parameter _e = 1
            identity f
              f = 2g + 1
            parameter step = 1
            """,
        ["texts"] = """
            model china "China's economy
            exogenous a "C:\data"
            exogenous b
              source OECD
            exogenous c "one" "two"
            """,
        ["tables"] = """
            parameter content[industry, demand] : share "Content"
              table        households  exports
                farming    0.17
                services   0.18  1 / 3
                farming    0.2   0.3
                mining     0.1   (0.2
                transport  a + b
            parameter speed
              table a b
                1 2
            parameter empty[a]
              table  x  y
            parameter twice[a] = 1
              table  x  y
                     1  2
            """,
        ["entries"] = """
            parameter a[partner] = { us: 1.9, eu 1.2 }
            parameter b = { us: 1.9 }
            parameter c[p in partner] = 0.3
            parameter d[partner] = { us: 1.9, eu: 1.2
              range 0 .. 1
            parameter e
            exogenous f = 3
            """,
        ["accounts"] = """
            balance-sheet "Who owes whom"
              sectors households, banks
              row deposits : households +, banks
              row loans "Loans" : households -a+b, banks +(a - b)
              row bonds "Bonds" households +
              rwo shares : households +
              total households wealth
            flows "Who pays whom"
              row wages : households +
            """,
        ["wrong_places"] = """
            block exports "Exports"
              model china
              block inner "Inner"
                exogenous a
              row deposits : households +
            let speed = 1
            exogenous b
              exogenous c
            unit yuan = currency
              unit dollar = currency
            """,
        ["clauses"] = """
            exogenous a : index
              range 0 .. 1
              a = 3
            identity b
              b = a
              add-factor additive
              source "one"
              source "two"
            behavioural c
              c = a
              add-factor exponential
            parameter d = 1
              range 0.7 - 2.8
            equation e : yuan
              a = customs.exports
            """,
        ["sets_maps_units"] = """
            set partner us, eu
            subset manufacturing industry = traditional
            map bloc of partner = us: west
            map region of partner to area = us west
            unit yuan2015 = volume yuan
            unit flow = yuan per quarter
            unit price = (yuan/yuan2015)
            set
            """,
        ["aggregates"] = """
            identity a
              a = sum(exports)
            identity b
              b = sum(p in partner, exports[p])
            identity c
              c = sum(p of partner: exports[p])
            identity d
              d = pos(width 0.1, e) + width
            """,
        ["tabs"] = "block a\n\texogenous b\n\texogenous c d\n",
        ["not_a_text"] = "PK\u0003\u0004\u0000\u0000model china\n",
        ["not_utf8"] = "model china \"\ufffd\ufffd\ufffd\"\nexogenous \ufffd\ufffd\n",
    };

    public static TheoryData<string> Names => [.. s_texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_said_about_a_broken_text(string name)
    {
        string text = s_texts[name].ReplaceLineEndings("\n");
        var model = Parser.Parse(new SourceText("model.plenum", text));
        Assert.NotEmpty(model.Diagnostics);
        string shown = string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? '\u00b7' : c)).TrimEnd('\n');
        Snapshot.Match($"{shown}\n\n----\n\n{string.Join("\n\n", model.Diagnostics)}", $"Syntax/{name}.txt");
    }
}
