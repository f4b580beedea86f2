namespace AuditSdk.Semantics.Fluentd.Plugins;

/// <summary>The releases of fluentd that have something.</summary>
/// <param name="Since">The first that has it; null for one before all that are known.</param>
/// <param name="Before">The first that has it no more; null where all later ones have it.</param>
internal readonly record struct Lifespan(Version? Since, Version? Before)
{
    /// <summary>True where some fluentd of the target has it.</summary>
    public bool Meets(FluentdTarget target) => (Since is null || Since <= target.Newest) && (Before is null || Before > target.Oldest);

    /// <summary>True where every fluentd of the target has it.</summary>
    public bool Covers(FluentdTarget target) => !IsLate(target) && (Before is null || Before > target.Newest);

    /// <summary>Both together.</summary>
    public Lifespan With(Lifespan other) => new(
        Since is null || other.Since is null ? null : Since < other.Since ? Since : other.Since,
        Before is null || other.Before is null ? null : Before > other.Before ? Before : other.Before);

    /// <summary>Why a target cannot count on it, and what to do.</summary>
    public string Absence(FluentdTarget target)
    {
        string why = IsLate(target) ? $"came with fluentd {Since}; {Told(target, target.Oldest, "older")}" : $"went with fluentd {Before}; {Told(target, target.Newest, "newer")}";
        return $"It {why}. Take it out, or name the fluentd that reads it.";
    }

    private bool IsLate(FluentdTarget target) => Since is not null && Since > target.Oldest;

    // A version needs no explanation, a package does.
    private static string Told(FluentdTarget target, Version reached, string otherwise)
        => target.Oldest == target.Newest || target.Newest.Build == int.MaxValue ? $"'{target.Name}' is {otherwise}" : $"'{target.Name}' may be {reached}";
}
