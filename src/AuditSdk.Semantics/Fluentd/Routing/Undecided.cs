namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>The way of an event cannot be followed further without the real program. Caught where a run begins.</summary>
internal sealed class UndecidedException(string reason) : Exception(reason);

/// <summary>The work that a run may do yet: patterns and records are anybody's.</summary>
internal sealed class WorkBudget(long steps)
{
    private long _left = steps;

    /// <summary>False once it was not enough.</summary>
    public bool IsLeft => _left >= 0;

    /// <summary>Takes steps.</summary>
    /// <exception cref="UndecidedException">There are none left.</exception>
    public void Take(long count = 1)
    {
        if ((_left -= count) < 0) throw new UndecidedException("it takes too much work to follow");
    }
}
