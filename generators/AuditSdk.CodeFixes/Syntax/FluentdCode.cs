using System.Globalization;
using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Semantics.Fluentd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditSdk.CodeFixes.Syntax;

/// <summary>How people write parts of a pipeline at a place of their source; null for what the typed graph cannot say there.</summary>
/// <param name="Model">The model of the file.</param>
/// <param name="Position">The place, which decides what needs no namespace.</param>
internal sealed record FluentdCode(SemanticModel Model, int Position)
{
    private const string Space = "AuditSdk.Fluentd";
    private const int LongestLine = 100;

    private readonly FluentdTypes? _types = FluentdTypes.Of(Model.Compilation);

    /// <summary>Whether a symbol is a type of the graph, or a member of one; those that the project's own catalogs bring are.</summary>
    public static bool IsOurs(ISymbol? symbol) => (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.ContainingNamespace?.ToDisplayString() == Space;

    /// <summary>Expressions by the texts that they are: they stand where the same text is written again, since they say where it comes from.</summary>
    public IReadOnlyDictionary<string, ExpressionSyntax> Known { get; init; } = new Dictionary<string, ExpressionSyntax>();

    /// <summary>The parameter that a property stands for; null for none.</summary>
    public string? ParameterOf(ISymbol? property)
        => property is IPropertySymbol known && _types?.ParameterOf(known) is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    /// <summary>The property of a parameter, or of the sections of a name.</summary>
    public IPropertySymbol? Property(ITypeSymbol? section, string name, bool isSection)
    {
        for (ITypeSymbol? type = section; type is not null && _types is not null; type = type.BaseType)
        {
            foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (_types.ParameterOf(property) is not null && FluentdProperty.Of(property, _types) is { } known && known.Name == name && known.IsSection == isSection) return property;
            }
        }

        return null;
    }

    /// <summary>What sets a parameter: <c>ReadFromHead = true</c>.</summary>
    public string? Set(ITypeSymbol? section, FluentdParameter parameter)
        => Property(section, parameter.Key, isSection: false) is { } property && Value(parameter.Value, property) is { } value ? $"{property.Name} = {value}" : null;

    /// <summary>What sets a section: <c>Parse = new JsonParser()</c>.</summary>
    public string? Set(ITypeSymbol? around, FluentdElement section, string indent)
    {
        if (Property(around, section.Name, isSection: true) is not { } property || _types is null) return null;
        if (FluentdProperty.Of(property, _types) is { Type: var type } && KnownTypes(type)) return null;
        bool isList = property.Type is INamedTypeSymbol { Name: "ValueList", TypeArguments: [INamedTypeSymbol] };
        INamedTypeSymbol? held = isList ? ((INamedTypeSymbol)property.Type).TypeArguments[0] as INamedTypeSymbol : property.Type as INamedTypeSymbol;
        return Section(held, section, indent) is { } text ? isList ? $"{property.Name} = [{text}]" : $"{property.Name} = {text}" : null;

        static bool KnownTypes(INamedTypeSymbol type) => type.Name == "SettingMap";
    }

    /// <summary>An object that is a section.</summary>
    /// <param name="type">Its type, or that of all plugins of its kind.</param>
    /// <param name="section">The section.</param>
    /// <param name="indent">The blanks before the line in which it begins.</param>
    public string? Section(INamedTypeSymbol? type, FluentdElement section, string indent)
    {
        if (type is null) return null;
        bool isNamed = type.IsAbstract;
        if (isNamed) type = PluginClass(type, section.Parameters.FirstOrDefault(p => p.Key == "@type")?.Value.Literal);
        if (type is null) return null;
        bool isBuffer = FluentdTypes.Derives(type, _types?.BufferPlugin);
        if (section.Argument.Length > 0 && !isBuffer) return null;
        List<string> members = [];
        foreach (FluentdNode node in section.Nodes)
        {
            if (node is FluentdParameter { Key: "@type" }) continue;
            string? member = node switch { FluentdParameter parameter => Set(type, parameter), FluentdElement inner => Set(type, inner, indent + "    "), _ => null };
            if (member is null) return null;
            members.Add(member);
        }

        string keys = isBuffer ? string.Join(", ", section.Argument.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(k => ChunkKey(k.Trim()))) : "";
        string head = isNamed && (keys.Length > 0 || members.Count == 0) ? $"new {Name(type)}({keys})" : isNamed ? $"new {Name(type)}" : "new()";
        if (members.Count == 0) return head;
        string line = $"{head} {{ {string.Join(", ", members)} }}";
        if (indent.Length + line.Length <= LongestLine && line.IndexOf('\n') < 0) return line;
        return $"{head}\n{indent}{{\n{string.Concat(members.Select(m => $"{indent}    {m},\n"))}{indent}}}";
    }

    /// <summary>A chunk key: <c>ChunkKey.Tag</c>, or its text.</summary>
    public string ChunkKey(string key) => key switch
    {
        "tag" => Type("ChunkKey") + ".Tag",
        "time" => Type("ChunkKey") + ".Time",
        "[]" => Type("ChunkKey") + ".None",
        _ => Literal(key),
    };

