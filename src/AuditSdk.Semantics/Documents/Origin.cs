namespace AuditSdk.Semantics.Documents;

/// <summary>Where a node of a document was written.</summary>
/// <param name="File">The file as its author knows it, or null where there is none.</param>
/// <param name="Line">The line, from 1; 0 where unknown.</param>
/// <param name="Column">The column, from 1; 0 where unknown.</param>
public readonly record struct Origin(string? File, int Line, int Column = 0)
{
    // The file, or with it the path: a configuration of a million nodes has no room for a path in each that nobody looks at.
    private readonly object? _place = File;

    /// <summary>The file as its author knows it, or null where there is none.</summary>
    public string? File
    {
        get => _place is Placed placed ? placed.File : (string?)_place;
        init => _place = value;
    }

    /// <summary>Nowhere known.</summary>
    public static Origin None => default;

    /// <summary>Characters of the file before it; means something only where <see cref="Length"/> is not 0.</summary>
    public int Start { get; init; }

    /// <summary>Its length in characters; 0 where unknown.</summary>
    public int Length { get; init; }

    /// <summary>The place inside the document, while a check looks at it: several nodes may come from one line of C#.</summary>
    internal string? Path
    {
        get => (_place as Placed)?.Path;
        init => _place = value is null ? File : new Placed(File, value);
    }

    private sealed record Placed(string? File, string Path);
}
