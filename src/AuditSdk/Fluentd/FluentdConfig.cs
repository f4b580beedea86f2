using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Fluentd;

/// <summary>A fluentd configuration: its directives in order. A collection expression makes one.</summary>
[CollectionBuilder(typeof(FluentdConfigBuilder), nameof(FluentdConfigBuilder.Create))]
public sealed record FluentdConfig
{
    /// <summary>A configuration that has more than its directives: <c>new([...]) { Comment = "..." }</c>.</summary>
    /// <param name="directives">The directives, in order.</param>
    public FluentdConfig(ValueList<Directive> directives) => Directives = directives;

    /// <summary>The directives, in order.</summary>
    public ValueList<Directive> Directives { get; init; }

    /// <summary>Text written at the top of the file.</summary>
    public string? Comment { get; init; }

    /// <summary>The directives, in order.</summary>
    public IEnumerator<Directive> GetEnumerator() => Directives.GetEnumerator();
}

/// <summary>Makes configurations; called by collection expressions.</summary>
public static class FluentdConfigBuilder
{
    /// <summary>A configuration of directives.</summary>
    public static FluentdConfig Create(ReadOnlySpan<Directive> directives) => new(ValueList.Create(directives));
}
