using AuditSdk.Analyzers.Lifting.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuditSdk.Analyzers.Lifting;

/// <content>Properties and fields.</content>
internal sealed partial class Interpreter
{
    // By when they are read: while a member is initialized, others are not yet what they will be.
    private readonly Dictionary<ISymbol, Dictionary<ISymbol, Value>> _values = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    private readonly List<ISymbol> _initializing = [];
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private Writes? _writes;

    private Writes Writes => _writes ??= new(known, ModelOf, cancellation);

    private Value Property(IPropertyReferenceOperation reference, Frame frame)
    {
        if (LibraryProperty(reference, frame) is { } value) return value;
        IPropertySymbol property = reference.Property;
        if (property.IsIndexer) return Unknown(reference);
        if (property.IsStatic && (property.IsVirtual || property.IsAbstract)) return Unknown(reference);
        if (property.IsStatic) return Referred(property, reference.Syntax, Static(property));
        return reference.Instance is null ? Unknown(reference) : Evaluate(reference.Instance, frame) switch
        {
            ObjectValue instance => Referred(property, reference.Syntax, Member(instance, property)),
            TupleValue { Items: [var key, var second] } when ListTypes.IsPair(property.ContainingType) => property.Name == "Key" ? key : second,
            _ => Unknown(reference),
        };
    }

