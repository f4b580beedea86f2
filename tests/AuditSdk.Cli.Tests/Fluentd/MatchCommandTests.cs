namespace AuditSdk.Cli.Tests.Fluentd;

public sealed class MatchCommandTests
{
    [Fact]
    public void Questions_AreAnsweredInOrder()
    {
        Run run = Run.WithInput("""
            {"pattern":"a.**","tag":"a"}
            {"pattern":"a.*","tag":"a.b.c"}

            {"pattern":"/x/i","tag":"x"}
            {"pattern":"**.x y","tag":"b.y"}
            {"pattern":"**.x y","tag":"y"}
            """, "match");
        Assert.Equal((0, """
            {"match":true}
            {"match":false}
            {"error":"invalid match - regex"}
            {"match":false}
            {"match":true}

            """.ReplaceLineEndings("\n")), (run.Code, run.Out));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("{\"pattern\":\"a\"}")]
    [InlineData("{\"pattern\":\"a\",\"tag\":1}")]
    public void LineThatIsNoQuestion_EndsWithFourAndItsNumber(string line)
    {
        Run run = Run.WithInput("{\"pattern\":\"a\",\"tag\":\"a\"}\n" + line, "match");
        Assert.Equal(4, run.Code);
        Assert.Contains("line 2 is no question", run.Error, StringComparison.Ordinal);
    }
}
