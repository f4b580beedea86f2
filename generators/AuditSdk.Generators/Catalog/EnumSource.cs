using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Catalog;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Generators.Catalog;

/// <summary>The source of one enumeration, and of the text that fluentd reads for each of its values.</summary>
/// <param name="Type">The enumeration.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Visibility">public or internal; null for one that the library declares, whose texts alone are needed.</param>
internal sealed record EnumSource(CatalogEnum Type, string Name, string? Visibility)
{
    public string HintName => $"Fluentd.Enums.{Name}.g.cs";

    /// <summary>Every enumeration of a catalog, under a name of its own.</summary>
    public static IEnumerable<EnumSource> All(CatalogFile catalog, CatalogScope? scope)
    {
        if (scope is null) return [];
        return new FluentdNames(catalog, scope).Enums.Select(e => new EnumSource(e.Type, e.Name, e.IsOfLibrary ? null : scope.Visibility));
    }

    public SourceText Write()
    {
        CSharpWriter code = new("#nullable enable");
        code.Open("namespace AuditSdk.Fluentd");
        IReadOnlyList<string> members = CatalogNaming.EnumMembers(Type.Values.Select(v => v.Text));
        if (Visibility is not null) WriteType(code, members);
        code.Open("internal static partial class FluentdEnumText");
        code.Line($"/// <summary>A value of <see cref=\"{FluentdTypes.Space}{Name}\"/> as fluentd reads it.</summary>");
        code.Open($"internal static string Text({FluentdTypes.Space}{Name} value) => value switch");
        for (int i = 0; i < members.Count; i++)
        {
            code.Line($"{FluentdTypes.Space}{Name}.{members[i]} => {CSharpText.Literal(Type.Values[i].Text)},");
        }

        code.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), value, \"fluentd has no such value.\"),");
        code.Close(";");
        return code.ToSourceText();
    }

    private void WriteType(CSharpWriter code, IReadOnlyList<string> members)
    {
        code.Line($"/// <summary>Values: {string.Join(", ", Type.Values.Select(v => CSharpText.Code(v.Text)))}.</summary>");
        code.Open($"{Visibility} enum {Name}");
        for (int i = 0; i < members.Count; i++)
        {
            CatalogEnumValue value = Type.Values[i];
            if (i > 0) code.Line();
            code.Line($"/// <summary>{CSharpText.Code(value.Text)}{(value.Since is null ? "" : $", since fluentd {CSharpText.Xml(value.Since)}")}.</summary>");
            code.Line($"[global::System.Runtime.Serialization.EnumMemberAttribute(Value = {CSharpText.Literal(value.Text)})]");
            code.Line(members[i] + ",");
        }

        code.Close();
        code.Line();
    }
}
