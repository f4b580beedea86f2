using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>What one reading of a configuration knows: settings of the system, labels, ids and paths that are taken, and what was told so far.</summary>
internal sealed class ConfigurationRun(AcceptanceOptions options, PluginSchemas schemas)
{
    public AcceptanceOptions Options { get; } = options;

    public PluginSchemas Schemas { get; } = schemas;

    public List<FluentdProblem> Warnings { get; } = [];

    public List<FluentdProblem> Errors { get; } = [];

    /// <summary>Places whose meaning for the verdict is not known.</summary>
    public List<Origin> Unknowns { get; } = [];

    /// <summary><c>workers</c> of the system.</summary>
    public int Workers { get; set; } = 1;

    /// <summary>True where there may be more workers than <see cref="Workers"/>.</summary>
    public bool WorkersAreOpen { get; set; }

    /// <summary><c>root_dir</c> of the system.</summary>
    public string? RootFolder { get; set; }

    /// <summary><c>strict_config_value</c> of the system.</summary>
    public bool IsStrict { get; set; }

    /// <summary>True where labels may exist that are not known.</summary>
    public bool LabelsAreOpen { get; set; }

    public Dictionary<string, ConfElement> Labels { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Origin> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Paths taken, by what for (<c>buf_file</c>), with the type or id that took them.</summary>
    public Dictionary<(string Use, string Path), (string By, Origin Origin)> Paths { get; } = [];

    /// <summary>The schemas that sections were read by; a buffer is read by the output's and the buffer's.</summary>
    public List<(ConfElement Element, SectionSchema Schema)> Read { get; } = [];

    /// <summary>Parameters with a known text, as they were read.</summary>
    public List<WrittenParameter> Written { get; } = [];

    /// <summary>Flat parameters that a section was made of.</summary>
    public List<FlatParameter> Flat { get; } = [];

    /// <summary>The sections that were made of them.</summary>
    public List<MadeSection> Made { get; } = [];

    /// <summary>Does a part of the work that fluentd would not go on after; what is inside a refused section is not told to be unread as well.</summary>
    public void Part(ConfElement element, Action configure)
    {
        try
        {
            configure();
        }
        catch (RefusedException refused) when (Options.GoesOn)
        {
            Errors.Add(refused.Problem);
            element.ReadAll();
        }
    }

    public void Unknown(Origin origin) => Unknowns.Add(origin);

    /// <summary>The parameters that whoever read a section knows, to name the one that was meant.</summary>
    public ValueList<string> ParametersOf(ConfElement element)
        => ValueList.From(SchemasOf(element).SelectMany(s => s.Parameters).Select(p => p.Name).Where(n => n[0] != '@').Distinct());

    /// <summary>The sections that whoever read the section around it knows.</summary>
    public ValueList<string> SectionsBeside(ConfElement element)
        => ValueList.From(Around(element).SelectMany(s => s.Sections).Select(s => s.Name).Distinct());

    /// <summary>Why a parameter, or the section that it is in, is not read that another fluentd would read; null where none would.</summary>
    public string? AbsenceOf(ConfElement element, string parameter) => Absence(SchemasOf(element), parameter) ?? AbsenceOf(element);

    /// <summary>The same of a section.</summary>
    public string? AbsenceOf(ConfElement section) => Absence(Around(section), section.Name);

    private static string? Absence(IEnumerable<SectionSchema> schemas, string name)
        => schemas.Select(s => s.Absences.TryGetValue(name, out string? absence) ? absence : null).FirstOrDefault(a => a is not null);

    private IEnumerable<SectionSchema> Around(ConfElement element) => Read.Where(r => r.Element.Elements.Contains(element)).Select(r => r.Schema);

    private IEnumerable<SectionSchema> SchemasOf(ConfElement element) => Read.Where(r => r.Element == element).Select(r => r.Schema);

    public void Warn(FluentdCause cause, string message, Origin origin, string? subject = null)
        => Warnings.Add(new FluentdProblem(cause, "warn", message, origin) { Subject = subject });

    public static RefusedException Refuse(FluentdCause cause, string message, Origin origin, string? subject = null, string @class = "Fluent::ConfigError")
        => new(new FluentdProblem(cause, @class, message, origin) { Subject = subject });
}
