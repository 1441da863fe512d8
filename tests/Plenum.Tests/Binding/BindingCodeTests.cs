using System.Reflection;
using System.Runtime.CompilerServices;
using Plenum.Language.Binding;

namespace Plenum.Tests.Binding;

public class BindingCodeTests
{
    [Fact]
    public void Every_code_is_unique_and_has_a_page()
    {
        string[] codes = [.. typeof(BindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.StartsWith($"# {code}: ", File.ReadAllText(Path.Combine(Pages(), $"{code}.md")), StringComparison.Ordinal));
    }

    private static string Pages([CallerFilePath] string here = "") => Path.Combine(here, "..", "..", "..", "..", "docs", "diagnostics");
}
