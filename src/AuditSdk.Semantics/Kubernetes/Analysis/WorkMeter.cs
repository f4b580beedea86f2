namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Counts steps of work, so that the same question always ends the same way; looks at the cancellation in the same place.</summary>
internal sealed class WorkMeter(CancellationToken cancellation)
{
    private const int CancellationEvery = 1 << 16;

    private long _limit = long.MaxValue;
    private long _nextLook = CancellationEvery;

    /// <summary>Steps so far; a step is a few nanoseconds.</summary>
    public long Used { get; private set; }

    public bool IsOver => Used > _limit;

    /// <summary>Bounds what follows to so many steps, and to what a bound around it leaves; gives the bound around it, for <see cref="EndLimit"/>.</summary>
    public long BeginLimit(long steps)
    {
        long around = _limit;
        _limit = steps >= around - Used ? around : Used + steps;
        return around;
    }

    public void EndLimit(long around) => _limit = around;

    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public void Spend(long steps)
    {
        Used += steps;
        if (Used < _nextLook) return;
        _nextLook = Used + CancellationEvery;
        cancellation.ThrowIfCancellationRequested();
    }
}
