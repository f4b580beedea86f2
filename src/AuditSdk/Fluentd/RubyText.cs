using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>Text with Ruby in it that fluentd evaluates when it reads its configuration: <c>"https://" + Env("ES_HOST") + ":9200"</c>.</summary>
public sealed partial record RubyText
{
    internal RubyText(FluentdValue value) => Value = value;

    internal FluentdValue Value { get; }

    /// <summary>Text before Ruby.</summary>
    public static RubyText operator +(string left, RubyText right) => new(Join(FluentdValue.Text(left), right.Value));

    /// <summary>Text after Ruby.</summary>
    public static RubyText operator +(RubyText left, string right) => new(Join(left.Value, FluentdValue.Text(right)));

    /// <summary>Ruby after Ruby.</summary>
    public static RubyText operator +(RubyText left, RubyText right) => new(Join(left.Value, right.Value));

    internal static RubyText OfCode(string code) => new(new FluentdValue(ValueList.From([new FluentdValuePart(code ?? throw new ArgumentNullException(nameof(code)), IsRuby: true)])));

    internal static RubyText OfEnvironment(string name) => EnvironmentName().IsMatch(name)
        ? OfCode($"ENV['{name}']")
        : throw new ArgumentException($"'{name}' is not a name of an environment variable: letters, digits and underscores, not a digit first.", nameof(name));

    private static FluentdValue Join(FluentdValue left, FluentdValue right) => new(ValueList.From(left.Parts!.Concat(right.Parts!)));

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex EnvironmentName();
}
