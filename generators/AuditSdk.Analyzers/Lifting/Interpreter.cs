using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>
/// Reads expressions of a definition without running them. What is not sure to be the value that the program would have is unknown: a value that can change,
/// code of another assembly but AuditSdk's own, a declaration with a syntax error, and every operation that is not named here.
/// </summary>
internal sealed partial class Interpreter(Compilation compilation, KnownTypes known, SyntaxTree root, LiftBudget budget, CancellationToken cancellation)
{
    /// <summary>The value of an expression.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="frame">What its parameters stand for.</param>
    public Value Evaluate(IOperation operation, Frame frame)
    {
        if (!budget.TryEnter()) return new UnknownValue(operation.Syntax);
        try
        {
            return operation.ConstantValue is { HasValue: true, Value: var constant } ? new ConstantValue(constant, operation.Syntax) : Read(operation, frame);
        }
        finally
        {
            budget.Leave();
        }
    }

    private Value Read(IOperation operation, Frame frame) => operation switch
    {
        IConversionOperation conversion => Converted(conversion, frame),
        IObjectCreationOperation creation => Created(creation, frame),
        IAnonymousObjectCreationOperation creation => CreatedAnonymous(creation, frame),
        ICollectionExpressionOperation list => Listed(list, frame),
        IArrayCreationOperation array => Listed(array, frame),
        IWithOperation with => Changed(with, frame),
        IPropertyReferenceOperation reference => Property(reference, frame),
        IFieldReferenceOperation reference => Field(reference, frame),
        IParameterReferenceOperation { Parameter: var parameter } => Writes.CanChange(parameter) ? Unknown(operation) : frame.Find(parameter) ?? Unknown(operation),
        ILocalReferenceOperation reference => Local(reference, frame),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => (Value?)frame.Instance ?? Unknown(operation),
        IInvocationOperation call => Called(call, frame),
        ITupleOperation tuple => new TupleValue([.. tuple.Elements.Select(e => Evaluate(e, frame))], tuple.Syntax),
        IConditionalOperation { WhenFalse: { } whenFalse } choice => Evaluate(choice.Condition, frame) is ConstantValue { Constant: bool condition }
            ? Evaluate(condition ? choice.WhenTrue : whenFalse, frame)
            : Unknown(operation),
        ISwitchExpressionOperation choice => Chosen(choice, frame),
        IIsPatternOperation question => Evaluate(question.Value, frame) is ConstantValue { Constant: var asked } && Matches(question.Pattern, asked) is { } answer ? new ConstantValue(answer, operation.Syntax) : Unknown(operation),
        ICoalesceOperation { ValueConversion.IsUserDefined: false } coalesce => Coalesced(coalesce, frame),
        IInterpolatedStringOperation text => Interpolated(text, frame),
        IBinaryOperation binary => Combined(binary, frame),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not => Evaluate(not.Operand, frame) is ConstantValue { Constant: bool operand }
            ? new ConstantValue(!operand, operation.Syntax)
            : Unknown(operation),
        IDefaultValueOperation { Type: { } type } => Default(type, operation.Syntax),
        IParenthesizedOperation parenthesized => Evaluate(parenthesized.Operand, frame),
        IDelegateCreationOperation function => Function(function.Target, frame),
        ITranslatedQueryOperation query => Evaluate(query.Operation, frame),
        _ => Unknown(operation),
    };

    private static UnknownValue Unknown(IOperation operation) => new(operation.Syntax);

    private Value Converted(IConversionOperation conversion, Frame frame)
    {
        // A list of values has what the array has that it was made of; what other operators make, only they know.
        if (conversion.OperatorMethod is { } made && known.Fluentd?.Converts(made.ContainingType) == true) return Setting(conversion, frame);
        if (conversion.OperatorMethod is { } other && !KnownTypes.Is(other.ContainingType, known.ValueList)) return Unknown(conversion);
        (SpecialType from, SpecialType to) = (NumberOf(conversion.Operand.Type), NumberOf(conversion.Type));
        Value value = Evaluate(conversion.Operand, frame);
        if (from != to && from != SpecialType.None && to != SpecialType.None) value = Widened(value, to, conversion);
        return value is UnknownValue && IsNeverNull(conversion.Operand.Type) ? new UnknownValue(value.Syntax, isSome: true) : value;
    }

