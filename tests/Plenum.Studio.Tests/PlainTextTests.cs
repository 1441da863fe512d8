using Plenum.Studio.Desk;

namespace Plenum.Studio.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  Tariff\tat\r\n 60 %  ", "Tariff at 60 %")]
    [InlineData("gnp\u202Etxt.exe\u0007", "gnptxt.exe")]
    [InlineData("\u5173\u7a0e <b>", "\u5173\u7a0e <b>")]
    [InlineData("\u200F\u2066", "")]
    public void A_name_is_one_line_of_what_can_be_seen(string text, string shown) => Assert.Equal(shown, PlainText.Of(text, 40));

    [Fact]
    public void A_name_is_never_longer_than_wanted_and_splits_no_character() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char['\uD83D', '\uD83D'], Gen.Char['\uDE00', '\uDE00']), 0, 60].Sample(text =>
        {
            string shown = PlainText.Of(text, 10);
            return shown.Length <= 10 && !PlainText.HasHidden(shown) && (shown.Length == 0 || !char.IsHighSurrogate(shown[^1]));
        });

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" @sum(a1)", "' @sum(a1)")]
    [InlineData("-dde", "'-dde")]
    [InlineData("Tariff = 60", "Tariff = 60")]
    [InlineData("", "")]
    public void A_text_is_no_formula(string text, string cell) => Assert.Equal(cell, PlainText.ForSpreadsheet(text));

    [Fact]
    public void A_finding_shows_the_number_of_a_sign_that_nobody_sees() => Assert.Equal("a\\u202Eb\nc", PlainText.Shown("a\u202Eb\nc"));
}
