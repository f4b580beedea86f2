using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>A typed value that knows its text in a fluentd configuration.</summary>
internal interface IFluentdText
{
    /// <summary>The text; never throws, also where there are problems.</summary>
    FluentdValue ToValue();

    /// <summary>Why the value cannot be written as it is; each message ends a sentence that begins with the parameter.</summary>
    IEnumerable<(string Id, string Message)> Problems { get; }
}
