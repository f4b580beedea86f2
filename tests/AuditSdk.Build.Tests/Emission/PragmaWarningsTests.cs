using AuditSdk.Build.Emission;

namespace AuditSdk.Build.Tests.Emission;

public sealed class PragmaWarningsTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("#pragma warning disable AUD1004", true)]
    [InlineData("  #  pragma   warning  disable CS1591, AUD1004 // the cluster is switched off", true)]
    [InlineData("#pragma warning disable", true)]
    [InlineData("#pragma warning disable // all of it", true)]
    [InlineData("#pragma warning disable AUD1005", false)]
    [InlineData("#pragma warning disable AUD1004\n#pragma warning restore AUD1004", false)]
    [InlineData("#pragma warning disable AUD1004\n#pragma warning restore", false)]
    [InlineData("#pragma warning disable\n#pragma warning restore AUD1005", true)]
    [InlineData("// #pragma warning disable AUD1004", false)]
    [InlineData("#pragma warning enable AUD1004", false)]
    public void LinesBefore_DecideWhetherAnIdIsOff(string lines, bool isDisabled)
    {
        string[] file = [.. lines.Split('\n'), "new(None),"];
        Assert.Equal(isDisabled, PragmaWarnings.Read(file).IsDisabled("AUD1004", file.Length));
    }

    [Fact]
    public void LineBeforeTheDirective_IsOn()
        => Assert.False(PragmaWarnings.Read(["new(None),", "#pragma warning disable AUD1004"]).IsDisabled("AUD1004", 1));
}