    private Value Field(IFieldReferenceOperation reference, Frame frame)
    {
        IFieldSymbol field = reference.Field;
        if (field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String }) return new ConstantValue("", reference.Syntax);
        if (field is { IsStatic: true, IsReadOnly: true }) return Referred(field, reference.Syntax, Static(field));
        if (reference.Instance is null) return Unknown(reference);
        return Evaluate(reference.Instance, frame) is TupleValue tuple && IndexIn(field) is { } index && index < tuple.Items.Count ? tuple.Items[index] : Unknown(reference);
    }

    private static int? IndexIn(IFieldSymbol item)
    {
        if (!item.ContainingType.IsTupleType) return null;
        int index = item.ContainingType.TupleElements.IndexOf(item, 0, SymbolEqualityComparer.Default);
        return index >= 0 ? index : null;
    }

    // A list stands where it is named; its elements, and everything else, where they are written. In another file the place of the root's own file is kept too.
    private Value Referred(ISymbol symbol, SyntaxNode reference, Value value)
    {
        if (value is UnknownValue) return new UnknownValue(reference);
        if (reference.SyntaxTree == root && symbol.DeclaringSyntaxReferences.All(d => d.SyntaxTree != root)) value = value.UsedAt(reference);
        return value is ListValue ? value.WrittenAt(reference) : value;
    }

    /// <summary>The value of a definition: what its initializer or body returns.</summary>
    public Value Definition(IOperation body, IOperation result)
    {
        if (body is not ISymbolInitializerOperation initializer) return Evaluate(result, Frame.Empty);
        ISymbol? initialized = initializer switch
        {
            IPropertyInitializerOperation { InitializedProperties: [var property] } => property,
            IFieldInitializerOperation { InitializedFields: [var field] } => field,
            _ => null,
        };
        return initialized is null || Writes.CanChange(initialized) ? Unknown(result) : Initialized(initialized, result, Frame.Empty);
    }

    // While the initializers of a type run, in the order of its text, those below have not run yet; which file of a partial type comes first is not said.
    private Value Initialized(ISymbol symbol, IOperation value, Frame frame)
    {
        _initializing.Add(symbol);
        Value result = Evaluate(value, frame);
        _initializing.RemoveAt(_initializing.Count - 1);
        return result;
    }

    private bool IsNotYetSet(ISymbol symbol)
    {
        if (_initializing.FindLast(i => SymbolEqualityComparer.Default.Equals(i.ContainingType, symbol.ContainingType)) is not { } running) return false;
        if (Declarations.BodyOf(symbol, cancellation) is not EqualsValueClauseSyntax initializer) return false;
        return running.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != initializer.SyntaxTree || reference.Span.Start <= initializer.SpanStart;
    }

    /// <summary>The value of a static member without parameters, read once for each member that is being initialized.</summary>
    private Value Static(ISymbol symbol)
    {
        if (_initializing.Count > 0 && IsNotYetSet(symbol)) return new UnknownValue(root.GetRoot(cancellation));
        bool isStored = Declarations.BodyOf(symbol, cancellation) is EqualsValueClauseSyntax;
        ISymbol when = isStored || _initializing.Count == 0 ? symbol : _initializing[_initializing.Count - 1];
        if (!_values.TryGetValue(when, out Dictionary<ISymbol, Value>? values)) _values.Add(when, values = new(SymbolEqualityComparer.Default));
        if (values.TryGetValue(symbol, out Value? value)) return value;
        return values[symbol] = Declared(symbol, Frame.Empty);
    }

    /// <summary>What the declaration of a member says; unknown for one that can change, and for one that asks for itself.</summary>
    private Value Declared(ISymbol symbol, Frame frame)
    {
        if (Declarations.BodyOf(symbol, cancellation) is not { } body || body is EqualsValueClauseSyntax && Writes.CanChange(symbol)) return new UnknownValue(root.GetRoot(cancellation));
        if (!_open.Add(symbol)) return new UnknownValue(body);
        try
        {
            if (ModelOf(body.SyntaxTree).GetOperation(body, cancellation) is not { } operation || Result(operation) is not { } result) return new UnknownValue(body);
            return symbol.IsStatic && operation is ISymbolInitializerOperation ? Initialized(symbol, result, frame) : Evaluate(result, frame);
        }
        finally
        {
            _open.Remove(symbol);
        }
    }

    /// <summary>The one expression that a body returns, or null.</summary>
    public static IOperation? Result(IOperation body) => body switch
    {
        ISymbolInitializerOperation initializer => initializer.Value,
        IMethodBodyOperation method => (method.BlockBody ?? method.ExpressionBody) is { } block ? Result(block) : null,
        IBlockOperation block => block.Operations.Where(o => o is not (ILocalFunctionOperation or IVariableDeclarationGroupOperation)).ToArray() is [IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }] ? value : null,
        _ => null,
    };

    // What is declared below the return is never made; nothing there can be named above.
    private Value Local(ILocalReferenceOperation reference, Frame frame)
    {
        if (frame.Find(reference.Local) is { } known) return Referred(reference.Local, reference.Syntax, known);
        IVariableDeclaratorOperation? declared = null;
        for (IOperation? around = reference.Parent; around is not null && declared is null; around = around.Parent)
        {
            if (around is IBlockOperation block) declared = block.Operations.OfType<IVariableDeclarationGroupOperation>().SelectMany(g => g.Declarations).SelectMany(d => d.Declarators).FirstOrDefault(d => SymbolEqualityComparer.Default.Equals(d.Symbol, reference.Local));
        }

        if (declared?.Initializer is not { } initializer || Writes.CanChange(reference.Local)) return Unknown(reference);
        Value value = Evaluate(initializer.Value, frame);
        frame.Bind(reference.Local, value);
        return Referred(reference.Local, reference.Syntax, value);
    }

    private Value Member(ObjectValue instance, IPropertySymbol property)
    {
        if (known.IsModel(instance.Type) && instance[property.Name] is { } given) return given;
        if (!known.IsModel(instance.Type) && Declarations.IsAuto(property, cancellation) && Writes.CanChange(property)) return new UnknownValue(instance.Syntax);
        if (instance[property.Name] is { } set) return set;
        if (known.IsModel(instance.Type)) return property.Name == "Type" ? new UnknownValue(instance.Syntax) : property.Name == "Extra" || KnownTypes.Is(property.Type, known.ValueList) ? new ListValue([], instance.Syntax) : Default(property.Type, instance.Syntax);
        if (property.IsVirtual || property.IsAbstract || property.IsOverride) return new UnknownValue(instance.Syntax);
        if (Declarations.ParameterOf(property, cancellation) is { } parameter) return instance.Frame.Find(parameter) ?? new UnknownValue(instance.Syntax);
        if (Declarations.BodyOf(property, cancellation) is not null) return Declared(property, new Frame(instance: instance));
        return Declarations.IsAuto(property, cancellation) ? Default(property.Type, instance.Syntax) : new UnknownValue(instance.Syntax);
    }

    private SemanticModel ModelOf(SyntaxTree tree)
    {
        if (_models.TryGetValue(tree, out SemanticModel? model)) return model;
#pragma warning disable RS1030 // The members that a definition is made of may be in other files, whose models only the compilation has; each is asked for once.
        return _models[tree] = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
    }
}
