using System.Reflection;

namespace AuditSdk.Architecture.Tests;

/// <summary>Which room may know which: read off the built assemblies, where a reference cannot hide.</summary>
public sealed class ArrowTests
{
    [Theory]
    [InlineData("AuditSdk.Semantics")]
    [InlineData("AuditSdk", "AuditSdk.Semantics")]
    [InlineData("AuditSdk.Build", "AuditSdk.Semantics")]
    [InlineData("AuditSdk.Generators", "AuditSdk.Semantics")]
    [InlineData("AuditSdk.Analyzers", "AuditSdk.Semantics")]
    public void Assembly_KnowsOnlyTheRoomsBelow(string assembly, params string[] allowed)
        => Assert.Equal(allowed, ReferencesOf(assembly).Where(n => n.StartsWith("AuditSdk", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("AuditSdk.Semantics")]
    [InlineData("AuditSdk.Generators")]
    [InlineData("AuditSdk.Analyzers")]
    public void AssemblyInsideTheCompiler_BringsNoThirdParty(string assembly)
        => Assert.All(ReferencesOf(assembly), name => Assert.True(IsOfTheCompiler(name), name));

    private static bool IsOfTheCompiler(string name)
        => name is "netstandard" or "AuditSdk.Semantics" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static IEnumerable<string> ReferencesOf(string assembly)
        => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, assembly + ".dll")).GetReferencedAssemblies().Select(r => r.Name!);
}
