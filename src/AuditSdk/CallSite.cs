using AuditSdk.Semantics.Documents;

namespace AuditSdk;

/// <summary>The line of C# that made an object, for messages only: two objects made on different lines are equal all the same.</summary>
internal readonly record struct CallSite(string? File, int Line)
{
    public Origin Origin => new(File, Line);

    public bool Equals(CallSite other) => true;

    public override int GetHashCode() => 0;
}
