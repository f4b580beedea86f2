using System.Globalization;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>Changes of a configuration by the nodes that they are about; null for a node that is not at one place of the tree, since it is included or shared.</summary>
internal static class FluentdRemedies
{
    private static readonly (double Seconds, string Unit)[] Units = [(86400, "d"), (3600, "h"), (60, "m"), (1, "s")];

    extension(FluentdCheckContext context)
    {
        /// <summary>Writes parameters of a section.</summary>
        public FluentdEdit? Set(string title, FluentdElement section, params (string Key, string Text)[] parameters)
            => context.Places.Of(section) is { } path ? new SetParameters(title, path, Parameters(parameters.Select(p => (p.Key, FluentdValue.Text(p.Text))))) : null;

        /// <summary>Writes another text of the parameter at a place.</summary>
        public FluentdEdit? SetAt(string title, Origin origin, string text) => context.SetAt(title, origin, FluentdValue.Text(text));

        /// <summary>Writes another value of the parameter at a place.</summary>
        public FluentdEdit? SetAt(string title, Origin origin, FluentdValue value)
            => context.Places.Parameter(origin) is var (parameter, path) ? new SetParameters(title, path.Parent!, Parameters([(parameter.Key, value)])) : null;

        /// <summary>Gives a node another name.</summary>
        public FluentdEdit? Rename(string title, FluentdNode node, string name) => context.Places.Of(node) is { } path ? new RenameNode(title, path, name) : null;

        /// <summary>Takes a node out.</summary>
        public FluentdEdit? Remove(string title, FluentdNode node) => context.Places.Of(node) is { } path ? new RemoveNode(title, path) : null;

        /// <summary>Takes the parameter at a place out.</summary>
        public FluentdEdit? RemoveAt(string title, Origin origin) => context.Places.Parameter(origin) is var (_, path) ? new RemoveNode(title, path) : null;

        /// <summary>Moves a section before another one, where both are of the same section.</summary>
        public FluentdEdit? Move(string title, FluentdElement section, FluentdElement before)
            => context.Places.Of(section) is { } path && context.Places.Of(before) is { } other && path.Parent!.Equals(other.Parent) ? new MoveSection(title, path, other) : null;

        /// <summary>A change after which fluentd refuses no more than before; null for one that lets it read what it refuses then.</summary>
        public FluentdEdit? Accepted(FluentdEdit? edit)
            => edit is not null && context.AcceptanceOf(FluentdEditor.Apply(context.Root, edit)).Errors.Count <= context.Acceptance.Errors.Count ? edit : null;

        /// <summary>Adds a match at the end of the top level or of a label.</summary>
        public FluentdEdit? AddMatch(string title, FluentdElement section, string pattern, string type)
        {
            FluentdElement match = new("match", pattern, ValueList.From([(FluentdNode)new FluentdParameter("@type", FluentdValue.Text(type))]));
            return context.Places.Of(section) is { } path ? new AddSections(title, path, ValueList.From([match]), ValueList<string>.Empty) : null;
        }
    }

    /// <summary>A section of a plugin that says its type, which a plugin gives to one that says none.</summary>
    public static FluentdElement Typed(FluentdElement section, PluginSchema plugin)
    {
        string? type = plugin.Body.Section(section.Name)?.Parameters.FirstOrDefault(p => p.Name == "@type")?.Default;
        return type is null || section.Has("@type") ? section : section with { Nodes = ValueList.From(section.Nodes.Prepend(new FluentdParameter("@type", FluentdValue.Text(type)))) };
    }

    /// <summary>A length of time as people write it: <c>1h</c>.</summary>
    public static string Duration(double seconds)
    {
        (double unit, string name) = Units.First(u => u.Seconds == 1 || seconds % u.Seconds == 0);
        return (seconds / unit).ToString(CultureInfo.InvariantCulture) + name;
    }

    private static ValueList<FluentdParameter> Parameters(IEnumerable<(string Key, FluentdValue Value)> parameters) => ValueList.From(parameters.Select(p => new FluentdParameter(p.Key, p.Value)));
}
