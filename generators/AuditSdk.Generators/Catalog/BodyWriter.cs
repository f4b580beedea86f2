using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Generators.Catalog;

/// <summary>Writes the members of a plugin or section: its argument, parameters and nested sections.</summary>
internal sealed class BodyWriter(CSharpWriter code, ValueList<EnumName> enums)
{
    private const string EnumText = FluentdTypes.Space + "FluentdEnumText.Text";

    // Members of the base class that the class of a nested section could be called like.
    private static readonly string[] MethodsOfSection = ["GetSection", "SetSection"];

    /// <summary>A constructor that keeps the line of C# it is called from.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="what">What it makes.</param>
    /// <param name="className">The class.</param>
    /// <param name="arguments">What its base class takes first.</param>
    public static void WriteConstructor(CSharpWriter code, string what, string className, string arguments)
    {
        code.Line($"/// <summary>{what}.</summary>");
        code.Line("/// <param name=\"file\">Filled in by the compiler.</param>");
        code.Line("/// <param name=\"line\">Filled in by the compiler.</param>");
        code.Open($"public {className}([global::System.Runtime.CompilerServices.CallerFilePath] string? file = null, [global::System.Runtime.CompilerServices.CallerLineNumber] int line = 0) : base({arguments}file, line)");
        code.Close();
    }

    public void Write(CatalogBody body, string className, bool skipArgument)
    {
        NameScope types = new([className, .. MethodsOfSection, .. Members(body)], StringComparer.Ordinal);
        if (body.Argument is { } argument && !skipArgument) WriteArgument(argument);
        foreach (CatalogParameter parameter in body.Parameters) WriteParameter(parameter);
        foreach (CatalogSection section in body.Sections) WriteSection(section, types);

        WriteSecrets(body);

        // Printing every parameter, most of them not set, would be most of the code of the class.
        code.Line();
        code.Line("/// <inheritdoc />");
        code.Line("protected override bool PrintMembers(global::System.Text.StringBuilder builder) => base.PrintMembers(builder);");
    }

    private void WriteArgument(CatalogParameter argument)
    {
        string type = FluentdTypes.Argument(argument, enums);
        string text = FluentdTypes.Enum(argument, enums) is null ? "" : ", " + EnumText;
        code.Line();
        code.Line($"/// <summary>{PluginDocs.Argument(argument)}</summary>");
        code.Line(Attribute("", isSection: false, argument.Required, argument.Since, argument.Before, argument.Removed));
        WriteProperty($"{type}? {argument.MemberName}", $"GetArgument<{type}?>()", $"SetArgument(value{text})");
    }

    private void WriteParameter(CatalogParameter parameter)
    {
        string type = FluentdTypes.Parameter(parameter, enums);
        string key = CSharpText.Literal(parameter.Name);
        string text = FluentdTypes.Enum(parameter, enums) is null ? "" : ", " + EnumText;
        // Get gives "T?" back: a type argument with a question mark for value types alone.
        string get = type.StartsWith(FluentdTypes.Space + "Setting<", StringComparison.Ordinal) ? type + "?" : type;
        code.Line();
        code.Line($"/// <summary>{PluginDocs.Parameter(parameter)}</summary>");
        code.Line(Attribute(parameter.Name, isSection: false, parameter.Required, parameter.Since, parameter.Before, parameter.Removed));
        if (PluginDocs.Obsolete(parameter) is { } obsolete) code.Line($"[global::System.Obsolete({CSharpText.Literal(obsolete)})]");
        WriteProperty($"{type}? {parameter.MemberName}", $"Get<{get}>({key})", $"Set({key}, value{text})");
    }

    private void WriteSection(CatalogSection section, NameScope types)
    {
        string key = CSharpText.Literal(section.Name);
        string? own = section.PluginKind is null && !section.FreeForm ? types.Claim(CatalogNaming.Pascal(section.Name) + "Section", section.MemberName + "Section", Members(section.Body)) : null;
        string? type = section.FreeForm ? FluentdTypes.Map : section.PluginKind is { } kind ? FluentdTypes.Plugin(kind) : own;
        if (type is null) return;

        code.Line();
        code.Line($"/// <summary>{PluginDocs.Section(section)}</summary>");
        code.Line(Attribute(section.Name, isSection: true, section.Required, section.Since, section.Before, removed: null, section.Untyped));
        string untyped = section.Untyped ? ", untyped: true" : "";
        if (section.FreeForm) WriteProperty($"{type}? {section.MemberName}", $"GetFree({key})", $"SetFree({key}, value)");
        else if (section.Multi) WriteProperty($"{FluentdTypes.List(type)} {section.MemberName}", $"GetSections<{type}>({key})", $"SetSections({key}, value{untyped})");
        else WriteProperty($"{type}? {section.MemberName}", $"GetSection<{type}>({key})", $"SetSection({key}, value{untyped})");
        if (own is not null) WriteSectionType(section, own);
    }

    private void WriteSectionType(CatalogSection section, string type)
    {
        code.Line();
        code.Line($"/// <summary>{PluginDocs.SectionType(section)}</summary>");
        code.Open($"public sealed record {type} : {FluentdTypes.Section}");
        WriteConstructor(code, $"A section {CSharpText.Code($"<{section.Name}>")}", type, "");
        Write(section.Body, type, skipArgument: false);
        code.Close();
    }

    // Which of the names are secret, for what is set by Extra and not by a property.
    private void WriteSecrets(CatalogBody body)
    {
        string[] names = [.. body.Parameters.Where(p => p.Secret).SelectMany(p => p.Alias is null ? [p.Name] : new[] { p.Name, p.Alias }).Distinct(StringComparer.Ordinal).Select(CSharpText.Literal)];
        if (names.Length == 0) return;
        code.Line();
        code.Line("/// <inheritdoc />");
        code.Line($"protected override bool IsSecret(string parameter) => parameter is {string.Join(" or ", names)};");
    }

    private void WriteProperty(string declaration, string get, string set)
    {
        code.Open($"public {declaration}");
        code.Line($"get => {get};");
        code.Line($"init => {set};");
        code.Close();
    }

    private static IEnumerable<string> Members(CatalogBody body)
        => body.Parameters.Concat(body.Argument is null ? [] : [body.Argument]).Select(p => p.MemberName).Concat(body.Sections.Select(s => s.MemberName));

    private static string Attribute(string name, bool isSection, bool required, string? since, string? before, string? removed, bool isUntyped = false)
    {
        List<string> arguments = [CSharpText.Literal(name)];
        if (isSection) arguments.Add("IsSection = true");
        if (isUntyped) arguments.Add("Untyped = true");
        if (required) arguments.Add("Required = true");
        if (since is not null) arguments.Add($"Since = {CSharpText.Literal(since)}");
        if (before is not null) arguments.Add($"Before = {CSharpText.Literal(before)}");
        if (removed is not null) arguments.Add($"Removed = {CSharpText.Literal(removed)}");
        return $"[{FluentdTypes.Space}FluentdParameterAttribute({string.Join(", ", arguments)})]";
    }
}
