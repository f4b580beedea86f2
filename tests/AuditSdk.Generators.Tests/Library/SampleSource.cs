using System.Reflection;
using System.Text;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Generators.Tests.Library;

/// <summary>C# as a user would write it: an initializer that sets every generated member of a class.</summary>
internal static class SampleSource
{
    /// <summary><c>new TailInput { ... }</c>.</summary>
    public static string Plugin(Type plugin) => $"new {plugin.Name}({(plugin.IsSubclassOf(typeof(BufferPlugin)) ? "ChunkKey.Tag, \"$.a.b\"" : "")}) {Initializer(plugin)}";

    private static string Initializer(Type type)
    {
        StringBuilder text = new("{ ");
        foreach ((PropertyInfo member, _) in GeneratedLibrary.Members(type)) text.Append(member.Name).Append(" = ").Append(Value(member.PropertyType)).Append(", ");
        return text.Append('}').ToString();
    }

    private static string Value(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } setting) return Literal(setting.GetGenericArguments()[0]);
        if (type == typeof(SettingList<string>)) return "[\"a\", \"b\"]";
        if (type == typeof(SettingList<long>)) return "[1, 2]";
        if (type == typeof(SettingMap)) return "new() { [\"a\"] = \"b\" }";
        if (type == typeof(Regexp)) return "\"/x/\"";
        if (type == typeof(Label)) return "new Label(\"X\")";
        if (type == typeof(Secret)) return "Env(\"SECRET\")";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) return $"[{Value(type.GetGenericArguments()[0])}]";
        if (type.IsAbstract) return $"new Raw{type.Name.Replace("Plugin", "", StringComparison.Ordinal)}(\"x\")";
        return $"new() {Initializer(type)}";
    }

    private static string Literal(Type type)
    {
        if (type.IsEnum) return $"{type.Name}.{Enum.GetNames(type)[^1]}";
        if (type == typeof(Size)) return "8.MiB()";
        if (type == typeof(Duration)) return "1.Hours()";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "\"text\"",
            TypeCode.Int64 => "1",
            TypeCode.Double => "0.5",
            TypeCode.Boolean => "true",
            _ => throw new InvalidOperationException($"What is a {type}?"),
        };
    }
}
