namespace AuditSdk.Cli.Tests.Eval;

public sealed class EvalCommandTests : FolderTests
{
    private const string Policy = "apiVersion: audit.k8s.io/v1\nkind: Policy\nomitStages: [RequestReceived]\nrules:\n- level: None\n  users: [alice]\n  verbs: [list]\n- level: Request\n  omitStages: [Panic]\n  omitManagedFields: true\n  resources: [{resources: [pods]}]\n";

    [Fact]
    public void Requests_AreDecidedLineByLine()
    {
        string requests = Write("r.jsonl", """
            {"user":{"name":"alice","groups":["devs"]},"verb":"list","resourceRequest":true,"apiGroup":"","apiVersion":"v1","resource":"pods","subresource":"","namespace":"default","name":"","path":"/api"}
            {"user":null,"verb":"get","resourceRequest":true,"resource":"pods"}

            {"user":null,"verb":"get","resourceRequest":false,"path":"/healthz"}
            """);
        Run run = Run.Of("eval", Write("p.yaml", Policy), requests);
        Assert.Equal((0, """
            {"rule":0,"level":"None","omitStages":["RequestReceived"],"omitManagedFields":false}
            {"rule":1,"level":"Request","omitStages":["RequestReceived","Panic"],"omitManagedFields":true}
            {"rule":-1,"level":"None","omitStages":["RequestReceived"],"omitManagedFields":false}

            """.ReplaceLineEndings("\n")), (run.Code, run.Out));
    }

    [Fact]
    public void ByteOrderMark_IsPassedOver()
        => Assert.StartsWith("{\"rule\":1,", Run.Of("eval", Write("p.yaml", Policy), Write("r.jsonl", "\ufeff" + """{"verb":"get","resourceRequest":true,"resource":"pods"}""")).Out, StringComparison.Ordinal);

    [Fact]
    public void HttpRequest_IsDecidedWithItsAttributes()
    {
        Run run = Run.Of("eval", Write("p.yaml", Policy), "--method", "GET", "--url", "/api/v1/namespaces/default/pods?limit=1", "--user", "alice", "--group", "devs", "--group", "admins");
        Assert.Equal("""{"rule":0,"level":"None","omitStages":["RequestReceived"],"omitManagedFields":false,"attributes":{"verb":"list","resourceRequest":true,"apiGroup":"","apiVersion":"v1","resource":"pods","subresource":"","namespace":"default","name":"","path":"/api/v1/namespaces/default/pods"}}""" + "\n", run.Out);
    }

    [Fact]
    public void HttpRequestWithoutUser_HasNone()
        => Assert.StartsWith("{\"rule\":1,", Run.Of("eval", Write("p.yaml", Policy), "--method", "GET", "--url", "/api/v1/pods").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{\"verb\":1}")]
    [InlineData("{\"user\":{\"groups\":[1]}}")]
    [InlineData("{\"user\":{\"groups\":\"devs\"}}")]
    [InlineData("{\"user\":\"alice\"}")]
    [InlineData("{\"resourceRequest\":\"yes\"}")]
    public void LineThatIsNoRequest_EndsWithFourAndItsNumber(string line)
    {
        Run run = Run.Of("eval", Write("p.yaml", Policy), Write("r.jsonl", "{}\n" + line + "\n"));
        Assert.Equal(4, run.Code);
        Assert.Contains("r.jsonl:2 is no request", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("type '", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedPolicy_EndsWithFourAndTheServersWords()
    {
        Run run = Run.Of("eval", Write("p.yaml", "apiVersion: audit.k8s.io/v1\nkind: Policy\n"), "--method", "GET", "--url", "/");
        Assert.Equal(4, run.Code);
        Assert.Contains("loaded illegal policy with 0 rules", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eval")]
    [InlineData("eval", "{p}")]
    [InlineData("eval", "{p}", "--method", "GET")]
    [InlineData("eval", "{p}", "r.jsonl", "--method", "GET", "--url", "/")]
    [InlineData("eval", "{p}", "--method", "GET", "--url", "/", "--group", "devs")]
    [InlineData("eval", "{p}", "--method", "GET", "--url", "/%zz", "--user", "a")]
    [InlineData("eval", "{p}", "r.jsonl", "--user", "alice")]
    [InlineData("eval", "{p}", "--method", "GET", "--url", "/api/v1/watch", "--user", "a")]
    public void HalfACommand_IsBadUsage(params string[] args)
    {
        string policy = Write("p.yaml", Policy);
        Assert.Equal(3, Run.Of([.. args.Select(a => a == "{p}" ? policy : a)]).Code);
    }
}
