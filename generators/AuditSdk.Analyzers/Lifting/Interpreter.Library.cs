using AuditSdk.Analyzers.Lifting.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuditSdk.Analyzers.Lifting;

/// <content>What members of AuditSdk and of .NET give, whose code is not here to be read.</content>
internal sealed partial class Interpreter
{
    private readonly Dictionary<ISymbol, (string Group, string? Resource)?> _resources = new(SymbolEqualityComparer.Default);

    /// <summary>The value of a library's property; null for a property of another kind.</summary>
    private Value? LibraryProperty(IPropertyReferenceOperation reference, Frame frame)
    {
        IPropertySymbol property = reference.Property;
        if (ResourceOf(property) is { } resource)
        {
            return new ResourceValue(
                new ConstantValue(resource.Group, reference.Syntax),
                resource.Resource is null ? null : new ConstantValue(resource.Resource, reference.Syntax),
                null,
                reference.Syntax);
        }

        INamedTypeSymbol type = property.ContainingType;
        if (property.IsStatic && FluentdProperty(reference) is { } value) return value;
        if (property is { IsStatic: true, Name: "Empty" } && ListTypes.HoldsWhatItIsMadeOf(type, known)) return new ListValue([], reference.Syntax);
        if (property is { IsStatic: true, Name: "Group" } && KnownTypes.Is(property.Type, known.ApiGroup)) return GroupOf(type) is { } name ? new GroupValue(new ConstantValue(name, reference.Syntax), reference.Syntax) : null;
        if (reference.Instance is null) return null;
        if (KnownTypes.Is(type, known.ApiGroup) && Evaluate(reference.Instance, frame) is GroupValue group)
        {
            return property.Name switch
            {
                "All" => new ResourceValue(group.Name, null, null, reference.Syntax),
                "Name" => group.Name,
                _ => Unknown(reference),
            };
        }

        if (KnownTypes.Is(type, known.KubernetesResource) && property.Name == "WithSubresources" && Evaluate(reference.Instance, frame) is ResourceValue { Resource: { } whole } selected)
        {
            return new ResourceValue(selected.Group, Text(reference.Syntax, whole, "/*"), null, reference.Syntax);
        }

        return null;
    }

    /// <summary>The result of a library's method; null for a method of another kind.</summary>
    private Value? LibraryCall(IInvocationOperation call, Frame frame)
    {
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;
        if (method.IsStatic && FluentdCall(call, frame) is { } value) return value;
        if (KnownTypes.Is(type, known.ApiGroup)) return GroupCall(call, frame);
        if (KnownTypes.Is(type, known.NamedResource) || KnownTypes.Is(type, known.KubernetesResource)) return ResourceCall(call, frame);
        if (KnownTypes.Is(type, known.SystemUsers) || KnownTypes.Is(type, known.SystemGroups)) return NameCall(call, frame);
        if (KnownTypes.Is(type, known.ValueLists) && method.Name is "From" or "Create") return Argument(call, 0, frame) is ListValue made ? made.WrittenAt(call.Syntax) : Unknown(call);
        if (KnownTypes.Is(type, known.Enumerable)) return SequenceCall(call, frame);
        if (method is { Name: "ToArray", Parameters.Length: 0 } && ListTypes.IsMadeWithNew(type) && call.Instance is { } list) return Evaluate(list, frame) is ListValue copied ? copied.WrittenAt(call.Syntax) : Unknown(call);
        if (method is { Name: "Empty", Parameters.Length: 0, ContainingType.SpecialType: SpecialType.System_Array }) return new ListValue([], call.Syntax);
        if (method is { Name: "Create", Parameters.Length: 2, ContainingType: { Name: "KeyValuePair", IsGenericType: false } }) return new TupleValue([.. InOrder(call.Arguments).Select(a => Evaluate(a.Value, frame))], call.Syntax);
        return method is { IsStatic: true, Name: "EverySubresource", Parameters.Length: 1 } && GroupOf(type) is { } name
            ? new ResourceValue(new ConstantValue(name, call.Syntax), Text(call.Syntax, new ConstantValue("*/", call.Syntax), Argument(call, 0, frame)), null, call.Syntax)
            : null;
    }

