using System.Globalization;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>The fluentd that is to read a configuration: one version, or all that a package series carries. What any of them cannot take is refused.</summary>
/// <param name="Name">As the user wrote it.</param>
/// <param name="Oldest">The oldest fluentd it can be.</param>
/// <param name="Newest">The newest fluentd it can be.</param>
public sealed record FluentdTarget(string Name, Version Oldest, Version Newest)
{
    // What each series carries (release files of td-agent and fluent-package). td-agent 3.0 to 3.2 and 2 carry fluentd before 1.3.3, whose behaviour nobody recorded.
    private static readonly (string Product, string Release, string Oldest, string Newest)[] Packages =
    [
        ("td-agent", "3", "1.3.3", "1.11.5"),
        ("td-agent", "3.3", "1.3.3", "1.3.3"),
        ("td-agent", "3.4", "1.4.2", "1.4.2"),
        ("td-agent", "3.5", "1.7.0", "1.7.4"),
        ("td-agent", "3.6", "1.9.2", "1.9.2"),
        ("td-agent", "3.7", "1.10.2", "1.10.2"),
        ("td-agent", "3.8", "1.11.1", "1.11.5"),
        ("td-agent", "4", "1.11.2", "1.16.3"),
        ("td-agent", "4.0", "1.11.2", "1.11.5"),
        ("td-agent", "4.1", "1.12.1", "1.12.3"),
        ("td-agent", "4.2", "1.13.3", "1.13.3"),
        ("td-agent", "4.3", "1.14.3", "1.14.6"),
        ("td-agent", "4.4", "1.15.1", "1.15.3"),
        ("td-agent", "4.5", "1.16.1", "1.16.3"),
        ("fluent-package", "5", "1.16.2", "1.18.0"),
        ("fluent-package", "5.0", "1.16.2", "1.16.11"),
        ("fluent-package", "5.1", "1.17.0", "1.17.0"),
        ("fluent-package", "5.2", "1.18.0", "1.18.0"),
        ("fluent-package", "6", "1.19.0", "1.19.3"),
        ("fluent-package", "6.0", "1.19.0", "1.19.3"),
    ];

    private static readonly string[] Products = ["td-agent", "fluent-package", "fluentd"];

    /// <summary>fluentd 1.18, the version whose behaviour is recorded most fully.</summary>
    public static FluentdTarget Default { get; } = Parse("1.18")!;

    /// <summary>True where <c>&lt;match "a b"&gt;</c> is unquoted: since fluentd 1.4.</summary>
    public bool UnquotesSectionArguments => Oldest >= new Version(1, 4, 0);

    /// <summary>True where quoted keys are known to be read: they are not recorded on the fluentd of td-agent 3.</summary>
    public bool ReadsQuotedKeys => Oldest >= new Version(1, 11, 2);

    /// <summary>True where Ruby may say <c>use_nil</c> and <c>use_default</c>: since fluentd 1.8.</summary>
    public bool KnowsUseNil => Oldest >= new Version(1, 8, 0);

    /// <summary>A tail can tell a file that was renamed from a new one, with <c>follow_inodes</c>.</summary>
    internal bool KnowsFollowInodes => Oldest >= new Version(1, 12, 0);

    /// <summary>True where <c>@include</c> takes a path with blanks: since fluentd 1.9.</summary>
    public bool IncludesPathsWithBlanks => Oldest >= new Version(1, 9, 0);

    /// <summary>Reads <c>td-agent 3</c>, <c>td-agent 4.5</c>, <c>fluent-package 5</c>, <c>fluentd 1.19</c>, <c>1.18</c> or <c>1.18.0</c>; a patch of a package counts as its series.</summary>
    /// <returns>The target, the default for null, or null for a text that names nothing known.</returns>
    public static FluentdTarget? Parse(string? text)
    {
        if (text is null) return Default;
        string rest = text.Trim(' ').ToLowerInvariant();
        string? product = Array.Find(Products, p => rest.StartsWith(p, StringComparison.Ordinal));
        if (product is not null) rest = After(rest, product.Length, " -");
        if (Numbers(After(rest, 0, "v")) is not { } numbers) return null;
        return product is null or "fluentd" ? OfVersion(text, numbers) : OfPackage(text, product, string.Join(".", numbers.Take(2)));
    }

    private static FluentdTarget? OfPackage(string text, string product, string release)
    {
        foreach ((string name, string series, string oldest, string newest) in Packages)
        {
            if (name == product && series == release) return new(text, Version.Parse(oldest), Version.Parse(newest));
        }

        return null;
    }

    // What stands after an index, without the one character of a set that may stand there first.
    private static string After(string text, int index, string optional)
        => text.Substring(index < text.Length && optional.IndexOf(text[index]) >= 0 ? index + 1 : index);

    private static int[]? Numbers(string text)
    {
        string[] words = text.Split('.');
        if (words.Length > 3) return null;
        int[] numbers = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Length > 4 || !int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        }

        return numbers;
    }

    private static FluentdTarget? OfVersion(string text, int[] parts)
    {
        if (parts.Length < 2 || parts[0] != 1) return null;
        return parts.Length == 3
            ? new(text, new(1, parts[1], parts[2]), new(1, parts[1], parts[2]))
            : new(text, new(1, parts[1], 0), new(1, parts[1], int.MaxValue));
    }
}
