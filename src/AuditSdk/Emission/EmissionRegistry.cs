using AuditSdk.Fluentd;
using AuditSdk.Kubernetes;

namespace AuditSdk.Emission;

/// <summary>The definitions of a project, filled by generated code: no reflection looks for them.</summary>
public sealed class EmissionRegistry
{
    private readonly List<EmissionDefinition> _definitions = [];

    internal IReadOnlyList<EmissionDefinition> Definitions => _definitions;

    /// <summary>Adds a policy.</summary>
    public void Add(EmissionTarget target, Func<AuditPolicy?> definition) => AddOne(target, () => definition());

    /// <summary>Adds a fluentd configuration.</summary>
    public void Add(EmissionTarget target, Func<FluentdConfig?> definition) => AddOne(target, () => definition());

    /// <summary>Adds policies with a name each.</summary>
    public void Add(EmissionTarget target, Func<IEnumerable<KeyValuePair<string, AuditPolicy>>?> definition)
        => _definitions.Add(new(target, IsNamed: true, () => definition()?.Select(d => ((string?)d.Key, (object?)d.Value))));

    /// <summary>Adds policies with a name each.</summary>
    public void Add(EmissionTarget target, Func<IEnumerable<(string Name, AuditPolicy Policy)>?> definition)
        => _definitions.Add(new(target, IsNamed: true, () => definition()?.Select(d => ((string?)d.Name, (object?)d.Policy))));

    /// <summary>Adds fluentd configurations with a name each.</summary>
    public void Add(EmissionTarget target, Func<IEnumerable<KeyValuePair<string, FluentdConfig>>?> definition)
        => _definitions.Add(new(target, IsNamed: true, () => definition()?.Select(d => ((string?)d.Key, (object?)d.Value))));

    /// <summary>Adds fluentd configurations with a name each.</summary>
    public void Add(EmissionTarget target, Func<IEnumerable<(string Name, FluentdConfig Config)>?> definition)
        => _definitions.Add(new(target, IsNamed: true, () => definition()?.Select(d => ((string?)d.Name, (object?)d.Config))));

    /// <summary>Adds a member that is marked but cannot be read, so that the build says why.</summary>
    /// <param name="target">The member.</param>
    /// <param name="reason">What is wrong and what to do, one line.</param>
    public void Refuse(EmissionTarget target, string reason) => _definitions.Add(new(target, IsNamed: false, () => null) { Refusal = reason });

    private void AddOne(EmissionTarget target, Func<object?> definition)
        => _definitions.Add(new(target, IsNamed: false, () => [(null, definition())]));
}

/// <summary>A member marked with <see cref="EmitAsAttribute"/>.</summary>
/// <param name="FileName">The file, relative to the output folder.</param>
/// <param name="Member">The member as <c>Class.Member</c>.</param>
/// <param name="File">The C# file of the member.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Kubernetes">The release of <see cref="AuditConfigAttribute"/>, or null.</param>
/// <param name="Fluentd">The fluentd of <see cref="AuditConfigAttribute"/>, or null.</param>
/// <param name="Severities">Checks whose severity the project sets at this member, as <c>AUD1003=none AUD1050=error</c>: from .editorconfig, compiler options and <c>[SuppressMessage]</c>.</param>
public sealed record EmissionTarget(string FileName, string Member, string? File, int Line, string? Kubernetes = null, string? Fluentd = null, string Severities = "")
{
    /// <summary>What <see cref="AuditConfigAttribute"/> says of the audit log, by the names of the server's flags: <c>audit-log-path=...</c>, one a line.</summary>
    public string AuditLog { get; init; } = "";

    /// <summary>The class of the member, with its namespace; empty where it is only known as in <see cref="Member"/>.</summary>
    public string Class { get; init; } = "";
}

/// <summary>A definition before it is called.</summary>
internal sealed record EmissionDefinition(EmissionTarget Target, bool IsNamed, Func<IEnumerable<(string? Name, object? Document)>?> Documents)
{
    public string? Refusal { get; init; }
}
