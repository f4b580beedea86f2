using AuditSdk.Semantics.Documents;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Documents;

public sealed class OutputFileNameTests
{
    [Theory]
    [InlineData("audit-policy.yaml")]
    [InlineData("eu/td-agent.conf")]
    [InlineData("a b/.hidden")]
    [InlineData("com10")]
    [InlineData("Übersicht.yaml")]
    public void PlainName_IsTaken(string name) => Assert.Null(OutputFileName.Refusal(name));

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("a/./x")]
    [InlineData("a//x")]
    [InlineData("a/")]
    [InlineData("C:/x")]
    [InlineData("x:stream")]
    [InlineData("a\\x")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a.")]
    [InlineData("a /x")]
    [InlineData("...")]
    [InlineData("nul")]
    [InlineData("NUL.yaml")]
    [InlineData("aux .txt")]
    [InlineData("eu/com1.conf")]
    [InlineData("LPT\u00b9")]
    [InlineData("what?")]
    public void NameThatSomePlatformReadsOtherwise_IsRefused(string name) => Assert.NotNull(OutputFileName.Refusal(name));

    [Fact]
    public void TakenName_StaysInTheFolderAsItIs()
    {
        string folder = Path.GetFullPath("out");
        Gen.Char["ab./\\ :C\0\n~$%-"].Array[0, 12].Select(c => new string(c)).Sample(name =>
        {
            if (OutputFileName.Refusal(name) is not null) return;
            Assert.Equal(folder + "/" + name, Path.GetFullPath(Path.Combine(folder, name)).Replace('\\', '/').Replace(folder.Replace('\\', '/'), folder, StringComparison.Ordinal));
        });
    }
}
