using System.Collections.Immutable;
using AuditSdk.Analyzers.Lifting.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuditSdk.Analyzers.Lifting;

/// <content>Methods and lambda expressions.</content>
internal sealed partial class Interpreter
{
    private Value Called(IInvocationOperation call, Frame frame)
    {
        if (LibraryCall(call, frame) is { } value) return value;
        IMethodSymbol method = call.TargetMethod.OriginalDefinition;
        if (method.IsAsync || method.IsVirtual || method.IsAbstract || method.IsOverride || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction)) return Unknown(call);
        if (Declarations.BodyOf(method, cancellation) is null) return Unknown(call);
        if (method is { IsStatic: true, Parameters.Length: 0, MethodKind: MethodKind.Ordinary }) return Referred(method, call.Syntax, Static(method));

        ObjectValue? instance = null;
        if (call.Instance is not null && (instance = Evaluate(call.Instance, frame) as ObjectValue) is null) return Unknown(call);
        Frame arguments = new(method.MethodKind == MethodKind.LocalFunction ? frame : null, instance);
        Bind(call.Arguments, frame, arguments);
        return Referred(method, call.Syntax, Declared(method, arguments));
    }

    private void Bind(ImmutableArray<IArgumentOperation> arguments, Frame caller, Frame callee)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is not { } parameter) continue;
            callee.Bind(parameter.OriginalDefinition, parameter.RefKind == RefKind.None ? Evaluate(argument.Value, caller) : Unknown(argument));
        }
    }

    private Value Function(IOperation target, Frame frame) => target switch
    {
        IAnonymousFunctionOperation { Symbol: { IsAsync: false } symbol } lambda when Result(lambda.Body) is { } body => new FunctionValue(symbol, body, frame, lambda.Syntax),
        IMethodReferenceOperation { Method: { IsStatic: true, IsVirtual: false, IsAbstract: false, IsAsync: false } method } when Declarations.BodyOf(method.OriginalDefinition, cancellation) is { } body
            && ModelOf(body.SyntaxTree).GetOperation(body, cancellation) is { } operation && Result(operation) is { } result => new FunctionValue(method.OriginalDefinition, result, Frame.Empty, target.Syntax),
        _ => Unknown(target),
    };

    private Value Apply(FunctionValue function, Value argument)
    {
        if (function.Method.Parameters is not [var parameter]) return new UnknownValue(function.Syntax);
        Frame arguments = new(function.Frame);
        arguments.Bind(parameter, argument);
        return Evaluate(function.Body, arguments);
    }
}
