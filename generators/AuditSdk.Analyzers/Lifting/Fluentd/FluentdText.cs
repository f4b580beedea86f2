using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Values;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting.Fluentd;

/// <summary>The text of a parameter for its value, as the typed setter writes it; null where it is not known, or refused.</summary>
internal sealed class FluentdText(FluentdTypes types)
{
    private static readonly Regex Slashed = new(@"\A/.*/(?:i|m|im|mi)?\z", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>A text, or Ruby.</summary>
    public static FluentdValue? Of(Value value) => value switch
    {
        ConstantValue { Constant: string text } => FluentdValue.Text(text),
        RubyValue ruby => ruby.Text,
        _ => null,
    };

    /// <summary>A value of a type.</summary>
    public FluentdValue? Of(Value value, INamedTypeSymbol type)
    {
        if (value is RubyValue ruby) return ruby.Text;
        return Literal(value, type) is { } text ? FluentdValue.Text(text) : null;
    }

    private string? Literal(Value value, INamedTypeSymbol type) => value switch
    {
        ConstantValue { Constant: string text } when type.SpecialType == SpecialType.System_String || KnownTypes.Is(type, types.Secret) => text,
        ConstantValue { Constant: string text } when KnownTypes.Is(type, types.Regexp) => text.Length == 0 || text[0] != '/' || Slashed.IsMatch(text) ? text : null,
        ConstantValue { Constant: int number } when type.TypeKind == TypeKind.Enum => EnumText(type, number),
        ConstantValue { Constant: long number } when type.SpecialType == SpecialType.System_Int64 => number.ToString(CultureInfo.InvariantCulture),
        ConstantValue { Constant: double number } when type.SpecialType == SpecialType.System_Double => double.IsNaN(number) || double.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture),
        ConstantValue { Constant: bool isOn } when type.SpecialType == SpecialType.System_Boolean => isOn ? "true" : "false",
        ObjectValue { Type: var made } size when KnownTypes.Is(type, types.Size) && KnownTypes.Is(made, type) => size["Bytes"] is ConstantValue { Constant: long bytes } ? UnitTexts.OfSize(bytes) : null,
        ObjectValue { Type: var made } length when KnownTypes.Is(type, types.Duration) && KnownTypes.Is(made, type) => length["Value"] is ConstantValue { Constant: TimeSpan time } ? UnitTexts.OfTime(time) : null,
        ListValue list when KnownTypes.Is(type, types.SettingList) => ListText(list),
        ListValue map when KnownTypes.Is(type, types.SettingMap) => MapText(map),
        _ => null,
    };

    // The generator writes what fluentd reads at each value.
    private static string? EnumText(INamedTypeSymbol type, int number)
    {
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, number));
        return member?.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "EnumMemberAttribute")?.NamedArguments.FirstOrDefault(a => a.Key == "Value").Value.Value as string;
    }

    private static string? ListText(ListValue list)
    {
        string?[] texts = [.. list.Elements.Select(e => (e.Value as ConstantValue)?.Constant switch { string text => text, long number => number.ToString(CultureInfo.InvariantCulture), _ => null })];
        if (texts.Any(t => t is null)) return null;
        if (texts.Length > 0 && texts.All(t => IsPlain(t!)) && texts[0]![0] is not ('[' or '{')) return string.Join(",", texts);
        string?[] items = [.. texts.Select(t => Json(t!))];
        return items.Any(i => i is null) ? null : "[" + string.Join(",", items) + "]";
    }

    private static string? MapText(ListValue map)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> pairs = [];
        foreach (ListElement element in map.Elements)
        {
            if (element.Value is not TupleValue { Items: [ConstantValue { Constant: string key }, ConstantValue { Constant: string value }] } || !seen.Add(key)) return null;
            if (Json(key) is not { } name || Json(value) is not { } text) return null;
            pairs.Add(name + ":" + text);
        }

        return "{" + string.Join(",", pairs) + "}";
    }

    private static bool IsPlain(string text) => text.Length > 0 && text.Trim().Length == text.Length && !text.Any(c => c == ',' || char.IsControl(c));

    // How the build's JSON writes other characters than these is its own affair.
    private static string? Json(string text)
    {
        StringBuilder json = new("\"", text.Length + 2);
        foreach (char c in text)
        {
            if (c is < ' ' or > '~') return null;
            if (c is '"' or '\\') json.Append('\\');
            json.Append(c);
        }

        return json.Append('"').ToString();
    }
}