    private Value GroupCall(IInvocationOperation call, Frame frame)
    {
        Value argument = Argument(call, 0, frame);
        if (call.TargetMethod is { IsStatic: true, Name: "Named" }) return new GroupValue(argument, call.Syntax);
        if (call.Instance is null || Evaluate(call.Instance, frame) is not GroupValue group) return Unknown(call);
        return call.TargetMethod.Name switch
        {
            "Resource" => new ResourceValue(group.Name, argument, null, call.Syntax),
            "EverySubresource" => new ResourceValue(group.Name, Text(call.Syntax, new ConstantValue("*/", call.Syntax), argument), null, call.Syntax),
            _ => Unknown(call),
        };
    }

    private Value ResourceCall(IInvocationOperation call, Frame frame)
    {
        if (call.Instance is null || Evaluate(call.Instance, frame) is not ResourceValue { Resource: { } whole } selected) return Unknown(call);
        Value argument = Argument(call, 0, frame);
        return call.TargetMethod.Name switch
        {
            "Named" when argument is not ListValue { Elements.Count: 0 } => new ResourceValue(selected.Group, whole, argument, call.Syntax),
            "Subresource" => new ResourceValue(selected.Group, Text(call.Syntax, whole, new ConstantValue("/", call.Syntax), argument), null, call.Syntax),
            _ => Unknown(call),
        };
    }

    private Value NameCall(IInvocationOperation call, Frame frame) => call.TargetMethod.Name switch
    {
        "Node" => Text(call.Syntax, new ConstantValue("system:node:", call.Syntax), Argument(call, 0, frame)),
        "ServiceAccount" => Text(call.Syntax, new ConstantValue("system:serviceaccount:", call.Syntax), Argument(call, 0, frame), new ConstantValue(":", call.Syntax), Argument(call, 1, frame)),
        "ServiceAccountsIn" => Text(call.Syntax, new ConstantValue("system:serviceaccounts:", call.Syntax), Argument(call, 0, frame)),
        _ => Unknown(call),
    };

    private Value SequenceCall(IInvocationOperation call, Frame frame)
    {
        if (call.TargetMethod is { Name: "Empty", Parameters.Length: 0 }) return new ListValue([], call.Syntax);
        if (Argument(call, 0, frame) is not ListValue source) return Unknown(call);
        switch (call.TargetMethod)
        {
            case { Name: "ToArray" or "ToList" or "AsEnumerable", Parameters.Length: 1 }:
                return source.WrittenAt(call.Syntax);
            case { Name: "Concat", Parameters.Length: 2 }:
                List<ListElement> both = [.. source.Elements];
                Splice(both, Argument(call, 1, frame), call.Syntax);
                return new ListValue(both, call.Syntax);
            case { Name: "Select", Parameters.Length: 2 } when Argument(call, 1, frame) is FunctionValue function:
                return new ListValue([.. source.Elements.Select(e => new ListElement(e.Value is UnknownValue { IsMany: true } ? e.Value : Apply(function, e.Value), call.Syntax))], call.Syntax);
            default:
                return Unknown(call);
        }
    }

    // A missing name throws.
    private static Value Text(SyntaxNode syntax, params Value[] parts)
        => parts.All(p => p is ConstantValue { Constant: string }) ? new ConstantValue(string.Concat(parts.Select(p => (string)((ConstantValue)p).Constant!)), syntax) : new UnknownValue(syntax);

    private static Value Text(SyntaxNode syntax, Value head, string tail) => Text(syntax, head, new ConstantValue(tail, syntax));

    private static IOperation? Argument(IInvocationOperation call, int ordinal) => call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value;

    private Value Argument(IInvocationOperation call, int ordinal, Frame frame) => Argument(call, ordinal) is { } argument ? Evaluate(argument, frame) : Unknown(call);

    /// <summary>The resource that a generated member stands for; null for other members.</summary>
    private (string Group, string? Resource)? ResourceOf(IPropertySymbol property)
    {
        if (_resources.TryGetValue(property, out (string Group, string? Resource)? resource)) return resource;
        if (known.IsSelector(property.Type))
        {
            foreach (AttributeData attribute in property.GetAttributes())
            {
                if (KnownTypes.Is(attribute.AttributeClass, known.ResourceAttribute) && attribute.ConstructorArguments is [{ Value: string group }, { Value: var name }]) resource = (group, name as string);
            }
        }

        _resources.Add(property, resource);
        return resource;
    }

    // A generated class names its group at the member for all of it.
    private string? GroupOf(INamedTypeSymbol type) => type.GetMembers("All").OfType<IPropertySymbol>().FirstOrDefault() is { } all ? ResourceOf(all)?.Group : null;
}
