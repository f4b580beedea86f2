namespace AuditSdk.Semantics.Kubernetes.Boxes;

/// <summary>What a request has one value of, but for groups, of which it may have several, and for the path, whose patterns enclose one another.</summary>
internal static class Dimension
{
    public const int User = 0;
    public const int UserGroup = 1;
    public const int Verb = 2;
    public const int Namespace = 3;
    public const int ApiGroup = 4;
    public const int Resource = 5;
    public const int Subresource = 6;
    public const int Name = 7;
    public const int Path = 8;
    public const int Count = 9;
}

/// <summary>Requests on resources and other requests share no point.</summary>
[Flags]
internal enum Spaces
{
    None = 0,
    Resource = 1,
    Url = 2,
    Both = 3,
}
