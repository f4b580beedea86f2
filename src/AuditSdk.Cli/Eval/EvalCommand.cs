using System.CommandLine;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Cli.Eval;

/// <summary><c>eval POLICY REQUESTS.jsonl</c> and <c>eval POLICY --method M --url U</c>: what a policy decides.</summary>
internal static class EvalCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> policy = new("POLICY") { Description = "An audit policy, in YAML or JSON." };
        Argument<string?> requests = new("REQUESTS.jsonl") { Description = "Requests, one JSON object a line.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> method = new("--method") { Description = "The HTTP method of one request.", HelpName = "METHOD" };
        Option<string?> url = new("--url") { Description = "Path and query of one request.", HelpName = "URL" };
        Option<string?> user = new("--user") { Description = "Its user; without one it is a request whose login failed.", HelpName = "NAME" };
        Option<string[]> groups = new("--group") { Description = "A group of the user; may be repeated.", HelpName = "GROUP" };
        Command command = new("eval", "Decides requests: the rule, the level, the stages left out.") { policy, requests, method, url, user, groups };
        command.SetAction((parsed, cancellation) =>
        {
            DecisionIndex index = DecisionIndex.Of(Policy(parsed.GetValue(policy)!, parsed.GetValue(TargetOptions.Kubernetes)!));
            if (parsed.GetValue(requests) is { } file)
            {
                if (parsed.GetValue(method) is not null || parsed.GetValue(url) is not null || parsed.GetValue(user) is not null || parsed.GetValue(groups) is { Length: > 0 })
                    throw new UsageException("eval takes a file of requests, which name their users, or --method and --url with --user and --group, not both.");
                Lines(index, file, terminal, cancellation);
            }
            else
            {
                RequestUser? who = User(parsed.GetValue(user), parsed.GetValue(groups) ?? []);
                RequestAttributes request = Request(parsed.GetValue(method), parsed.GetValue(url), who);
                terminal.Out.WriteLine(Verdict.Of(index.Decide(request), request));
            }

            return Task.FromResult(ExitCode.Fine);
        });
        return command;
    }

    private static PolicyDocument Policy(string file, string release)
    {
        PolicyReading reading = PolicyFile.Read(InputFile.ReadPolicy(file), file, release);
        return reading.IsRefused ? throw new InputException($"kube-apiserver {release} refuses {file}: {reading.Refusal}") : reading.Document!;
    }

    private static void Lines(DecisionIndex index, string file, Terminal terminal, CancellationToken cancellation)
    {
        int number = 0;
        foreach (string line in InputFile.Read(file).TrimStart('\ufeff').Split('\n'))
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            if (!string.IsNullOrWhiteSpace(line)) terminal.Out.WriteLine(Verdict.Of(index.Decide(RequestLine.Read(line, file, number))));
        }
    }

    private static RequestUser? User(string? name, string[] groups)
    {
        if (name is null && groups.Length > 0) throw new UsageException("--group needs --user: a request without a user has no groups.");
        return name is null ? null : new RequestUser(name, ValueList.From(groups));
    }

    private static RequestAttributes Request(string? method, string? url, RequestUser? user)
    {
        if (method is null || url is null) throw new UsageException("eval needs a file of requests, or --method and --url.");
        try
        {
            RequestAttributes request = RequestInfo.Of(method, url, user);
            return request is { IsResource: true, Resource: "" } ? throw new ArgumentException("it names no resource: a server answers 500 and writes no event.") : request;
        }
        catch (ArgumentException exception)
        {
            throw new UsageException($"--url {url}: {exception.Message}");
        }
    }
}
