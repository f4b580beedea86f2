using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>Parameters of a section as whoever asks what is certain wants them: of equal names the last counts, and what Ruby, an include or code that nobody ran may bring is unknown.</summary>
internal static class SectionTexts
{
    private static readonly FluentdType Switch = new("bool");

    extension(FluentdElement element)
    {
        /// <summary>True where there may be parameters or sections that are not known.</summary>
        public bool IsOpen => element.Nodes.Any(n => n is FluentdInclude or FluentdUnknown or FluentdParameter { RubyKey: not null });

        /// <summary>The parameter as it is written; null where it is left out, or not known.</summary>
        public FluentdParameter? Find(string name) => element.Parameters.LastOrDefault(p => p.Key == name && p.RubyKey is null);

        /// <summary>The text of a parameter; absent where it is certainly left out.</summary>
        public Node<string> Text(string name)
        {
            if (element.Find(name) is { } parameter) return parameter.Value.Literal is { } text ? Node<string>.Of(text, parameter.Origin) : Node<string>.Unknown(parameter.Origin);
            return element.IsOpen ? Node<string>.Unknown(element.Origin) : Node<string>.Absent;
        }

        /// <summary>A switch; absent where it is left out, unknown where fluentd would refuse it.</summary>
        public Node<bool> Flag(string name)
        {
            Node<string> text = element.Text(name);
            if (!text.IsKnown) return text.State == NodeState.Absent ? Node<bool>.Absent : Node<bool>.Unknown(text.Origin);
            return Switch.Read(text.Value, name).Value is FluentdDatum.Boolean { Value: var value } ? Node<bool>.Of(value, text.Origin) : Node<bool>.Unknown(text.Origin);
        }

        /// <summary>The place of a parameter, or of the section where it is left out.</summary>
        public Origin OriginOf(string name) => element.Find(name)?.Origin ?? element.Origin;

        /// <summary>The section and all inside of it, at any depth.</summary>
        public IEnumerable<FluentdElement> All => new[] { element }.Concat(element.Elements.SelectMany(e => e.All));

        /// <summary>True where the parameter is written, known or not.</summary>
        public bool Has(string name) => element.Find(name) is not null;

        /// <summary>The sections of a name.</summary>
        public IEnumerable<FluentdElement> Sections(string name) => element.Elements.Where(e => e.Name == name);

        /// <summary>The section as people name it: <c>&lt;match audit.**&gt;</c>.</summary>
        public string Shown => element.Argument.Length == 0 ? $"<{element.Name}>" : $"<{element.Name} {element.Argument}>";
    }
}
