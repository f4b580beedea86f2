using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>Directives of which a part is not known. What fluentd misses there, or does not read, may be in that part, or be read by it.</summary>
internal sealed class UnknownDirectives
{
    // What is wrong with a written text by itself.
    private static readonly FluentdCause[] OfTexts =
    [
        FluentdCause.PluginUnknown, FluentdCause.ParameterDeprecated, FluentdCause.ParameterRemoved, FluentdCause.ValueInvalid, FluentdCause.EnumValueUnknown, FluentdCause.RegexpInvalid,
        FluentdCause.PatternInvalid, FluentdCause.LabelUnknown, FluentdCause.LabelInvalid, FluentdCause.IdRepeated, FluentdCause.TimezoneUnknown, FluentdCause.AccessorInvalid,
    ];

    private readonly List<string> _paths = [];

    public UnknownDirectives(FluentdElement root) => Add(root);

    /// <summary>True where fluentd says the same whatever the unknown parts are.</summary>
    public bool IsSure(FluentdProblem problem)
        => _paths.Count == 0 || OfTexts.Contains(problem.Cause) || problem.Origin.Path is not { } path || !_paths.Exists(p => path == p || path.StartsWith(p + ".", StringComparison.Ordinal));

    private void Add(FluentdElement element)
    {
        foreach (FluentdElement directive in element.Elements)
        {
            if (directive.Name is "label" or "worker") Add(directive);
            else if (directive.Origin.Path is { } path && directive.All.Any(IsUnknown)) _paths.Add(path);
        }
    }

    private static bool IsUnknown(FluentdElement section) => section.IsOpen || section.RubyArgument is { IsKnown: false } || section.Find("@type") is { Value.Literal: null };
}
