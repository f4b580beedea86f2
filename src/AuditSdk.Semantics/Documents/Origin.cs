namespace AuditSdk.Semantics.Documents;

/// <summary>Where a node of a document was written.</summary>
/// <param name="File">The file as its author knows it, or null where there is none.</param>
/// <param name="Line">The line, from 1; 0 where unknown.</param>
/// <param name="Column">The column, from 1; 0 where unknown.</param>
public readonly record struct Origin(string? File, int Line, int Column = 0)
{
    /// <summary>Nowhere known.</summary>
    public static Origin None => default;

    /// <summary>Characters of the file before it; means something only where <see cref="Length"/> is not 0.</summary>
    public int Start { get; init; }

    /// <summary>Its length in characters; 0 where unknown.</summary>
    public int Length { get; init; }

    /// <summary>The place inside the document, while a check looks at it: several nodes may come from one line of C#.</summary>
    internal string? Path { get; init; }
}
