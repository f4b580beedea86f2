using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuditSdk.Analyzers.Lifting;

/// <content>Values of fluentd parameters: conversions, units, Ruby.</content>
internal sealed partial class Interpreter
{
    private static readonly Regex EnvironmentName = new(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant);

    // A conversion to a setting keeps the value, or throws for null; only where null stays null may nothing be set.
    private Value Setting(IConversionOperation conversion, Frame frame)
    {
        Value value = Evaluate(conversion.Operand, frame);
        bool mayBeNull = conversion.Operand.Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        return value is UnknownValue || value is ConstantValue { Constant: null } && !mayBeNull ? new UnknownValue(value.Syntax, isSome: !mayBeNull) : value;
    }

    private Value? FluentdProperty(IPropertyReferenceOperation reference)
    {
        if (known.Fluentd is not { } fluentd) return null;
        INamedTypeSymbol type = reference.Property.ContainingType;
        if (KnownTypes.Is(type, fluentd.Values) && reference.Property.Name == "NoValue") return new RubyValue(FluentdValue.Text(""), reference.Syntax);
        string? name = !KnownTypes.Is(type, fluentd.Label) && !KnownTypes.Is(type, fluentd.ChunkKey) ? null : reference.Property.Name switch
        {
            "Error" => "ERROR",
            "FluentLog" => "FLUENT_LOG",
            "Root" => "ROOT",
            "Tag" => "tag",
            "Time" => "time",
            "None" => "[]",
            _ => null,
        };
        return name is null ? null : Made(type, "Name", new ConstantValue(name, reference.Syntax));
    }

    private Value? FluentdCall(IInvocationOperation call, Frame frame)
    {
        if (known.Fluentd is not { } fluentd) return null;
        INamedTypeSymbol type = call.TargetMethod.ContainingType;
        if (KnownTypes.Is(type, fluentd.Values)) return Ruby(call, frame);
        if (KnownTypes.Is(type, fluentd.Units)) return Unit(call, frame);
        if (KnownTypes.Is(type, fluentd.TimeSpan)) return Time(call, frame);
        if (!KnownTypes.Is(type, fluentd.Secret) || call.TargetMethod.Name != "InClear") return null;
        return Argument(call, 0, frame) is ConstantValue { Constant: string text } meant ? new RubyValue(FluentdValue.Text(text), meant.Syntax) : new UnknownValue(call.Syntax, isSome: true);
    }

    private Value Ruby(IInvocationOperation call, Frame frame)
    {
        string? code = Argument(call, 0, frame) is ConstantValue { Constant: string text } ? text : null;
        if (call.TargetMethod.Name == "Env") code = code is not null && EnvironmentName.IsMatch(code) ? "ENV['" + code + "']" : null;
        return code is null ? new UnknownValue(call.Syntax, isSome: true) : new RubyValue(new FluentdValue(ValueList.From([new FluentdValuePart(code, IsRuby: true)])), call.Syntax);
    }

    private Value Joined(IBinaryOperation binary, Frame frame)
    {
        return PartsOf(Evaluate(binary.LeftOperand, frame)) is { } left && PartsOf(Evaluate(binary.RightOperand, frame)) is { } right
            ? new RubyValue(new FluentdValue(ValueList.From(left.Concat(right))), binary.Syntax)
            : new UnknownValue(binary.Syntax, isSome: true);
    }

    private static ValueList<FluentdValuePart>? PartsOf(Value value) => value switch
    {
        ConstantValue { Constant: string text } => FluentdValue.Text(text).Parts,
        RubyValue ruby => ruby.Text.Parts,
        _ => null,
    };

    private Value Unit(IInvocationOperation call, Frame frame)
    {
        if (Argument(call, 0, frame) is not ConstantValue { Constant: int number } || call.TargetMethod.ReturnType is not INamedTypeSymbol type) return new UnknownValue(call.Syntax, isSome: true);
        return call.TargetMethod.Name switch
        {
            "Bytes" => Size(0),
            "KiB" => Size(10),
            "MiB" => Size(20),
            "GiB" => Size(30),
            "TiB" when number is < 1 << 23 and >= -(1 << 23) => Size(40),
            _ when LengthOf(call.TargetMethod.Name, number) is { } time => Made(type, "Value", new ConstantValue(time, call.Syntax)),
            _ => new UnknownValue(call.Syntax, isSome: true),
        };

        Value Size(int shift) => Made(type, "Bytes", new ConstantValue((long)number << shift, call.Syntax));
    }

    // FromHours and others; the newest have more arguments, of which the rest is 0.
    private Value? Time(IInvocationOperation call, Frame frame)
    {
        string name = call.TargetMethod.Name;
        if (!name.StartsWith("From", StringComparison.Ordinal) || call.Arguments.Any(a => a.Parameter?.Ordinal > 0 && a.ArgumentKind != ArgumentKind.DefaultValue)) return null;
        double? number = (Argument(call, 0, frame) as ConstantValue)?.Constant switch { int n => n, long n => n, double n => n, _ => null };
        return number is { } known && LengthOf(name.Substring(4), known) is { } time ? new ConstantValue(time, call.Syntax) : null;
    }

    private static TimeSpan? LengthOf(string unit, double number)
    {
        // .NET before Core rounds to milliseconds; whole numbers of them are the same everywhere.
        double? milliseconds = unit switch
        {
            "Milliseconds" => number,
            "Seconds" => number * 1_000,
            "Minutes" => number * 60_000,
            "Hours" => number * 3_600_000,
            "Days" => number * 86_400_000,
            _ => null,
        };
        return milliseconds is { } whole && whole == Math.Floor(whole) && Math.Abs(whole) < 9e14 ? new TimeSpan((long)whole * TimeSpan.TicksPerMillisecond) : null;
    }

    private static ObjectValue Made(INamedTypeSymbol type, string member, ConstantValue value)
    {
        ObjectValue made = new(type, Frame.Empty, value.Syntax);
        made.Set(member, value);
        return made;
    }
}
