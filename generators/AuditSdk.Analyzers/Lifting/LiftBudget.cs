namespace AuditSdk.Analyzers.Lifting;

/// <summary>Bounds the work of a lift: what is beyond is unknown. Members that call each other twice each would double the work with every level.</summary>
internal sealed class LiftBudget(CancellationToken cancellation)
{
    /// <summary>Operations read and elements copied; a policy of 10,000 rules takes a tenth.</summary>
    private const int MaxWork = 4_000_000;

    /// <summary>Expressions inside each other; each takes some stack.</summary>
    private const int MaxDepth = 250;

    /// <summary>Operations read and elements copied so far.</summary>
    public int Work { get; private set; }

    public int Depth { get; private set; }

    /// <summary>Begins an expression; false where it is too deep or too much.</summary>
    public bool TryEnter()
    {
        if (Depth >= MaxDepth || !TrySpend(1)) return false;
        Depth++;
        return true;
    }

    public void Leave() => Depth--;

    /// <summary>Takes work; false where that is too much.</summary>
    public bool TrySpend(int work)
    {
        cancellation.ThrowIfCancellationRequested();
        Work += work;
        return Work <= MaxWork;
    }
}
