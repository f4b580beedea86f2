using Microsoft.CodeAnalysis.Operations;

namespace AuditSdk.Analyzers.Lifting;

/// <content>Choices by the value of a constant.</content>
internal sealed partial class Interpreter
{
    // The first arm that matches counts, so one that is not sure hides those below.
    private Value Chosen(ISwitchExpressionOperation choice, Frame frame)
    {
        if (Evaluate(choice.Value, frame) is not ConstantValue { Constant: var value }) return Unknown(choice);
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            bool? matches = Matches(arm.Pattern, value);
            if (matches == true && arm.Guard is { } guard) matches = Evaluate(guard, frame) is ConstantValue { Constant: bool holds } ? holds : null;
            if (matches is null) break;
            if (matches == true) return Evaluate(arm.Value, frame);
        }

        return Unknown(choice);
    }

    /// <summary>Whether a pattern matches a constant; null for a pattern that is not read here.</summary>
    private static bool? Matches(IPatternOperation pattern, object? value) => pattern switch
    {
        IDiscardPatternOperation => true,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } => value is null || constant is null || value.GetType() == constant.GetType() ? Equals(value, constant) : null,
        INegatedPatternOperation not => !Matches(not.Pattern, value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => Matches(or.LeftPattern, value) | Matches(or.RightPattern, value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and => Matches(and.LeftPattern, value) & Matches(and.RightPattern, value),
        _ => null,
    };
}
