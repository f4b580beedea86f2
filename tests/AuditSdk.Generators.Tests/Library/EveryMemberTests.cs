using System.Reflection;
using AuditSdk.Fluentd;
using AuditSdk.Kubernetes;

namespace AuditSdk.Generators.Tests.Library;

public class EveryMemberTests
{
    public static TheoryData<string> SectionTypes => [.. GeneratedLibrary.Plugins.Concat(GeneratedLibrary.Sections).Select(t => t.FullName!)];

    [Theory]
    [InlineData("")]
    [InlineData("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;\n")]
    public void EveryGeneratedMember_CompilesWhereUsersWrite(string implicitUsings)
    {
        string resources = string.Join(",\n", GeneratedLibrary.Groups.SelectMany(Paths).Select(p => $"new(Metadata) {{ Resources = [{p}] }}"));
        ILookup<Type, string> plugins = GeneratedLibrary.Plugins.ToLookup(t => t.BaseType!, SampleSource.Plugin);
        GeneratorHarness.RunUnchecked(GeneratorHarness.Compilation(implicitUsings + $$"""
            using AuditSdk;
            using AuditSdk.Fluentd;
            using AuditSdk.Kubernetes;
            using static AuditSdk.Fluentd.Values;
            using static AuditSdk.Kubernetes.Level;

            namespace Infra;

            [AuditConfig(Kubernetes = "1.34", Fluentd = "td-agent 3")]
            public static class ProductionCluster
            {
                private const string Source = "/var/log/kubernetes/audit/audit.log";

                [EmitAs("audit-policy.yaml")]
                public static AuditPolicy Policy { get; } = new() { Name = Source, Rules = [ {{resources}} ] };

                [EmitAs("td-agent.conf")]
                public static FluentdConfig Agent { get; } =
                [
                    {{Directives(plugins[typeof(Section)], "new SystemDirective({0})")}}
                    {{Directives(plugins[typeof(InputPlugin)], "new Source({0})")}}
                    {{Directives(plugins[typeof(FilterPlugin)], "new Filter(\"**\", {0})")}}
                    {{Directives(plugins[typeof(OutputPlugin)], "new Match(\"**\", {0})")}}
                    {{Directives(plugins[typeof(ParserPlugin)], "new Source(new TailInput {{ Parse = {0} }})")}}
                    {{Directives(plugins[typeof(FormatterPlugin)], "new Match(\"**\", new FileOutput {{ Format = {0} }})")}}
                    {{Directives(plugins[typeof(BufferPlugin)], "new Match(\"**\", new FileOutput {{ Buffer = {0} }})")}}
                ];

                public static StoragePlugin[] Storages => [ {{string.Join(", ", plugins[typeof(StoragePlugin)])}} ];

                public static ServiceDiscoveryPlugin[] Discoveries => [ {{string.Join(", ", plugins[typeof(ServiceDiscoveryPlugin)])}} ];
            }
            """)).AssertCompiles("CS0612", "CS0618");
    }

    [Theory]
    [MemberData(nameof(SectionTypes))]
    public void EveryGeneratedMember_SetsWhatItStandsFor(string typeName)
    {
        Type type = typeof(Plugin).Assembly.GetType(typeName, throwOnError: true)!;
        foreach ((PropertyInfo member, FluentdParameterAttribute fact) in GeneratedLibrary.Members(type))
        {
            Section section = (Section)SampleValues.New(type);
            Assert.Empty(section.Entries);
            object value = SampleValues.Of(member.PropertyType);
            member.SetValue(section, value);
            SectionEntry entry = Assert.Single(section.Entries);
            Assert.Equal((fact.IsSection ? fact.Name + ">" : fact.Name, fact.Name.Length == 0), (entry.Key, entry.IsArgument));
            Assert.Equal(value, member.GetValue(section));
            Assert.Equal(fact.IsSection, entry.Text is null);
            member.SetValue(section, member.PropertyType.Name.StartsWith("ValueList", StringComparison.Ordinal) ? SampleValues.Empty(member.PropertyType) : null);
            Assert.All(section.Entries, e => Assert.Empty(e.Sections));
        }
    }

