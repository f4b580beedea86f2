using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Engine;

/// <summary>A label whose name does not look like one.</summary>
internal static class LabelHasNoAtSign
{
    /// <summary>AUD2089.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2089", "The name of a label has no @", FindingSeverity.Info);

    /// <summary>Looks at each label.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (FluentdElement label in context.Root.All.Where(e => e.Name == "label" && e.RubyArgument is null && e.Argument.Length > 0 && e.Argument[0] != '@'))
        {
            findings.Add(Descriptor.At(label.Origin, $"fluentd takes '{label.Argument}' as a name, and '@{label.Argument}' is another. Write <label @{label.Argument}>, and the same where events are sent to it.") with { Remedy = Renamed(context, label.Argument) });
        }
    }

    private static FluentdEdit? Renamed(FluentdCheckContext context, string label)
        => context.Root.All.Any(e => e.Name == "label" && e.Argument == "@" + label) ? null : new RenameLabel($"Name the label @{label}, there and where events are sent to it", label, "@" + label);
}