    private static bool IsNeverNull(ITypeSymbol? type) => type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };

    private static Value Widened(Value value, SpecialType to, IConversionOperation conversion) => (value, to) switch
    {
        (ConstantValue { Constant: int number }, SpecialType.System_Int64) => new ConstantValue((long)number, value.Syntax),
        (ConstantValue { Constant: int number }, SpecialType.System_Double) => new ConstantValue((double)number, value.Syntax),
        (ConstantValue { Constant: long number }, SpecialType.System_Double) => new ConstantValue((double)number, value.Syntax),
        _ => Unknown(conversion),
    };

    // A number of another type is another object.
    private static SpecialType NumberOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] }) type = inner;
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }) type = underlying;
        return type?.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_Double and var number ? number : SpecialType.None;
    }

    private Value Coalesced(ICoalesceOperation coalesce, Frame frame) => Evaluate(coalesce.Value, frame) switch
    {
        UnknownValue => Unknown(coalesce),
        ConstantValue { Constant: null } => Evaluate(coalesce.WhenNull, frame),
        Value value => value,
    };

    private Value Interpolated(IInterpolatedStringOperation text, Frame frame)
    {
        List<string> parts = new(text.Parts.Length);
        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            IOperation? written = part switch
            {
                IInterpolatedStringTextOperation literal => literal.Text,
                IInterpolationOperation { Alignment: null, FormatString: null } hole => hole.Expression,
                _ => null,
            };
            if (written is null || TextOf(Evaluate(written, frame)) is not { } known) return Unknown(text);
            parts.Add(known);
        }

        return new ConstantValue(string.Concat(parts), text.Syntax);
    }

    // How numbers and enums are written is for the program to say.
    private static string? TextOf(Value value) => value switch
    {
        ConstantValue { Constant: string text } => text,
        ConstantValue { Constant: null } => "",
        ConstantValue { Constant: char character } => character.ToString(),
        _ => null,
    };

    private Value Combined(IBinaryOperation binary, Frame frame)
    {
        if (KnownTypes.Is(binary.OperatorMethod?.ContainingType, known.Fluentd?.RubyText)) return Joined(binary, frame);
        if (binary.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_String }) return Unknown(binary);
        Value left = Evaluate(binary.LeftOperand, frame);
        bool? decided = (binary.OperatorKind, left) switch
        {
            (BinaryOperatorKind.ConditionalAnd, ConstantValue { Constant: false }) => false,
            (BinaryOperatorKind.ConditionalOr, ConstantValue { Constant: true }) => true,
            _ => null,
        };
        if (decided is { } answer) return new ConstantValue(answer, binary.Syntax);
        Value right = Evaluate(binary.RightOperand, frame);
        if (binary is { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String })
        {
            return TextOf(left) is { } head && TextOf(right) is { } tail ? new ConstantValue(head + tail, binary.Syntax) : Unknown(binary);
        }

        if (left is not ConstantValue { Constant: var a } || right is not ConstantValue { Constant: var b }) return Unknown(binary);
        return (binary.OperatorKind, a, b) switch
        {
            (BinaryOperatorKind.Equals, _, _) => new ConstantValue(Equals(a, b), binary.Syntax),
            (BinaryOperatorKind.NotEquals, _, _) => new ConstantValue(!Equals(a, b), binary.Syntax),
            (BinaryOperatorKind.ConditionalAnd, bool x, bool y) => new ConstantValue(x && y, binary.Syntax),
            (BinaryOperatorKind.ConditionalOr, bool x, bool y) => new ConstantValue(x || y, binary.Syntax),
            _ => Unknown(binary),
        };
    }

    private static Value Default(ITypeSymbol type, SyntaxNode syntax)
    {
        if (type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return new ConstantValue(null, syntax);
        if (type.SpecialType == SpecialType.System_Boolean) return new ConstantValue(false, syntax);
        return type is INamedTypeSymbol { EnumUnderlyingType.SpecialType: SpecialType.System_Int32 } ? new ConstantValue(0, syntax) : new UnknownValue(syntax);
    }
}