    [Theory]
    [MemberData(nameof(SectionTypes))]
    public void EveryGeneratedType_KnowsItsSecrets(string typeName)
    {
        Type type = typeof(Plugin).Assembly.GetType(typeName, throwOnError: true)!;
        Section section = (Section)SampleValues.New(type);
        Assert.All(GeneratedLibrary.Members(type).Where(m => !m.Fact.IsSection), m => Assert.Equal(m.Member.PropertyType == typeof(Secret), section.IsSecretInClear(m.Fact.Name, "x")));
        Assert.False(section.IsSecretInClear("not_a_parameter", "x"));
    }

    [Fact]
    public void EveryEnumValue_IsWrittenAsFluentdReadsIt()
    {
        foreach (Type type in typeof(Plugin).Assembly.GetExportedTypes().Where(t => t.IsEnum && t.GetFields().Any(SampleValues.HasText)))
        {
            MethodInfo text = typeof(Plugin).Assembly.GetType("AuditSdk.Fluentd.FluentdEnumText", throwOnError: true)!.GetMethod("Text", BindingFlags.Static | BindingFlags.NonPublic, [type])!;
            Assert.All(type.GetFields(BindingFlags.Public | BindingFlags.Static), f => Assert.Equal(SampleValues.Text(f), text.Invoke(null, [f.GetValue(null)])));
        }
    }

    [Fact]
    public void EveryResource_IsWhatItsAttributeSays()
    {
        foreach ((object? owner, PropertyInfo member, KubernetesResourceAttribute fact) in GeneratedLibrary.Groups.SelectMany(Members))
        {
            ResourceSelector selector = (ResourceSelector)member.GetValue(owner)!;
            Assert.Equal((fact.Group, fact.Resource), (selector.Group, selector.Resource));
            Assert.Equal(fact.Resource is null, selector.Facts is null);
        }
    }

    [Fact]
    public void NoTwoMembers_HaveOneName()
    {
        foreach (Type type in GeneratedLibrary.Plugins.Concat(GeneratedLibrary.Sections))
        {
            string[] names = [.. type.GetMembers(BindingFlags.Public | BindingFlags.Instance).OfType<PropertyInfo>().Select(m => m.Name)];
            Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
            (string, bool)[] facts = [.. GeneratedLibrary.Members(type).Select(m => (m.Fact.Name, m.Fact.IsSection))];
            Assert.Equal(facts.Distinct(), facts);
        }
    }

    private static string Directives(IEnumerable<string> plugins, string format)
        => string.Concat(plugins.Select(p => format.Replace("{0}", p, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) + ",\n"));

    private static IEnumerable<string> Paths(Type group)
    {
        yield return $"{group.Name}.EverySubresource(\"status\")";
        foreach ((object? owner, PropertyInfo member, KubernetesResourceAttribute fact) in Members(group))
        {
            string path = $"{group.Name}.{(owner is KubernetesResource ? OwnerName(group, owner) + "." : "")}{member.Name}";
            yield return path;
            if (fact.Resource is not null) yield return path + ".Named(\"x\")";
            if (fact.Resource is not null && owner is null) yield return path + ".WithSubresources";
        }
    }

    private static string OwnerName(Type group, object owner) => GeneratedLibrary.Resources(group).First(r => r.Member.PropertyType == owner.GetType()).Member.Name;

    private static IEnumerable<(object? Owner, PropertyInfo Member, KubernetesResourceAttribute Fact)> Members(Type group)
    {
        foreach ((PropertyInfo member, KubernetesResourceAttribute fact) in GeneratedLibrary.Resources(group))
        {
            yield return (null, member, fact);
            if (!member.PropertyType.IsNested) continue;
            object resource = member.GetValue(null)!;
            foreach ((PropertyInfo sub, KubernetesResourceAttribute subFact) in GeneratedLibrary.Resources(member.PropertyType)) yield return (resource, sub, subFact);
        }
    }
}
