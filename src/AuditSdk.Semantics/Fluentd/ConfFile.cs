using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>Files with a fluentd configuration, as fluentd reads them.</summary>
public static class ConfFile
{
    /// <summary>What can be wrong with a file; what can be wrong with the configuration in it: <see cref="FluentdChecks.All"/>.</summary>
    public static CheckDescriptor Syntax { get; } = new("AUD2100", "fluentd's parser refuses the file", FindingSeverity.Error);

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
        if (result.Root is { } root) return FluentdChecks.Run(root, options, cancellation);
        ConfParseError error = result.Error!;
        return [Syntax.At(error.Origin, $"fluentd does not start: {error.Message}. Mend the line.") with { IsRefusal = true, Detail = error.FluentdMessage }];
    }
}
