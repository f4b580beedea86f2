using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Secrets;

/// <summary>A request whose logged body holds a secret.</summary>
/// <param name="Kind">What it is on.</param>
/// <param name="Rule">The rule that logs it.</param>
/// <param name="Request">The request.</param>
/// <param name="IsResponse">Whether the secret is in the answer.</param>
internal sealed record WrittenBody(SensitiveKind Kind, int Rule, RequestAttributes Request, bool IsResponse);

/// <summary>Asks by first match, not by text, whether bodies of sensitive kinds are ever written.</summary>
internal static class WrittenBodies
{
    /// <summary>A request on the kind whose secret is written; null where that is disproven or not known.</summary>
    public static WrittenBody? Of(PolicyCheckContext context, SensitiveKind kind)
        => !context.Rules.Any(r => r.Rule.KnownLevel >= AuditLevel.Request) ? null : Find(context, kind, kind.InRequest, AuditLevel.Request, false) ?? Find(context, kind, kind.InResponse, AuditLevel.RequestResponse, true);

    /// <summary>A finding about one kind: at the level that writes it, with a Metadata rule before it as the remedy.</summary>
    public static void Report(PolicyCheckContext context, FindingSink findings, CheckDescriptor descriptor, SensitiveKind kind, string secret)
    {
        if (Of(context, kind) is not { } body) return;
        string level = context.Policy.Rules.Value[body.Rule].Value.Level.Or("")!;
        string where = body.IsResponse ? "response" : "request";
        string name = PolicyWords.Resource(kind.Group, kind.Text);
        string message = $"Level {level} writes the {where} of '{body.Request.Verb}' on '{name}' to the log, and {secret}. Put a rule with level Metadata for '{name}' before this one.";
        findings.Add(Finding(context, descriptor, body, message, [kind]));
    }

    /// <summary>A finding at the level of the rule that writes a body.</summary>
    public static Finding Finding(PolicyCheckContext context, CheckDescriptor descriptor, WrittenBody body, string message, IReadOnlyList<SensitiveKind> kinds)
    {
        (Origin origin, PolicyPath path) = context.LevelOf(body.Rule);
        string title = $"Log {PolicyWords.List(kinds.Select(k => PolicyWords.Resource(k.Group, k.Text)))} at Metadata before rules[{body.Rule}]";
        InsertRule remedy = new(title, body.Rule, AuditLevel.Metadata, ValueList.From(kinds.Select(k => new ResourceName(k.Group, k.Text))), ValueList<string>.Empty);
        return descriptor.At(origin, path, message, remedy) with { Counterexample = RequestLine.Of(body.Request) };
    }

    private static WrittenBody? Find(PolicyCheckContext context, SensitiveKind kind, string[] verbs, AuditLevel level, bool isResponse)
    {
        foreach (PolicyRegion region in context.RequestsOn(kind.Region, verbs, PolicyQuestions.LoggedIn, context.EveryName))
        {
            RegionAnswer answer = context.Bodies.Find(region, level);
            if (answer.State == RegionState.Found) return new WrittenBody(kind, answer.Rule, answer.Witness!, isResponse);
        }

        return null;
    }
}
