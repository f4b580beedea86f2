namespace AuditSdk.Build.Tests;

public sealed class PathMapTests
{
    [Theory]
    [InlineData(null, "/_/a.cs", "/_/a.cs")]
    [InlineData("", "/_/a.cs", "/_/a.cs")]
    [InlineData("/repo/=/_/", "/_/a.cs", "/repo/a.cs")]
    [InlineData("/repo/=/_/", "/other/a.cs", "/other/a.cs")]
    [InlineData("/home/me/=/_1/, /repo/=/_/", "/_/a.cs", "/repo/a.cs")]
    [InlineData("/a==b/=/_/", "/_/a.cs", "/a=b/a.cs")]
    [InlineData("/a,,b/=/_/", "/_/a.cs", "/a,b/a.cs")]
    [InlineData("nonsense,=/_/", "/_/a.cs", "a.cs")]
    public void RecordedPath_IsMappedBack(string? map, string recorded, string real) => Assert.Equal(real, new PathMap(map).ToReal(recorded));

    [Fact]
    public void OfTwoPathsRecordedAlike_TheOneThatExistsIsTaken()
    {
        using TemporaryFolder folder = new();
        string there = folder.Write("b/Prod.cs", "");

        Assert.Equal(there, new PathMap($"{folder.At("a/")}=/_/,{folder.At("b/")}=/_/").ToReal("/_/Prod.cs"));
    }
}
