using System.Globalization;
using System.Numerics;
using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary>
/// An expression of Ruby that only looks up and chooses: <c>record["a"]["b"]</c>, <c>record.dig("a", "b")</c>, <c>tag_parts[1]</c>, texts, <c>nil?</c>, <c>?:</c>, <c>||</c>,
/// <c>&amp;&amp;</c>, <c>==</c>.
/// </summary>
internal sealed class RubyLookup
{
    private readonly Func<TemplateContext, RubyValue?> _value;

    private RubyLookup(Func<TemplateContext, RubyValue?> value) => _value = value;

    /// <summary>The expression that begins at a place; null where there is none that is understood.</summary>
    public static RubyLookup? Parse(string text, int start, int limit, out int end)
    {
        Reader reader = new(text, start, limit);
        Func<TemplateContext, RubyValue?>? value = reader.Choice(0);
        reader.SkipBlanks();
        end = reader.At;
        return value is null ? null : new RubyLookup(value);
    }

    public RubyValue? Value(TemplateContext context) => _value(context);

    private static bool IsTrue(RubyValue? value) => value is RubyUnknown ? throw new UndecidedException(RubyUnknown.Reason) : value is not (null or RubyScalar { Value: FluentdDatum.Boolean { Value: false } });

    private static RubyValue Flag(bool value) => new RubyScalar(new FluentdDatum.Boolean(value));

    private static RubyValue? Inside(RubyValue? value, RubyValue? key, bool mayBeNil)
    {
        if (value is RubyUnknown || key is RubyUnknown) throw new UndecidedException(RubyUnknown.Reason);
        switch (value, key)
        {
            case (null, _): return mayBeNil ? null : throw new RaisedException("NoMethodError", "undefined method `[]' for nil:NilClass");
            case (RubyHash hash, RubyScalar { Value: FluentdDatum.Text name }): return hash[name.Value];
            case (RubyHash, _): return null;
            case (RubyArray array, RubyScalar { Value: FluentdDatum.Integer index }):
                BigInteger place = index.Value < 0 ? index.Value + array.Items.Count : index.Value;
                return place >= 0 && place < array.Items.Count ? array.Items[(int)place] : null;
            case (RubyArray, RubyScalar { Value: FluentdDatum.Text }): throw new RaisedException("TypeError", "no implicit conversion of String into Integer");
            case (RubyScalar { Value: FluentdDatum.Text text }, RubyScalar { Value: FluentdDatum.Text part }):
                return text.Value.IndexOf(part.Value, StringComparison.Ordinal) >= 0 ? RubyValue.Of(part.Value) : null;
            case (RubyScalar { Value: FluentdDatum.Boolean }, _):
                throw new RaisedException("NoMethodError", $"undefined method `[]' for {RubyValue.Text(value, new WorkBudget(10))}:{RubyValue.ClassOf(value)}");
            default: throw new UndecidedException("only Ruby can tell");
        }
    }

    private static RubyValue? Dug(RubyValue? value, IReadOnlyList<RubyValue?> keys)
    {
        if (value is null) throw new RaisedException("NoMethodError", "undefined method `dig' for nil:NilClass");
        foreach (RubyValue? key in keys)
        {
            if (value is null) return null;
            value = value switch
            {
                RubyHash or RubyArray => Inside(value, key, true),
                RubyUnknown => throw new UndecidedException(RubyUnknown.Reason),
                _ => throw new RaisedException("TypeError", $"{RubyValue.ClassOf(value)} does not have #dig method"),
            };
        }

        return value;
    }

    private static bool AreEqual(RubyValue? left, RubyValue? right) => (left, right) switch
    {
        (RubyUnknown, _) or (_, RubyUnknown) => throw new UndecidedException(RubyUnknown.Reason),
        (null, null) => true,
        (null, _) or (_, null) => false,
        (RubyScalar { Value: FluentdDatum.Integer or FluentdDatum.Float }, RubyScalar { Value: FluentdDatum.Integer or FluentdDatum.Float } r) => ((RubyScalar)left).Value.Equals(r.Value) || (((RubyScalar)left).Value.GetType() != r.Value.GetType() ? throw new UndecidedException("only Ruby can tell") : false),
        (RubyScalar l, RubyScalar r) => l.Value.Equals(r.Value),
        (RubyScalar, _) or (_, RubyScalar) => false,
        _ => throw new UndecidedException("only Ruby can tell"),
    };

    private sealed class Reader(string text, int start, int limit)
    {
        private const int DeepestNesting = 50;

        public int At { get; private set; } = start;

        private char Current => At < limit ? text[At] : '\0';

        public void SkipBlanks()
        {
            while (Current is ' ' or '\t') At++;
        }

        public Func<TemplateContext, RubyValue?>? Choice(int depth)
        {
            if (depth > DeepestNesting || Or(depth) is not { } condition) return null;
            SkipBlanks();
            if (Current != '?') return condition;
            At++;

            // "?a" is a character to Ruby.
            if (Current is not (' ' or '\t' or '"' or '\'' or '(') || Choice(depth + 1) is not { } yes || !Skip(":") || Choice(depth + 1) is not { } no) return null;
            return c => IsTrue(condition(c)) ? yes(c) : no(c);
        }

        private Func<TemplateContext, RubyValue?>? Or(int depth)
        {
            Func<TemplateContext, RubyValue?>? left = And(depth);
            while (left is not null && Skip("||"))
            {
                Func<TemplateContext, RubyValue?> first = left;
                if (And(depth) is not { } second) return null;
                left = c => first(c) is var value && IsTrue(value) ? value : second(c);
            }

            return left;
        }

