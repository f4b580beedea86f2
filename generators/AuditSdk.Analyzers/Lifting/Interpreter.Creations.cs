using AuditSdk.Analyzers.Lifting.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuditSdk.Analyzers.Lifting;

/// <content>Objects and lists.</content>
internal sealed partial class Interpreter
{
    private Value Created(IObjectCreationOperation creation, Frame frame)
    {
        if (creation.Constructor is not { ContainingType: { } type } constructor) return Unknown(creation);
        if (ListTypes.IsPair(type) && creation.Initializer is null) return new TupleValue([.. InOrder(creation.Arguments).Select(a => Evaluate(a.Value, frame))], creation.Syntax);
        if (ListTypes.IsMadeWithNew(type)) return CreatedList(creation, frame);
        if (KnownTypes.Is(type, known.Fluentd?.SettingMap)) return CreatedMap(creation, frame);
        Frame arguments = new();
        Bind(creation.Arguments, frame, arguments);
        ObjectValue made = new(type, arguments, creation.Syntax);
        if (known.IsModel(type)) SetFromArguments(made, constructor, arguments);
        else if (!HasNoCode(constructor)) return Unknown(creation);
        return creation.Initializer is null || TrySet(made, creation.Initializer, frame) ? made : Unknown(creation);
    }

    // A model's constructor sets the properties of the same names.
    private static void SetFromArguments(ObjectValue made, IMethodSymbol constructor, Frame arguments)
    {
        foreach (IParameterSymbol parameter in constructor.OriginalDefinition.Parameters)
        {
            if (parameter.Name is "file" or "line" || arguments.Find(parameter) is not { } argument) continue; // Filled in by the compiler.
            string[] names = parameter.Name == "number" ? ["First", "Last"] : [char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1)];
            foreach (string name in names) made.Set(name, argument);
        }
    }

    private Value CreatedMap(IObjectCreationOperation creation, Frame frame)
    {
        List<ListElement> elements = [];
        foreach (IOperation operation in creation.Initializer?.Initializers ?? [])
        {
            if (operation is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var key }] }, Value: var value }) return Unknown(creation);
            elements.Add(new(new TupleValue([Evaluate(key, frame), Evaluate(value, frame)], operation.Syntax), operation.Syntax));
        }

        return new ListValue(elements, creation.Syntax);
    }

    private Value CreatedAnonymous(IAnonymousObjectCreationOperation creation, Frame frame)
    {
        if (creation.Type is not INamedTypeSymbol type) return Unknown(creation);
        ObjectValue made = new(type, Frame.Empty, creation.Syntax);
        foreach (IOperation initializer in creation.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment) made.Set(property.Name, Evaluate(assignment.Value, frame));
        }

        return made;
    }

    private Value Changed(IWithOperation with, Frame frame)
    {
        switch (Evaluate(with.Operand, frame))
        {
            case ObjectValue original when known.IsModel(original.Type) || !HasOwnCopy(original.Type):
                ObjectValue copy = original.Copy(with.Syntax);
                return TrySet(copy, with.Initializer, frame) ? copy : Unknown(with);
            case ResourceValue resource when with.Initializer.Initializers is [ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Names" }, Value: var names }]:
                return new ResourceValue(resource.Group, resource.Resource, Evaluate(names, frame), with.Syntax);
            default:
                return Unknown(with);
        }
    }

    // A base type, a constructor's body and a setter with code may do anything to an object.
    private static bool HasNoCode(IMethodSymbol constructor)
        => constructor.ContainingType is { Locations: [{ IsInSource: true }, ..], BaseType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
            && (constructor.IsImplicitlyDeclared || constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is TypeDeclarationSyntax);

    private static bool HasOwnCopy(INamedTypeSymbol type) => type.InstanceConstructors.Any(c => !c.IsImplicitlyDeclared && c.Parameters is [var other] && SymbolEqualityComparer.Default.Equals(other.Type, type));

    private bool TrySet(ObjectValue target, IObjectOrCollectionInitializerOperation initializer, Frame frame)
    {
        foreach (IOperation operation in initializer.Initializers)
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } property }, Value: var value } when known.IsModel(target.Type) || Declarations.IsAuto(property, cancellation):
                    target.Set(property.Name, Evaluate(value, frame));
                    break;
                case ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field }, Value: var value }:
                    target.Set(field.Name, Evaluate(value, frame));
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private Value Listed(ICollectionExpressionOperation list, Frame frame)
    {
        if (!ListTypes.HoldsWhatItIsMadeOf(list.Type, known)) return Unknown(list);
        List<ListElement> elements = new(list.Elements.Length);
        foreach (IOperation element in list.Elements)
        {
            if (element is ISpreadOperation spread) Splice(elements, Evaluate(spread.Operand, frame), spread.Syntax);
            else elements.Add(new(Evaluate(element, frame), element.Syntax));
        }

        ListValue listed = new(elements, list.Syntax);
        if (list.Type is not INamedTypeSymbol type || !KnownTypes.Is(type, known.Fluentd?.Config)) return listed;
        ObjectValue config = new(type, Frame.Empty, list.Syntax);
        config.Set("Directives", listed);
        return config;
    }

    private Value Listed(IArrayCreationOperation array, Frame frame)
    {
        if (array.DimensionSizes.Length != 1) return Unknown(array);
        if (array.Initializer is { } initializer) return new ListValue([.. initializer.ElementValues.Select(e => new ListElement(Evaluate(e, frame), e.Syntax))], array.Syntax);
        return array.DimensionSizes[0].ConstantValue is { HasValue: true, Value: 0 } ? new ListValue([], array.Syntax) : Unknown(array);
    }

    private Value CreatedList(IObjectCreationOperation creation, Frame frame)
    {
        List<ListElement> elements = [];
        bool hasKeys = creation.Type is INamedTypeSymbol { TypeArguments.Length: 2 };
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.Value.Type?.SpecialType == SpecialType.System_Int32) continue; // a capacity
            Value list = Evaluate(argument.Value, frame);
            if (hasKeys && list is not ListValue) return Unknown(creation); // It may be a comparer.
            Splice(elements, list, argument.Syntax);
        }

        foreach (IOperation operation in creation.Initializer?.Initializers ?? [])
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var value }] }:
                    elements.Add(new(Evaluate(value, frame), value.Syntax));
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var key }, { Value: var value }] } add:
                    if (!hasKeys || !TryPut(elements, new([Evaluate(key, frame), Evaluate(value, frame)], add.Syntax), replaces: false)) return Unknown(creation);
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var key }] }, Value: var value } set:
                    if (!hasKeys || !TryPut(elements, new([Evaluate(key, frame), Evaluate(value, frame)], set.Syntax), replaces: true)) return Unknown(creation);
                    break;
                default:
                    return Unknown(creation);
            }
        }

        return new ListValue(elements, creation.Syntax);
    }

    // A key that is there already is set anew, or throws; whether it is there, only known keys tell.
    private static bool TryPut(List<ListElement> elements, TupleValue pair, bool replaces)
    {
        for (int i = 0; i < elements.Count; i++)
        {
            if (elements[i].Value is not TupleValue { Items: [ConstantValue known, _] } || pair.Items[0] is not ConstantValue key) return false;
            if (!Equals(known.Constant, key.Constant)) continue;
            elements[i] = new(pair, pair.Syntax);
            return replaces;
        }

        elements.Add(new(pair, pair.Syntax));
        return true;
    }

    private static IEnumerable<IArgumentOperation> InOrder(IEnumerable<IArgumentOperation> arguments) => arguments.OrderBy(a => a.Parameter?.Ordinal);

    /// <summary>Adds the elements of a list; what is no known list may be any number of any elements.</summary>
    private void Splice(List<ListElement> elements, Value list, SyntaxNode syntax)
    {
        if (list is ObjectValue { Type: var type } config && KnownTypes.Is(type, known.Fluentd?.Config)) list = Directives(config);
        if (list is not ListValue items || !budget.TrySpend(items.Elements.Count))
        {
            elements.Add(new(new UnknownValue(syntax, isMany: true), syntax));
            return;
        }

        foreach (ListElement element in items.Elements) elements.Add(list.Use is { } use ? element with { Value = Used(element.Value, use) } : element);
    }

    private static Value Directives(ObjectValue config)
    {
        Value directives = config["Directives"] ?? new ListValue([], config.Syntax);
        return config.Use is { } use && directives.Use is null ? directives.UsedAt(use) : directives;
    }

    private Value Used(Value value, SyntaxNode use) => value.Syntax.SyntaxTree == root || value.Use is not null ? value : value.UsedAt(use);
}
