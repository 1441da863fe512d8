using Plenum.Language.Binding;
using Plenum.Language.Diagnostics;
using Plenum.Language.Expressions;
using Plenum.Language.Syntax;

namespace Plenum.Tests.Binding;

/// <summary>Binds model text in one step.</summary>
internal static class Models
{
    public static BindResult TryBind(string text, params string[] variants) =>
        Binder.Bind([Parser.Parse(new SourceText("model.plenum", text))], new BinderOptions { Variants = variants });

    public static BoundModel Bind(string text, params string[] variants)
    {
        var result = TryBind(text, variants);
        Assert.True(result.Model is not null, Print(result));
        return result.Model;
    }

    public static string Print(BindResult result) => string.Join("\n\n", result.Diagnostics) + "\n";

    public static string[] Codes(string text) => [.. TryBind(text).Diagnostics.Select(d => d.Code)];

    public static string Equation(BoundModel model, string name) => Print(model, model.Equations.Single(e => e.Name == name));

    public static string Print(BoundModel model, BoundEquation equation) =>
        new ScalarPrinter(model.Graph, column => model.Symbols[column].Name).Print(equation.Left, equation.Right);

    /// <summary>The scalar equation of an identity 'y = expression' among exogenous a, b, c and a parameter k.</summary>
    public static string Lower(string expression, string frequency = "quarterly") => Equation(
        Bind($"""
            frequency {frequency}
            set s = u, v, w
            exogenous a
            exogenous b
            exogenous c
            exogenous x[s]
            parameter k = 2
            parameter q[s] = 0.5
            identity y
              y = {expression}
            """),
        "y")["y = ".Length..];
}
