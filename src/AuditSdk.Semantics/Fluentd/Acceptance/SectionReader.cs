using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>
/// Reads a section by its schema in fluentd's order, which decides what stops it first: the argument, the parameters as they are declared, then the sections inside
/// (config/section.rb of 1.18).
/// </summary>
/// <param name="run">The reading.</param>
/// <param name="kind">The plugin's kind; null outside of plugins.</param>
/// <param name="type">The plugin's type; null outside of plugins.</param>
/// <param name="isStrict">True where numbers and switches have to be ones (<c>strict_config_value</c>).</param>
internal sealed class SectionReader(ConfigurationRun run, string? kind, string? type, bool isStrict)
{
    // Sections of the root that have no schema.
    private static readonly string[] OfEngine = ["match", "source", "filter", "system"];

    private readonly List<string> _stack = [];

    public ReadSection Read(SectionSchema schema, ConfElement element)
    {
        ReadSection section = new(schema, element, run);
        run.Read.Add((element, schema));
        foreach (ParameterSchema parameter in schema.Argument is { } first ? [first, .. schema.Parameters] : schema.Parameters) SetDefault(section, parameter);
        if (schema.Argument is { } argument) ReadArgument(section, argument);
        foreach (ParameterSchema parameter in schema.Parameters) ReadParameter(section, parameter);
        MarkUnused(schema, element);
        foreach (SectionSchema inner in schema.Sections) ReadSections(section, inner);
        return section;
    }

    private string Place => _stack.Count == 0 ? "" : ", in section " + string.Join(" > ", _stack);

    private void SetDefault(ReadSection section, ParameterSchema parameter)
    {
        if (!parameter.HasDefault) return;
        ConfValue value = new(null, !parameter.IsComputed, default);
        section.Set(parameter.Name, parameter.Default is { } text ? value with { Datum = Default(parameter, text) } : value);
    }

    private static FluentdDatum? Default(ParameterSchema parameter, string text)
        => parameter.Type.Name is "custom" or "symbol" or "enum" ? new FluentdDatum.Text(text) : parameter.Type.Read(text, parameter.Name).Value;

    private void ReadArgument(ReadSection section, ParameterSchema argument)
    {
        ConfElement element = section.Element;
        if (element.Argument is null)
        {
            section.Set(argument.Name, new ConfValue(null, false, element.Origin));
            return;
        }

        if (element.Argument.Length > 0) section.Set(argument.Name, Convert(argument, ConfValue.Of(element.Argument, element.Origin)));
        if (!section.Has(argument.Name)) throw Refuse(FluentdCause.ArgumentMissing, $"'<{section.Schema.Name} ARG>' section requires argument{Place}", element.Origin, section.Schema.Name);
    }

    private void ReadParameter(ReadSection section, ParameterSchema parameter)
    {
        ConfElement element = section.Element;
        string? written = element.Has(parameter.Name) ? parameter.Name : parameter.Alias is { } alias && element.Has(alias) ? alias : null;
        if (written is not null) ReadWritten(section, parameter, written, element.Peek(written)!.Value);
        else if (section.Has(parameter.Name)) return;
        else if (element.IsOpen) Unknown(section, parameter);
        else throw Refuse(parameter.Name == "@type" ? FluentdCause.TypeMissing : FluentdCause.ParameterMissing, $"'{parameter.Name}' parameter is required{Place}", element.Origin, parameter.Name);
    }

    private void ReadWritten(ReadSection section, ParameterSchema parameter, string written, ConfValue value)
    {
        if (value is { IsKnown: true, Datum: FluentdDatum.Text { Value: var text } }) run.Written.Add(new WrittenParameter(parameter, written, text, value.Origin) { Secret = value.Secret });
        ConfValue read = value.IsDefault ? Default(section, parameter, value) : Convert(parameter, value);
        section.Set(parameter.Name, read);
        if (read is { IsKnown: true, Datum: null } && !parameter.TakesNil && run.Options.Target.Newest >= new Version(1, 8))
        {
            throw Refuse(FluentdCause.ValueInvalid, FluentdReading.NilRefused(parameter.Name), value.Origin, value.Text);
        }

        if (parameter.Deprecated is { } deprecated) run.Warn(FluentdCause.ParameterDeprecated, $"'{parameter.Name}' parameter is deprecated: {deprecated}", value.Origin, written);
        if (parameter.Removed is { } removed)
        {
            throw Refuse(FluentdCause.ParameterRemoved, $"'{parameter.Name}' parameter is already removed: {removed}{Place}", value.Origin, written, "Fluent::ObsoletedParameterError");
        }
    }

    private void Unknown(ReadSection section, ParameterSchema parameter)
    {
        section.Set(parameter.Name, new ConfValue(null, false, section.Element.Origin));
        run.Unknown(section.Element.Origin);
    }

    private ConfValue Default(ReadSection section, ParameterSchema parameter, ConfValue value)
    {
        if (!section.Has(parameter.Name)) throw Refuse(FluentdCause.ParameterMissing, $"'{parameter.Name}' doesn't have default value", value.Origin, parameter.Name);
        return new ConfValue(section.TryGet(parameter.Name, out FluentdDatum? datum) ? datum : null, !parameter.IsComputed, value.Origin);
    }

