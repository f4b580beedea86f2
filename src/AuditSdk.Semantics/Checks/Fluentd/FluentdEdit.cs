using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>A change of a fluentd configuration that answers a finding. The code fix of the same kind makes it in C#.</summary>
/// <param name="Title">What it does, as a sentence without a full stop; what becomes of the events, where that changes.</param>
public abstract record FluentdEdit(string Title) : Remedy(Title);

/// <summary>Writes parameters of a section, in place of those that it has of the same names.</summary>
public sealed record SetParameters(string Title, FluentdPath Section, ValueList<FluentdParameter> Parameters) : FluentdEdit(Title);

/// <summary>Gives a parameter or a section another name.</summary>
public sealed record RenameNode(string Title, FluentdPath Node, string Name) : FluentdEdit(Title);

/// <summary>Takes a parameter or a section out.</summary>
public sealed record RemoveNode(string Title, FluentdPath Node) : FluentdEdit(Title);

/// <summary>Moves a section before another one of the same section.</summary>
public sealed record MoveSection(string Title, FluentdPath Section, FluentdPath Before) : FluentdEdit(Title);

/// <summary>Writes another argument of a section: the pattern of a match, the name of a label.</summary>
public sealed record SetArgument(string Title, FluentdPath Section, string Argument) : FluentdEdit(Title);

/// <summary>Gives a label another name, there and wherever events are sent to it.</summary>
public sealed record RenameLabel(string Title, string Label, string Name) : FluentdEdit(Title);

/// <summary>Adds sections at the end of one, and takes out the parameters that they say better.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Section">The section around them.</param>
/// <param name="Sections">The new ones; where one of the same name is there, its parameters come into that.</param>
/// <param name="Removed">The names of the parameters that go.</param>
public sealed record AddSections(string Title, FluentdPath Section, ValueList<FluentdElement> Sections, ValueList<string> Removed) : FluentdEdit(Title);

/// <summary>Adds chunk keys to the buffer of an output.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Output">The output.</param>
/// <param name="Keys">The keys that come.</param>
/// <param name="Timekey">The <c>timekey</c> that comes with the key <c>time</c>; null to leave it as it is.</param>
public sealed record AddChunkKeys(string Title, FluentdPath Output, ValueList<string> Keys, string? Timekey) : FluentdEdit(Title);

/// <summary>Puts another plugin in the place of one; the argument of the section stays.</summary>
public sealed record ReplacePlugin(string Title, FluentdPath Section, FluentdElement Plugin) : FluentdEdit(Title);
