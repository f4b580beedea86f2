using System.Globalization;
using System.Numerics;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>A value that fluentd has in memory for a parameter; null stands for Ruby's nil.</summary>
public abstract record FluentdDatum
{
    private protected FluentdDatum()
    {
    }

    /// <summary>The value as Ruby's <c>to_s</c> writes it.</summary>
    internal abstract string ToText();

    /// <summary>The value as Ruby's <c>inspect</c> writes it in messages.</summary>
    internal virtual string Inspect() => ToText();

    /// <summary>A value as in a message, with its class where Ruby names it.</summary>
    internal static string Described(FluentdDatum? datum) => datum switch
    {
        null => "nil:NilClass",
        Boolean { Value: true } => "true:TrueClass",
        Boolean => "false:FalseClass",
        List => datum.Inspect() + ":Array",
        Map => datum.Inspect() + ":Hash",
        _ => datum.Inspect(),
    };

    /// <summary>True or false.</summary>
    public sealed record Boolean(bool Value) : FluentdDatum
    {
        internal override string ToText() => Value ? "true" : "false";
    }

    /// <summary>A whole number of any size.</summary>
    public sealed record Integer(BigInteger Value) : FluentdDatum
    {
        internal override string ToText() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A floating point number.</summary>
    public sealed record Float(double Value) : FluentdDatum
    {
        internal override string ToText() => RubyJson.Float(Value);
    }

    /// <summary>Text, or a symbol of an enumeration.</summary>
    public sealed record Text(string Value) : FluentdDatum
    {
        internal override string ToText() => Value;

        internal override string Inspect()
        {
            System.Text.StringBuilder text = new("\"");
            foreach (char c in Value) _ = RubyJson.Escape(c) is { } escape ? text.Append(escape) : text.Append(c);
            return text.Append('"').ToString();
        }
    }

    /// <summary>A regular expression of Ruby.</summary>
    /// <param name="Pattern">The pattern without slashes.</param>
    /// <param name="Options">Ruby's number of its options: 1 for i, 4 for m, 16 where its encoding is fixed.</param>
    public sealed record Regexp(string Pattern, int Options) : FluentdDatum
    {
        /// <summary>True with the option i.</summary>
        public bool IgnoresCase => (Options & 1) != 0;

        /// <summary>True with the option m: <c>.</c> matches line breaks too.</summary>
        public bool IsMultiline => (Options & 4) != 0;

        internal override string ToText() => $"(?{(IsMultiline ? "m" : "")}{(IgnoresCase ? "i" : "")}{(IsMultiline && IgnoresCase ? "-x" : IsMultiline ? "-ix" : IgnoresCase ? "-mx" : "-mix")}:{Pattern})";

        internal override string Inspect() => $"/{Pattern}/{(IsMultiline ? "m" : "")}{(IgnoresCase ? "i" : "")}";
    }

    /// <summary>An array; an element may be nil.</summary>
    public sealed record List(ValueList<FluentdDatum?> Items) : FluentdDatum
    {
        internal override string ToText() => $"[{string.Join(", ", Items.Select(i => i?.Inspect() ?? "nil"))}]";
    }

    /// <summary>A hash in the order of its names, each once; a value may be nil.</summary>
    public sealed record Map(ValueList<KeyValuePair<string, FluentdDatum?>> Items) : FluentdDatum
    {
        internal override string ToText() => $"{{{string.Join(", ", Items.Select(i => $"{new Text(i.Key).Inspect()}=>{i.Value?.Inspect() ?? "nil"}"))}}}";
    }
}
