namespace AuditSdk.Cli.Fluentd;

/// <summary>The files that an <c>@include</c> means.</summary>
internal static class IncludedFiles
{
    /// <summary>The files with their texts; null for an address, which fluentd would fetch: what it holds is not known.</summary>
    /// <exception cref="InputException">A file cannot be read.</exception>
    public static IReadOnlyList<(string Name, string Text)>? Read(string path)
        => path.Contains("://", StringComparison.Ordinal) ? null : [.. FileGlob.Files(path).Select(f => (f, InputFile.Read(f)))];
}
