using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>What the checks of resource names share: the judgement of a name, and the change that corrects it.</summary>
internal static class MisspeltName
{
    /// <summary>The judgement of the name, where it has the fault asked for.</summary>
    public static ResourceSpelling? Of(PolicyCheckContext context, EntryName name, SpellingFault fault)
    {
        if (name.Entry.Group is not { } group || GroupInResource.IsIn(context.Options.Catalog, name)) return null;
        ResourceSpelling spelling = context.SpellingOf(group, name.Resource);
        return spelling.Fault == fault ? spelling : null;
    }

    /// <summary>The name that was meant, with its group where that is another one.</summary>
    public static string Meant(EntryName name, ResourceSpelling spelling)
        => $"'{Text(name, spelling)}'" + (spelling.Group == name.Entry.Group ? "" : $" of {PolicyWords.Group(spelling.Group)}");

    /// <summary>The correction; null where the name that was meant is not certain.</summary>
    public static PolicyEdit? Edit(EntryName name, ResourceSpelling spelling)
    {
        if (spelling.Name is null || !spelling.IsOnly) return null;
        string text = Text(name, spelling);
        if (spelling.Group != name.Entry.Group) return new ReplaceResource($"Select {PolicyWords.Resource(spelling.Group, text)}", name.Path, spelling.Group, text);
        return new RuleValue(name.Entry.Rule, name.Entry.Node, name.Path, name.Text, name.Origin).ReplacedBy(text, name.Entry.Entry.Resources, _ => null);
    }

    private static string Text(EntryName name, ResourceSpelling spelling)
        => spelling.Name + (name.Subresource is { } sub && spelling.Name!.IndexOf('/') < 0 ? "/" + sub : "");
}
