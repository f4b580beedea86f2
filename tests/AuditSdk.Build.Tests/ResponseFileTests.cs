namespace AuditSdk.Build.Tests;

public sealed class ResponseFileTests
{
    private static readonly ResponseFile File = ResponseFile.Parse("output=a=b \r\nreference=1\nempty=\n\nno key\nreference=2\n");

    [Fact]
    public void Value_IsWhatFollowsTheFirstEqualSign() => Assert.Equal("a=b ", File["output"]);

    [Fact]
    public void Key_MayComeMoreThanOnce() => Assert.Equal(["1", "2"], File.All("reference"));

    [Fact]
    public void EmptyValue_IsNone() => Assert.Null(File.Find("empty"));

    [Fact]
    public void MissingKey_IsADefectOfTheTargets() => Assert.Throws<InvalidDataException>(() => File["assembly"]);
}
