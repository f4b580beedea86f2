using System.Text;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary>What a template sees.</summary>
internal sealed class TemplateContext(string tag, FlowRecord record, Flow flow)
{
    private IReadOnlyList<string>? _parts;

    public string Tag { get; } = tag;

    public IReadOnlyList<string> Parts => _parts ??= RubyText.Parts(Tag);

    public FlowRecord Record { get; } = record;

    public Flow Flow { get; } = flow;

    /// <summary>A part of the tag, or what goes to it or from it on; counted from the end where the index is negative. Null where there is none.</summary>
    public string? Part(string kind, int index)
    {
        int at = index < 0 ? index + Parts.Count : index;
        if (at < 0 || at >= Parts.Count) return null;
        return kind switch
        {
            "tag_parts" => Parts[at],
            "tag_prefix" => string.Join(".", Parts.Take(at + 1)),
            _ => string.Join(".", Parts.Skip(at)),
        };
    }
}

/// <summary>The <c>&lt;record&gt;</c> of record_transformer.</summary>
internal sealed class RecordTemplate
{
    private const int Longest = 50_000;
    private static readonly Regex Placeholder = new(@"\$\{[^}]+\}|__[A-Z_]+__", RegexOptions.CultureInvariant);
    private static readonly Regex Only = new(@"\A(?:\$\{[^}]+\}|__[A-Z_]+__)\z", RegexOptions.CultureInvariant);

    private readonly RubyHash _fields = new();
    private readonly bool _isTyped;
    private readonly bool _isRuby;
    private bool _hasUnknownKey;

    private RecordTemplate(bool isTyped, bool isRuby) => (_isTyped, _isRuby) = (isTyped, isRuby);

    /// <summary>True where it has Ruby that is not understood, or values that are not known.</summary>
    public bool IsOpaque { get; private set; }

    public static RecordTemplate Of(IEnumerable<PluginSettings> sections, bool isTyped, bool isRuby)
    {
        RecordTemplate template = new(isTyped, isRuby);
        foreach (FluentdNode node in sections.SelectMany(s => s.Element.Nodes))
        {
            if (node is FluentdParameter { RubyKey: null } parameter)
            {
                template._fields[parameter.Key] = parameter.Value.Literal is { Length: <= Longest } text ? Parsed(text) : RubyUnknown.Value;
            }
            else if (node is not FluentdElement)
            {
                template._hasUnknownKey = true;
            }
        }

        template.IsOpaque = template._hasUnknownKey || !template.IsUnderstood(template._fields);
        return template;
    }

    /// <summary>Puts the fields into a record; false where others may be changed as well.</summary>
    /// <exception cref="RaisedException">A value cannot be made.</exception>
    public bool Fill(RubyHash record, TemplateContext context)
    {
        if (Expanded(_fields, context) is not RubyHash values) return false;
        record.Merge(values);
        return !_hasUnknownKey && (!_isRuby || !IsOpaque || OnlyReads(_fields));
    }

    private static RubyValue? Parsed(string text)
        => text.Length > 0 && text[0] is '{' or '[' && RubyJsonReader.TryRead(text, out FluentdDatum? json) ? RubyValue.Of(json) : RubyValue.Of(text);

    private RubyValue? Expanded(RubyValue? value, TemplateContext context)
    {
        context.Flow.Budget.Take();
        switch (value)
        {
            case RubyScalar { Value: FluentdDatum.Text { Value: var text } }:
                return Expanded(text, context, mustBeText: false);
            case RubyHash hash:
                RubyHash expanded = new();
                foreach (KeyValuePair<string, RubyValue?> item in hash.Items)
                {
                    if (Expanded(item.Key, context, mustBeText: true) is not RubyScalar { Value: FluentdDatum.Text key }) return RubyUnknown.Value;
                    expanded[key.Value] = Expanded(item.Value, context);
                }

                return expanded;
            case RubyArray array:
                return new RubyArray([.. array.Items.Select(i => Expanded(i, context))]);
            default:
                return value;
        }
    }

