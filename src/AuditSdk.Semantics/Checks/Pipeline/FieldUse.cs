using System.Globalization;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Routing.Regexps;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>A place of a pipeline that uses a field of events.</summary>
/// <param name="Key">The field as it is written there.</param>
/// <param name="Path">The names on the way to it.</param>
/// <param name="Origin">The place.</param>
internal sealed record FieldUse(string Key, IReadOnlyList<string> Path, Origin Origin)
{
    private const int MostNumbered = 20;

    private static readonly string[] KeyParameters = ["target_index_key", "target_type_key", "id_key", "parent_key", "routing_key"];
    private static readonly Regex OfRecord = new(@"record(?:\[(?:""([^""#\\]+)""|'([^'\\]+)')\])+", RegexOptions.CultureInvariant);

    /// <summary>How the value is tested; null where it is only read.</summary>
    public FieldTest? Test { get; private init; }

    /// <summary>The uses in a filter or match, inner outputs included.</summary>
    public static IEnumerable<FieldUse> In(FluentdElement step)
    {
        if (step.IsOpen) return [];
        return step.Text("@type").Or(null) switch
        {
            "grep" => OfGrep(step),
            "record_transformer" => step.Sections("record").SelectMany(r => r.Parameters).SelectMany(OfTemplate),
            "parser" => Named(step, "key_name"),
            "rewrite_tag_filter" => step.Sections("rule").Where(r => !r.IsOpen).SelectMany(r => Tested(r, new(FieldTestKind.Rule, r.Flag("invert").Or(false)))),
            "copy" or "roundrobin" => step.Sections("store").SelectMany(In),
            _ when step.Name is "match" or "store" => OfOutput(step),
            _ => [],
        };
    }

    private static IEnumerable<FieldUse> OfGrep(FluentdElement grep)
    {
        foreach ((string name, FieldTestKind kind) in new[] { ("regexp", FieldTestKind.Keeps), ("exclude", FieldTestKind.Drops) })
        {
            for (int i = 1; i <= MostNumbered; i++)
            {
                Node<string> text = grep.Text(name + i.ToString(CultureInfo.InvariantCulture));
                if (text.IsKnown && text.Value.IndexOf(' ') is > 0 and var blank && Of(text.Value.Substring(0, blank), text.Origin) is { } use) yield return use with { Test = new(kind, false, new RubyRegexp(text.Value.Substring(blank + 1))) };
            }

            foreach (FieldUse use in grep.Sections(name).SelectMany(s => Tested(s, new(kind, false)))) yield return use;

            // Of one group alone it depends on the others what a condition does.
            foreach (FieldUse use in grep.Elements.Where(e => e.Name is "and" or "or").SelectMany(g => g.Sections(name)).SelectMany(s => Named(s, "key"))) yield return use;
        }
    }

    private static IEnumerable<FieldUse> OfOutput(FluentdElement output)
    {
        foreach (string parameter in KeyParameters.Where(output.Has))
        {
            foreach (FieldUse use in Named(output, parameter)) yield return use;
        }

        foreach (FluentdElement buffer in output.Sections("buffer").Where(b => b.RubyArgument is null))
        {
            foreach (string key in buffer.Argument.Split(',').Select(k => k.Trim()).Where(k => k.Length > 0 && k is not ("tag" or "time" or "[]")))
            {
                if (Of(key, buffer.Origin) is { } use) yield return use;
            }
        }
    }

    private static IEnumerable<FieldUse> OfTemplate(FluentdParameter parameter)
        => OfRecord.Matches(parameter.Value.Literal ?? "").Cast<Match>().Select(m =>
            new FieldUse(m.Value, [.. m.Groups[1].Captures.Cast<Capture>().Concat(m.Groups[2].Captures.Cast<Capture>()).OrderBy(c => c.Index).Select(c => c.Value)], parameter.Origin));

    private static IEnumerable<FieldUse> Tested(FluentdElement section, FieldTest test)
    {
        RubyRegexp? pattern = section.Text("pattern").Or(null) is { } text && new FluentdType("regexp").Read(text, "pattern").Value is FluentdDatum.Regexp regexp ? new RubyRegexp(regexp) : null;
        return Named(section, "key").Select(u => pattern is null ? u : u with { Test = test with { Pattern = pattern } });
    }

    private static IEnumerable<FieldUse> Named(FluentdElement section, string parameter)
        => section.Text(parameter) is { IsKnown: true, Value.Length: > 0 } key && Of(key.Value, key.Origin) is { } use ? [use] : [];

    private static FieldUse? Of(string key, Origin origin)
    {
        try
        {
            return RecordAccessor.Of(key).Names is { Count: > 0 } path ? new FieldUse(key, path, origin) : null;
        }
        catch (Exception e) when (e is RaisedException or UndecidedException)
        {
            return null;
        }
    }
}

/// <summary>What a test of a field's value does.</summary>
internal enum FieldTestKind
{
    /// <summary>Events that it does not match are dropped.</summary>
    Keeps,

    /// <summary>Events that it matches are dropped.</summary>
    Drops,

    /// <summary>Events that it matches get a new tag.</summary>
    Rule,
}

/// <summary>A test of a field's value.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="IsInverted">True where it means the values that do not match.</param>
/// <param name="Pattern">The expression; null where it is not known.</param>
internal sealed record FieldTest(FieldTestKind Kind, bool IsInverted, RubyRegexp? Pattern = null);
