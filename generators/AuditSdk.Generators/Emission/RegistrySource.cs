using System.Globalization;
using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Generators.Emission;

/// <summary>The source of the registry.</summary>
/// <param name="Members">Marked members, by file name and then by member.</param>
internal sealed record RegistrySource(ValueList<EmissionMember> Members)
{
    public static RegistrySource Of(IEnumerable<EmissionMember> members)
        => new(ValueList.From(members
            .OrderBy(m => m.FileName, StringComparer.Ordinal)
            .ThenBy(m => m.Member, StringComparer.Ordinal)
            .ThenBy(m => m.Expression, StringComparer.Ordinal)
            .ThenBy(m => m.File, StringComparer.Ordinal)
            .ThenBy(m => m.Line)));

    public SourceText Write()
    {
        // The members are the user's: whatever the compiler warns of there was said there.
        CSharpWriter code = new("#nullable disable", "#pragma warning disable");
        code.Open("namespace AuditSdk.Generated");
        code.Line("/// <summary>The definitions of this project.</summary>");
        code.Open("internal static class AuditSdkEmissions");
        code.Line("/// <summary>Registers every member marked with <see cref=\"global::AuditSdk.EmitAsAttribute\"/>.</summary>");
        code.Line("/// <param name=\"registry\">The registry.</param>");
        code.Open("internal static void Register(global::AuditSdk.Emission.EmissionRegistry registry)");
        foreach (EmissionMember member in Members) code.Line(Call(member));
        return code.ToSourceText();
    }

    private static string Call(EmissionMember member) => member.Refusal is { } reason
        ? $"registry.Refuse({Target(member)}, {CSharpText.Literal(reason)});"
        : $"registry.Add({Target(member)}, static () => ({member.ResultType}){member.Expression});";

    private static string Target(EmissionMember member)
        => $"new global::AuditSdk.Emission.EmissionTarget({CSharpText.Literal(member.FileName)}, {CSharpText.Literal(member.Member)}, {CSharpText.Literal(member.File)}, "
            + $"{member.Line.ToString(CultureInfo.InvariantCulture)}, {CSharpText.Literal(member.Kubernetes)}, {CSharpText.Literal(member.Fluentd)}{Severities(member)}) {{ Class = {CSharpText.Literal(member.Class)}{AuditLog(member)} }}";

    private static string AuditLog(EmissionMember member) => member.AuditLog.Length == 0 ? "" : $", AuditLog = {CSharpText.Literal(member.AuditLog)}";

    private static string Severities(EmissionMember member) => member.Severities.Length == 0 ? "" : ", " + CSharpText.Literal(member.Severities);
}
