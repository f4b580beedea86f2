using AuditSdk.Kubernetes;

namespace AuditSdk.Tests.Kubernetes;

public sealed class ApiGroupTests
{
    [Fact]
    public void GroupOfThePast_SaysSinceWhenItIsGone() => Assert.Equal("1.22", ApiGroup.Named("extensions").Removed?.In);

    [Theory]
    [InlineData("apps")]
    [InlineData("")]
    [InlineData("example.com")]
    public void GroupThatIsServedOrUnknown_IsNotRemoved(string name) => Assert.Null(ApiGroup.Named(name).Removed);
}