        private Func<TemplateContext, RubyValue?>? And(int depth)
        {
            Func<TemplateContext, RubyValue?>? left = Equality(depth);
            while (left is not null && Skip("&&"))
            {
                Func<TemplateContext, RubyValue?> first = left;
                if (Equality(depth) is not { } second) return null;
                left = c => first(c) is var value && IsTrue(value) ? second(c) : value;
            }

            return left;
        }

        private Func<TemplateContext, RubyValue?>? Equality(int depth)
        {
            if (Not(depth) is not { } left) return null;
            bool isEqual = Skip("==");
            if (!isEqual && !Skip("!=")) return left;
            return Current != '=' && Not(depth) is { } right ? c => Flag(AreEqual(left(c), right(c)) == isEqual) : null;
        }

        private Func<TemplateContext, RubyValue?>? Not(int depth)
        {
            if (depth > DeepestNesting) return null;
            SkipBlanks();
            if (Current != '!') return Calls(depth);
            At++;
            return Not(depth + 1) is { } inside ? c => Flag(!IsTrue(inside(c))) : null;
        }

        private Func<TemplateContext, RubyValue?>? Calls(int depth)
        {
            Func<TemplateContext, RubyValue?>? value = Atom(depth);
            while (value is not null)
            {
                Func<TemplateContext, RubyValue?> target = value;
                bool mayBeNil = Current == '&' && Peek("&.");
                if (Current == '[')
                {
                    At++;
                    value = Choice(depth + 1) is { } key && Skip("]") ? c => Inside(target(c), key(c), false) : null;
                }
                else if (Current == '.' || mayBeNil)
                {
                    At += mayBeNil ? 2 : 1;
                    value = Call(target, mayBeNil, depth);
                }
                else
                {
                    return value;
                }
            }

            return null;
        }

        private Func<TemplateContext, RubyValue?>? Call(Func<TemplateContext, RubyValue?> target, bool mayBeNil, int depth)
        {
            if (Peek("nil?"))
            {
                At += 4;
                return mayBeNil ? null : c => target(c) is RubyUnknown ? throw new UndecidedException(RubyUnknown.Reason) : Flag(target(c) is null);
            }

            if (Peek("to_s") && !IsNamePart(At + 4))
            {
                At += 4;
                return c => target(c) is { } value ? RubyValue.Of(RubyValue.Text(value, c.Flow.Budget)) : mayBeNil ? null : RubyValue.Of("");
            }

            if (!Peek("dig(")) return null;
            At += 4;
            List<Func<TemplateContext, RubyValue?>> keys = [];
            do
            {
                if (Choice(depth + 1) is not { } key) return null;
                keys.Add(key);
            }
            while (Skip(","));
            return Skip(")") ? c => mayBeNil && target(c) is null ? null : Dug(target(c), [.. keys.Select(k => k(c))]) : null;
        }

        private Func<TemplateContext, RubyValue?>? Atom(int depth)
        {
            SkipBlanks();
            if (Current is '"' or '\'') return Text();
            if (Current == '(')
            {
                At++;
                return Choice(depth + 1) is { } inside && Skip(")") ? inside : null;
            }

            int from = At;
            if (Current == '-') At++;
            while (Current is >= '0' and <= '9') At++;
            if (At > from)
            {
                string digits = text.Substring(from, At - from);
                bool isPlain = !IsNamePart(At) && Current != '.' && (digits == "0" || digits.TrimStart('-') is { Length: > 0 and < 19 } d && d[0] != '0');
                return isPlain ? new Constant(new RubyScalar(new FluentdDatum.Integer(long.Parse(digits, CultureInfo.InvariantCulture)))).Value : null;
            }

            while (IsNamePart(At)) At++;
            return Named(text.Substring(from, At - from));
        }

        private static Func<TemplateContext, RubyValue?>? Named(string name) => name switch
        {
            "nil" => _ => null,
            "true" => _ => Flag(true),
            "false" => _ => Flag(false),
            "tag" => c => RubyValue.Of(c.Tag),
            "record" => c => c.Record.IsOpaque ? RubyUnknown.Value : c.Record.Fields,
            "hostname" => c => c.Flow.Options.Hostname is { } host ? RubyValue.Of(host) : RubyUnknown.Value,
            "tag_parts" or "tag_prefix" or "tag_suffix" => c => new RubyArray([.. c.Parts.Select((_, i) => RubyValue.Of(c.Part(name, i)!))]),
            _ => null,
        };

        private Func<TemplateContext, RubyValue?>? Text()
        {
            char quote = text[At];
            int end = text.IndexOf(quote, At + 1);
            if (end < 0 || end >= limit) return null;
            string inside = text.Substring(At + 1, end - At - 1);
            At = end + 1;
            return inside.IndexOfAny(['\\', '#', '\n', '}', '$']) >= 0 ? null : new Constant(RubyValue.Of(inside)).Value;
        }

        private bool IsNamePart(int at) => at < limit && text[at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

        private bool Peek(string token) => At + token.Length <= limit && string.CompareOrdinal(text, At, token, 0, token.Length) == 0;

        private bool Skip(string token)
        {
            SkipBlanks();
            if (!Peek(token)) return false;
            At += token.Length;
            return true;
        }
    }

    private sealed class Constant(RubyValue value)
    {
        public RubyValue Value(TemplateContext _) => value;
    }
}
