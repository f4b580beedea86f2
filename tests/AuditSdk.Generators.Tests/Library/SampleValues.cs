using System.Reflection;
using System.Runtime.Serialization;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Generators.Tests.Library;

/// <summary>A value for a generated member of any type.</summary>
internal static class SampleValues
{
    public static object New(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => p.ParameterType == typeof(ChunkKey[]) ? Array.Empty<ChunkKey>() : p.DefaultValue)]);
    }

    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } setting) return Implicit(setting, Literal(setting.GetGenericArguments()[0]));
        if (type == typeof(SettingList<string>)) return (SettingList<string>)["a", "b"];
        if (type == typeof(SettingList<long>)) return (SettingList<long>)[1, 2];
        if (type == typeof(SettingMap)) return new SettingMap { ["a"] = "b" };
        if (type == typeof(Regexp)) return (Regexp)"/x/";
        if (type == typeof(Label)) return new Label("X");
        if (type == typeof(Secret)) return (Secret)Values.Env("SECRET");
        if (IsList(type)) return List(type, [Of(type.GetGenericArguments()[0])]);
        if (type.IsAbstract) type = type.Assembly.GetType("AuditSdk.Fluentd.Raw" + type.Name.Replace("Plugin", "", StringComparison.Ordinal), throwOnError: true)!;
        return type.Name.StartsWith("Raw", StringComparison.Ordinal) ? Activator.CreateInstance(type, [.. Arguments(type)])! : New(type);
    }

    public static object Empty(Type list) => List(list, []);

    public static bool HasText(FieldInfo field) => field.IsDefined(typeof(EnumMemberAttribute));

    public static string? Text(FieldInfo field) => field.GetCustomAttribute<EnumMemberAttribute>()?.Value;

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>);

    private static object List(Type type, object[] items)
    {
        Type element = type.GetGenericArguments()[0];
        Array array = Array.CreateInstance(element, items.Length);
        items.CopyTo(array, 0);
        return typeof(ValueList).GetMethod(nameof(ValueList.From))!.MakeGenericMethod(element).Invoke(null, [array])!;
    }

    private static IEnumerable<object?> Arguments(Type raw)
        => raw.GetConstructors().Single().GetParameters().Select(p => p.Name == "type" ? "x" : p.ParameterType == typeof(ChunkKey[]) ? Array.Empty<ChunkKey>() : p.DefaultValue);

    private static object Implicit(Type setting, object literal) => setting.GetMethod("op_Implicit", [literal.GetType()])!.Invoke(null, [literal])!;

    private static object Literal(Type type)
        => type.IsEnum ? Enum.GetValues(type).GetValue(0)!
            : type == typeof(Size) ? 8.MiB()
            : type == typeof(Duration) ? 1.Hours()
            : type == typeof(string) ? "text"
            : Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
}
