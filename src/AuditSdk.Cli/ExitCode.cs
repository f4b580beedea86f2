namespace AuditSdk.Cli;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Errors = 1;
    public const int BadUsage = 3;
    public const int BadInput = 4;
    public const int Interrupted = 130;
}
