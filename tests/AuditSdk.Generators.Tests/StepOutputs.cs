using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators.Tests;

/// <summary>Searches what steps keep between runs.</summary>
internal static class StepOutputs
{
    /// <summary>No step keeps a symbol, a node, a tree, a model, a compilation or a location: each would hold the whole compilation in memory and equal nothing.</summary>
    public static void AssertHoldNothingOfTheCompiler(GeneratorRun run)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach ((string step, IncrementalGeneratorRunStep made) in run.Steps)
        {
            foreach ((object value, _) in made.Outputs) Walk(step, value, seen);
        }
    }

    private static void Walk(string place, object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true }) return;
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Compilation or Location or SyntaxReference or AttributeData, $"{place} holds {value.GetType()}");
        if (!value.GetType().IsValueType && !seen.Add(value)) return;
        if (value is IEnumerable items)
        {
            foreach (object? item in items) Walk(place, item, seen);
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer) Walk($"{place}.{field.Name}", field.GetValue(value), seen);
            }
        }
    }
}
