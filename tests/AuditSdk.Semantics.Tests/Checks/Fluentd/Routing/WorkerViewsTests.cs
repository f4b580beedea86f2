using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class WorkerViewsTests
{
    private const string Two = """
        <system>
          workers 2
        </system>
        <source>
          @type forward
          tag audit
        </source>

        """;

    [Fact]
    public void OneWorkerHasNoMatch_ItsEventsAreLost()
    {
        Finding found = Assert.Single(FluentdFindings.Of("AUD2010", Two + """
        <worker 0>
          <match **>
            @type stdout
          </match>
        </worker>
        """));

        Assert.Equal(4, found.Origin.Line);
    }

    [Fact]
    public void EachWorkerHasItsMatch_Silent() => Assert.Empty(FluentdFindings.Of("AUD2010", Two + """
        <worker 0>
          <match **>
            @type stdout
          </match>
        </worker>
        <worker 1>
          <match **>
            @type null
          </match>
        </worker>
        """));

    [Fact]
    public void MatchTakesWhatAnotherOfItsWorkerWants_Reported()
    {
        Finding found = Assert.Single(FluentdFindings.Of("AUD2011", Two + """
        <worker 0>
          <match **>
            @type stdout
          </match>
          <match audit>
            @type null
          </match>
        </worker>
        <worker 1>
          <match **>
            @type null
          </match>
        </worker>
        """));

        Assert.Equal(12, found.Origin.Line);
    }

    [Fact]
    public void MatchesOfTwoWorkers_DoNotTakeFromEachOther() => Assert.Empty(FluentdFindings.Of("AUD2011", Two + """
        <worker 0>
          <match **>
            @type stdout
          </match>
        </worker>
        <worker 1>
          <match audit>
            @type null
          </match>
        </worker>
        """));

    [Fact]
    public void LabelOfAll_IsEnteredByOneWorker() => Assert.Empty(FluentdFindings.Of("AUD2019", Two + """
        <label @KEPT>
          <match **>
            @type stdout
          </match>
        </label>
        <worker 0>
          <match **>
            @type relabel
            @label @KEPT
          </match>
        </worker>
        <worker 1>
          <match **>
            @type null
          </match>
        </worker>
        """));

    [Fact]
    public void NumberOfWorkersIsNotKnown_Silent() => Assert.Empty(FluentdFindings.Of("AUD2010", """
        <system>
          workers "#{ENV['WORKERS']}"
        </system>
        <source>
          @type forward
          tag audit
        </source>
        <worker 0>
          <match **>
            @type stdout
          </match>
        </worker>
        """));
}