    private RubyValue? Expanded(string text, TemplateContext context, bool mustBeText)
    {
        if (_isRuby) return RubyTemplate.Of(text, _isTyped && !mustBeText) is { } ruby ? ruby.Value(context) : RubyUnknown.Value;
        if (_isTyped && !mustBeText && Only.IsMatch(text)) return Find(text, context);
        StringBuilder expanded = new();
        int at = 0;
        foreach (System.Text.RegularExpressions.Match match in Placeholder.Matches(text))
        {
            if (Texted(Find(match.Value, context), context) is not { } value) return RubyUnknown.Value;
            context.Flow.Budget.Take(value.Length + match.Index - at);
            expanded.Append(text, at, match.Index - at).Append(value);
            at = match.Index + match.Length;
        }

        return RubyValue.Of(expanded.Append(text, at, text.Length - at).ToString());
    }

    private static string? Texted(RubyValue? value, TemplateContext context)
    {
        try
        {
            return value is RubyUnknown ? null : RubyValue.Text(value, context.Flow.Budget);
        }
        catch (UndecidedException) when (value is RubyHash or RubyArray && context.Flow.Budget.IsLeft)
        {
            return null; // something in it is not known
        }
    }

    private static RubyValue? Find(string placeholder, TemplateContext context)
    {
        string name = placeholder[0] == '$' ? placeholder.Substring(2, placeholder.Length - 3) : "";
        switch (name)
        {
            case "tag": return RubyValue.Of(context.Tag);
            case "hostname": return context.Flow.Options.Hostname is { } host ? RubyValue.Of(host) : RubyUnknown.Value;
            case "time": return context.Flow.Options.Time is { } time ? RubyValue.Of(time) : RubyUnknown.Value;
        }

        if (name.StartsWith("record[\"", StringComparison.Ordinal) && name.EndsWith("\"]", StringComparison.Ordinal) && name.Length >= 10)
        {
            string key = name.Substring(8, name.Length - 10);
            if (context.Record.IsOpaque) return RubyUnknown.Value;
            if (context.Record.Fields.Has(key)) return context.Record.Fields[key];
        }
        else if (Index(name) is var (kind, index) && context.Part(kind, index) is { } part)
        {
            return RubyValue.Of(part);
        }

        context.Flow.Warn($"unknown placeholder `{placeholder}` found");
        return null;
    }

    // "tag_parts[0]", "tag_suffix[-1]": the number as Ruby would write it.
    private static (string Kind, int Index)? Index(string name)
    {
        int open = name.IndexOf('[');
        if (open < 0 || name[name.Length - 1] != ']' || name.Substring(0, open) is not ("tag_parts" or "tag_prefix" or "tag_suffix")) return null;
        string digits = name.Substring(open + 1, name.Length - open - 2);
        bool isNumber = int.TryParse(digits, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out int index);
        return isNumber && index.ToString(System.Globalization.CultureInfo.InvariantCulture) == digits ? (name.Substring(0, open), index) : null;
    }

    private bool IsUnderstood(RubyValue? value) => value switch
    {
        RubyUnknown => false,
        RubyScalar { Value: FluentdDatum.Text { Value: var text } } => !_isRuby || RubyTemplate.Of(text, _isTyped) is not null,
        RubyHash hash => hash.Items.All(i => (!_isRuby || RubyTemplate.Of(i.Key, false) is not null) && IsUnderstood(i.Value)),
        RubyArray array => array.Items.TrueForAll(IsUnderstood),
        _ => true,
    };

    private static bool OnlyReads(RubyValue? value) => value switch
    {
        RubyScalar { Value: FluentdDatum.Text { Value: var text } } => RubyTemplate.OnlyReads(text),
        RubyHash hash => hash.Items.All(i => RubyTemplate.OnlyReads(i.Key) && OnlyReads(i.Value)),
        RubyArray array => array.Items.TrueForAll(OnlyReads),
        _ => true,
    };
}
