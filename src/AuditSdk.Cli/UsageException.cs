namespace AuditSdk.Cli;

/// <summary>A command line that asks for what is not there: exit code 3.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Input that cannot be read: exit code 4.</summary>
internal sealed class InputException(string message) : Exception(message);