    private ConfValue Convert(ParameterSchema parameter, ConfValue value)
    {
        if (!value.IsKnown)
        {
            // Any text is a string; anything else may be refused.
            if (parameter.Type.Name is not ("string" or "symbol")) run.Unknown(value.Origin);
            return value;
        }

        if (value.Datum is null) return value;
        if (parameter.Type.Name == "custom") return CustomType.Read(kind, type, _stack, parameter, value, Refuse);
        if (parameter.Type.Name == "symbol") return value with { Datum = value.Text is { Length: > 0 } text ? new FluentdDatum.Text(text[0] == ':' ? text.Substring(1) : text) : null };
        if (isStrict && StrictValues.Error(parameter.Type, value.Datum, parameter.Name) is { } strict) throw Refuse(FluentdCause.ValueInvalid, strict, value.Origin, value.Text);
        FluentdReading reading = parameter.Type.Read(value.Datum, parameter.Name);
        return reading.Error is { } error ? throw Refused(parameter, value, error) : value with { Datum = reading.Value };
    }

    // Only fluentd's own errors make it print the section.
    private RefusedException Refused(ParameterSchema parameter, ConfValue value, string error)
    {
        bool hasRegexp = parameter.Type.Name == "regexp" || parameter.Type.Element?.Name == "regexp";
        string @class = hasRegexp && !error.StartsWith("invalid regexp", StringComparison.Ordinal) && !error.Contains(" required but got ") ? "RegexpError"
            : error.StartsWith("unexpected token", StringComparison.Ordinal) ? "JSON::ParserError"
            : error.StartsWith("can't modify frozen", StringComparison.Ordinal) ? "FrozenError"
            : error.StartsWith("undefined method", StringComparison.Ordinal) ? "NoMethodError"
            : error.StartsWith("invalid number of elements", StringComparison.Ordinal) ? "ArgumentError"
            : "Fluent::ConfigError";
        FluentdCause cause = hasRegexp ? FluentdCause.RegexpInvalid : parameter.Type.Name == "enum" ? FluentdCause.EnumValueUnknown : FluentdCause.ValueInvalid;
        FluentdProblem problem = Refuse(cause, error, value.Origin, value.Text, @class).Problem;
        return new RefusedException(problem with { Candidates = parameter.Type.Values });
    }

    private void ReadSections(ReadSection section, SectionSchema schema)
    {
        ConfElement element = section.Element;
        List<ConfElement> written = [.. element.Elements.Where(e => schema.Is(e.Name))];
        if (written.Count == 0 && schema.IsInit && element.IsOpen && schema.Parameters.Any(p => !p.HasDefault)) return;
        if (written.Count == 0 && schema.IsInit) written.Add(Initial(schema, element));
        if (schema.IsRequired && written.Count == 0)
        {
            if (!element.IsOpen) throw Refuse(FluentdCause.SectionMissing, $"'<{schema.Name}>' sections are required{Place}", element.Origin, schema.Name);
            run.Unknown(element.Origin);
        }

        if (!schema.IsMulti && written.Count > 1) throw Refuse(FluentdCause.SectionRepeated, $"'<{schema.Name}>' section cannot be written twice or more{Place}", written[1].Origin, schema.Name);
        if (schema.IsOpen)
        {
            foreach (ConfElement open in written) open.ReadAll();
            return;
        }

        _stack.Add(schema.Name);
        section.Add(schema.Name, written.Select(w => Read(schema, w)));
        _stack.RemoveAt(_stack.Count - 1);
    }

    private static ConfElement Initial(SectionSchema schema, ConfElement parent)
    {
        if (schema.Argument is { HasDefault: false })
        {
            throw ConfigurationRun.Refuse(FluentdCause.SectionMissing, $"{schema.Name}: init is specified, but default value of argument is missing", parent.Origin, schema.Name, "ArgumentError");
        }

        string[] missing = [.. schema.Parameters.Where(p => !p.HasDefault).Select(p => p.Name)];
        if (missing.Length == 0) return new ConfElement(schema.Name, "", parent.Origin);
        string message = $"{schema.Name}: init is specified, but there're parameters without default values:{string.Join(",", missing)}";
        throw ConfigurationRun.Refuse(FluentdCause.SectionMissing, message, parent.Origin, schema.Name, "ArgumentError");
    }

    private void MarkUnused(SectionSchema schema, ConfElement element)
    {
        foreach (ConfElement inner in element.Elements)
        {
            if ((type is null && OfEngine.Contains(inner.Name)) || inner.IsUsed) continue;
            if (schema.Sections.Any(s => s.Is(inner.Name))) inner.Use();
            else inner.MarkUnused(string.IsNullOrEmpty(element.Argument) ? element.Name : $"{element.Name} {element.Argument}", type);
        }
    }

    private RefusedException Refuse(FluentdCause cause, string message, Origin origin, string? subject, string @class = "Fluent::ConfigError")
        => new(new FluentdProblem(cause, @class, message, origin)
        {
            Subject = subject,
            Plugin = type is null ? null : $"{kind}.{type}",
            PrintsSection = @class is "Fluent::ConfigError" or "Fluent::ObsoletedParameterError",
        });
}
