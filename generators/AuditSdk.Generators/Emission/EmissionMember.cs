namespace AuditSdk.Generators.Emission;

/// <summary>A member marked with <c>[EmitAs]</c>, in texts only.</summary>
/// <param name="FileName">The file that it is written to.</param>
/// <param name="Member">The member as <c>Class.Member</c>.</param>
/// <param name="File">The C# file of the member, as <c>[CallerFilePath]</c> would give it.</param>
/// <param name="SourcePath">The path of that file to this compiler; it goes nowhere else.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Kubernetes">The release of <c>[AuditConfig]</c>, or null.</param>
/// <param name="Fluentd">The fluentd of <c>[AuditConfig]</c>, or null.</param>
/// <param name="Severities">Checks whose severity the project sets, as <c>AUD1003=none AUD1050=error</c>.</param>
/// <param name="AuditLog">What <c>[AuditConfig]</c> says of the audit log, a flag of the server a line.</param>
/// <param name="Class">The class, with its namespace.</param>
/// <param name="Expression">C# that reads the member.</param>
/// <param name="ResultType">The type to read it as.</param>
/// <param name="Refusal">Why it cannot be read and what to do; null where it can.</param>
internal sealed record EmissionMember(
    string FileName, string Member, string File, string SourcePath, int Line, string? Kubernetes, string? Fluentd, string Severities, string AuditLog, string Class, string Expression, string ResultType, string? Refusal);
