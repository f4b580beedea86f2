using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>A star that is part of a name: <c>pod*</c>, <c>pods/ex*</c>.</summary>
internal static class StarInsideAName
{
    /// <summary>AUD1032.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1032", "A star inside a resource name is a plain character", FindingSeverity.Warning);

    /// <summary>Looks for stars that are not a whole part of a name.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (!IsInside(name.Resource) && !IsInside(name.Subresource ?? "")) continue;
            findings.Add(Descriptor.At(name, $"The star in '{name.Text}' is a plain character, so it matches nothing; stars stand only in '*', 'RESOURCE/*' and '*/SUBRESOURCE'. Write the names."));
        }
    }

    private static bool IsInside(string part) => part != "*" && part.IndexOf('*') >= 0;
}
