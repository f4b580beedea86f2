namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>The tags that mean something to go-yaml, in their long form.</summary>
internal static class YamlTag
{
    public const string Prefix = "tag:yaml.org,2002:";
    public const string Null = Prefix + "null";
    public const string Boolean = Prefix + "bool";
    public const string Text = Prefix + "str";
    public const string Integer = Prefix + "int";
    public const string Float = Prefix + "float";
    public const string Timestamp = Prefix + "timestamp";
    public const string Binary = Prefix + "binary";
    public const string Merge = Prefix + "merge";

    /// <summary>As go-yaml's messages write it: <c>!!int</c>.</summary>
    public static string Short(string tag) => tag.StartsWith(Prefix, StringComparison.Ordinal) ? "!!" + tag.Substring(Prefix.Length) : tag;
}
