using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>A change of a policy that answers a finding. The code fix of the same kind makes it in C#.</summary>
/// <param name="Title">What it does, as a sentence without a full stop.</param>
public abstract record PolicyEdit(string Title) : Remedy(Title);

/// <summary>Puts another text in the place of a value.</summary>
public sealed record ReplaceText(string Title, PolicyPath Path, string Text) : PolicyEdit(Title);

/// <summary>Puts another resource in the place of one, which may be in another group.</summary>
public sealed record ReplaceResource(string Title, PolicyPath Path, string Group, string? Resource) : PolicyEdit(Title);

/// <summary>Puts another field of the rule in the place of one, which goes: users that are groups become <c>userGroups</c>.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Rule">The rule, from 0.</param>
/// <param name="Field">The field that goes; the other one is left out so far.</param>
/// <param name="Other">The field that comes.</param>
/// <param name="Values">Its values.</param>
public sealed record ReplaceField(string Title, int Rule, PolicyField Field, PolicyField Other, ValueList<string> Values) : PolicyEdit(Title);

/// <summary>Takes a value out of its list. Never the last one of a list: that would widen the rule.</summary>
public sealed record RemoveValue(string Title, PolicyPath Path) : PolicyEdit(Title);

/// <summary>Takes a whole field of a rule out.</summary>
public sealed record RemoveField(string Title, PolicyPath Path) : PolicyEdit(Title);

/// <summary>Adds values to a list of texts.</summary>
public sealed record AddValues(string Title, PolicyPath Path, ValueList<string> Values) : PolicyEdit(Title);

/// <summary>Adds entries to a rule's resources.</summary>
public sealed record AddResources(string Title, int Rule, ValueList<ResourceName> Resources) : PolicyEdit(Title);

/// <summary>Takes a rule out.</summary>
public sealed record RemoveRule(string Title, int Rule) : PolicyEdit(Title);

/// <summary>Moves a rule before another one.</summary>
public sealed record MoveRule(string Title, int Rule, int Before) : PolicyEdit(Title);

/// <summary>Puts a new rule before another one, or at the end.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Before">The rule, from 0; the number of rules for the end.</param>
/// <param name="Level">The level of the new rule.</param>
/// <param name="Resources">What it selects; empty for everything.</param>
/// <param name="NonResourceUrls">The paths that it selects.</param>
public sealed record InsertRule(string Title, int Before, AuditLevel Level, ValueList<ResourceName> Resources, ValueList<string> NonResourceUrls) : PolicyEdit(Title);

/// <summary>A resource by its names.</summary>
/// <param name="Group">The API group; empty is the core group.</param>
/// <param name="Resource">As in a policy: <c>pods</c>, <c>pods/log</c>; null is the whole group.</param>
public sealed record ResourceName(string Group, string? Resource);