    /// <summary>A text, or Ruby in it: <c>Env("NAME")</c>.</summary>
    public string? Text(FluentdValue value)
    {
        if (value.Literal is { } text) return Known.TryGetValue(text, out ExpressionSyntax? known) ? known.ToString() : Ended(text) ?? Literal(text);
        return value.Parts is { } parts ? string.Join(" + ", parts.Select(p => p.IsRuby ? Ruby(p.Text) : Literal(p.Text))) : null;
    }

    /// <summary>The value of a property.</summary>
    public string? Value(FluentdValue value, IPropertySymbol property)
    {
        if (_types is null || FluentdProperty.Of(property, _types) is not { } known) return null;
        if (value.HasRuby) return Text(value);
        if (value.Literal is not { } text) return null;
        if (known.Type.TypeKind == TypeKind.Enum) return EnumMember(known.Type, text) is { } member ? $"{Name(known.Type)}.{member}" : null;
        return known.Type.SpecialType switch
        {
            SpecialType.System_String => Text(value),
            SpecialType.System_Boolean => text is "true" or "false" ? text : null,
            SpecialType.System_Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number.ToString(CultureInfo.InvariantCulture) : null,
            _ => known.Type.Name switch
            {
                "Duration" => Duration(text),
                "Regexp" => Text(value),
                "SettingList" => text.Length > 0 && text[0] != '[' ? $"[{string.Join(", ", text.Split(',').Select(Literal))}]" : null,
                _ => null,
            },
        };
    }

    // A text that ends in another way than a known one: what it begins with stays, as in $"{Folder}/audit.log".
    private string? Ended(string text)
    {
        foreach (KeyValuePair<string, ExpressionSyntax> known in Known)
        {
            if (known.Value is not InterpolatedStringExpressionSyntax { StringStartToken.ValueText: "$\"", Contents: [.., InterpolationSyntax, InterpolatedStringTextSyntax end] } whole) continue;
            string ending = end.TextToken.ValueText.Replace("{{", "{").Replace("}}", "}");
            if (!known.Key.EndsWith(ending, StringComparison.Ordinal)) continue;
            string start = known.Key.Substring(0, known.Key.Length - ending.Length);
            if (!text.StartsWith(start, StringComparison.Ordinal)) continue;
            return whole.ToString().Substring(0, end.SpanStart - whole.SpanStart) + Literal(text.Substring(start.Length)).Replace("{", "{{").Replace("}", "}}").Substring(1);
        }

        return null;
    }

    private string? Duration(string text)
    {
        (string digits, string? unit) = text.Length == 0 ? ("", null) : text[text.Length - 1] switch
        {
            's' => (text.Substring(0, text.Length - 1), "Seconds"),
            'm' => (text.Substring(0, text.Length - 1), "Minutes"),
            'h' => (text.Substring(0, text.Length - 1), "Hours"),
            'd' => (text.Substring(0, text.Length - 1), "Days"),
            _ => (text, "Seconds"),
        };
        if (unit is null || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        string count = number.ToString(CultureInfo.InvariantCulture);
        return Found("Units") is null ? $"global::{Space}.Units.{unit}({count})" : $"{count}.{unit}()";
    }

    private string Ruby(string code)
    {
        bool isVariable = code.StartsWith("ENV['", StringComparison.Ordinal) && code.EndsWith("']", StringComparison.Ordinal) && code.Length > 7 && code.Substring(5, code.Length - 7).All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
        return isVariable ? $"{Function("Env")}({Literal(code.Substring(5, code.Length - 7))})" : $"{Function("Ruby")}({Literal(code)})";
    }

    private string Function(string name) => Model.LookupSymbols(Position, name: name).Any(s => s is IMethodSymbol && IsOurs(s)) ? name : $"{Type("Values")}.{name}";

    private static string? EnumMember(INamedTypeSymbol type, string text) => type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && f.GetAttributes().Any(a => a.AttributeClass?.Name == "EnumMemberAttribute" && a.NamedArguments.Any(n => n.Key == "Value" && n.Value.Value as string == text)))?.Name;

    private INamedTypeSymbol? PluginClass(INamedTypeSymbol kind, string? type)
    {
        INamespaceSymbol? space = Model.Compilation.GlobalNamespace;
        foreach (string part in Space.Split('.')) space = space?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part);
        return type is null ? null : space?.GetTypeMembers().FirstOrDefault(t => !t.IsAbstract && FluentdTypes.Derives(t, kind) && _types?.PluginTypeOf(t) == type && Model.IsAccessible(Position, t));
    }

    private INamedTypeSymbol? Found(string name) => Model.LookupNamespacesAndTypes(Position, name: name).FirstOrDefault() is INamedTypeSymbol type && IsOurs(type) ? type : null;

    private string Type(string name) => Found(name) is null ? $"global::{Space}.{name}" : name;

    private string Name(INamedTypeSymbol type) => type.ToMinimalDisplayString(Model, Position);

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
