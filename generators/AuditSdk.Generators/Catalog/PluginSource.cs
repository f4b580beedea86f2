using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Generators.Catalog;

/// <summary>The source of one fluentd plugin.</summary>
/// <param name="Plugin">The plugin.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="Visibility">public or internal.</param>
/// <param name="Enums">Enumerations that its parameters name: as the catalog calls them, as C# does.</param>
internal sealed record PluginSource(CatalogPlugin Plugin, string ClassName, string Visibility, ValueList<EnumName> Enums)
{
    public string HintName => $"Fluentd.{ClassName}.g.cs";

    private string? BaseClass => Plugin.Kind == "system" ? FluentdTypes.Section : FluentdTypes.Plugin(Plugin.Kind);

    /// <summary>Every plugin of a catalog, under a name of its own.</summary>
    public static IEnumerable<PluginSource> All(CatalogFile catalog, CatalogScope? scope)
    {
        if (scope is null) yield break;
        FluentdNames names = new(catalog, scope);
        foreach ((CatalogPlugin plugin, string name) in names.Plugins)
        {
            HashSet<string> used = new(EnumsIn(plugin.Body), StringComparer.Ordinal);
            IEnumerable<EnumName> enums = names.Enums.Select(e => new EnumName(e.Type.Name, e.Name)).Where(e => used.Contains(e.Catalog));
            // Where in its file a plugin stands must not write its source again.
            PluginSource source = new(plugin with { Line = 0 }, name, scope.Visibility, ValueList.From(enums));
            if (source.BaseClass is not null) yield return source;
        }
    }

    public SourceText Write()
    {
        CSharpWriter code = new("#nullable enable");
        code.Open("namespace AuditSdk.Fluentd");
        code.Line($"/// <summary>{PluginDocs.Plugin(Plugin)}</summary>");
        if (Plugin.Kind != "system") code.Line(Attribute());
        code.Open($"{Visibility} sealed record {ClassName} : {BaseClass}");
        WriteConstructor(code);
        new BodyWriter(code, Enums).Write(Plugin.Body, ClassName, skipArgument: Plugin.Kind == "buffer");
        return code.ToSourceText();
    }

    private static IEnumerable<string> EnumsIn(CatalogBody body)
        => body.Parameters.Concat(body.Argument is null ? [] : [body.Argument])
            .Where(p => p.Type == "enum").Select(p => p.ValueType).OfType<string>()
            .Concat(body.Sections.SelectMany(s => EnumsIn(s.Body)));

    private string Attribute()
    {
        List<string> arguments = [CSharpText.Literal(Plugin.Type)];
        if (Plugin.Gem is not null) arguments.Add($"Gem = {CSharpText.Literal(Plugin.Gem)}");
        if (Plugin.Since is not null) arguments.Add($"Since = {CSharpText.Literal(Plugin.Since)}");
        return $"[{FluentdTypes.Space}FluentdPluginAttribute({string.Join(", ", arguments)})]";
    }

    private void WriteConstructor(CSharpWriter code)
    {
        string type = CSharpText.Literal(Plugin.Type);
        if (Plugin.Kind == "buffer")
        {
            code.Line($"/// <summary>A {CSharpText.Code(Plugin.Type)} buffer.</summary>");
            code.Line("/// <param name=\"chunkKeys\">What events are grouped by; none means the default of the output.</param>");
            code.Open($"public {ClassName}(params {FluentdTypes.Space}ChunkKey[] chunkKeys) : base({type}, chunkKeys)");
            code.Close();
            return;
        }

        string what = Plugin.Kind == "system" ? "Settings of the process" : $"A plugin of the type {CSharpText.Code(Plugin.Type)}";
        BodyWriter.WriteConstructor(code, what, ClassName, Plugin.Kind == "system" ? "" : type + ", ");
    }
}

/// <summary>An enumeration under two names.</summary>
/// <param name="Catalog">As catalogs call it.</param>
/// <param name="CSharp">As C# calls it.</param>
internal sealed record EnumName(string Catalog, string CSharp);
