using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Cli.Fluentd;

/// <summary>A fluentd configuration on disk, with the files that it includes.</summary>
internal static class ConfFile
{
    /// <exception cref="InputException">The file is not there, no text, or fluentd's parser refuses it or a file that it includes.</exception>
    public static FluentdElement Read(string path)
    {
        ConfParseResult result = ConfParser.Parse(InputFile.Read(path), path, Included);
        if (result.Root is { } root) return root;
        ConfParseError error = result.Error!;
        throw new InputException($"{error.Origin.File}:{error.Origin.Line}:{error.Origin.Column}: fluentd does not read it: {error.Message}.");
    }

    // fluentd would fetch an address; it stays in the tree as it is.
    private static IReadOnlyList<(string Name, string Text)>? Included(string path)
        => path.Contains("://", StringComparison.Ordinal) ? null : [.. FileGlob.Files(path).Select(f => (f, InputFile.Read(f)))];
}
