using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>Values that only fluentd knows; meant for <c>using static</c>.</summary>
public static class Values
{
    /// <summary>An environment variable of the fluentd process, read when it starts. A missing one is the empty string (recorded on fluentd 1.18).</summary>
    /// <param name="name">Letters, digits and underscores.</param>
    /// <exception cref="ArgumentException">The name is not one of an environment variable.</exception>
    public static RubyText Env(string name) => RubyText.OfEnvironment(name);

    /// <summary>Ruby code that fluentd evaluates when it reads its configuration: <c>Ruby("Socket.gethostname")</c>. It runs as fluentd's user: never build it from foreign text.</summary>
    /// <param name="code">The code without <c>#{ }</c>.</param>
    public static RubyText Ruby(string code) => RubyText.OfCode(code);

    /// <summary>Nothing after a parameter's name, as in old configurations: fluentd reads a switch so as true, a text as empty.</summary>
    public static RubyText NoValue => new(FluentdValue.Text(""));
}
