using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>Files with a fluentd configuration, as fluentd reads them.</summary>
public static class ConfFile
{
    /// <summary>What can be wrong with a file; what can be wrong with the configuration in it: <see cref="FluentdChecks.All"/>.</summary>
    public static CheckDescriptor Syntax { get; } = new("AUD2100", "fluentd's parser refuses the file", FindingSeverity.Error);

    /// <summary>An include that means no file.</summary>
    public static CheckDescriptor EmptyInclude { get; } = new("AUD2049", "An include means no file", FindingSeverity.Warning);

    /// <summary>Parses a file and runs every check on it. Bad input is a finding, never an exception.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="file">Its name for findings; null where it has none.</param>
    /// <param name="options">What it is checked for.</param>
    /// <param name="include">Gives the files that an include means, as for <see cref="ConfParser.Parse"/>; without it includes are unknown.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static IReadOnlyList<Finding> Check(string text, string? file, FluentdCheckOptions options, Func<string, IReadOnlyList<(string Name, string Text)>?>? include = null, CancellationToken cancellation = default)
    {
        ConfParseResult result = ConfParser.Parse(text, file, include);
        if (result.Root is { } root) return [.. result.EmptyIncludes.Select(Empty), .. FluentdChecks.Run(root, options, cancellation)];
        ConfParseError error = result.Error!;
        return [Syntax.At(error.Origin, $"fluentd does not start: {error.Message}. {error.Advice ?? "Mend the line."}") with { IsRefusal = true, Detail = error.FluentdMessage }];
    }

    // A glob for files that may come is often meant; a name is of a file that should be there.
    private static Finding Empty(FluentdInclude include)
    {
        bool isGlob = include.Path.IndexOfAny(['*', '?', '[', '{']) >= 0;
        Finding finding = EmptyInclude.At(include.Origin, $"No file is there for '{include.Path}', and fluentd goes on without a word. Write the path of one, or take the include out.");
        return isGlob ? finding with { Severity = FindingSeverity.Info } : finding;
    }
}
