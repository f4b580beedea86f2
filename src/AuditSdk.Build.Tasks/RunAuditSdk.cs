using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AuditSdk.Build.Tasks;

/// <summary>
/// Starts the build tool, which prints problems in MSBuild's canonical form. The <c>Exec</c> task is no good here: where the tool told an error of the user,
/// it either adds one more about the exit code or lets the build go on, which then compiles without the types of a CRD that could not be read.
/// </summary>
public sealed class RunAuditSdk : ToolTask
{
    /// <summary>The tool, <c>AuditSdk.Build.dll</c>.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>What the tool does: <c>emit</c>, <c>verify</c> or <c>catalogs</c>.</summary>
    [Required]
    public string Verb { get; set; } = "";

    /// <summary>The response file.</summary>
    [Required]
    public string Arguments { get; set; } = "";

    /// <summary>The user's project, where errors without another place belong.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>The dotnet that runs the build; null looks for one in the path.</summary>
    public string? DotnetHost { get; set; }

    /// <inheritdoc />
    protected override string ToolName => RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "dotnet.exe" : "dotnet";

    /// <inheritdoc />
    protected override Encoding StandardOutputEncoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc />
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.High;

    /// <inheritdoc />
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.High;

    /// <inheritdoc />
    protected override string GenerateFullPathToTool() => string.IsNullOrEmpty(DotnetHost) ? ToolName : DotnetHost!;

    /// <inheritdoc />
    protected override string GenerateCommandLineCommands()
    {
        CommandLineBuilder command = new();
        command.AppendSwitch("exec");
        command.AppendFileNameIfNotNull(Tool);
        command.AppendSwitch(Verb);
        command.AppendFileNameIfNotNull(Arguments);
        return command.ToString();
    }

    /// <inheritdoc />
    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Low, message);

    /// <inheritdoc />
    protected override bool HandleTaskExecutionErrors()
    {
        if (!Log.HasLoggedErrors)
        {
            Log.LogError(null, "AUD9015", null, Project, 0, 0, 0, 0,
                "AuditSdk's build tool ended with code {0}; its output is above. A definition that calls itself without end does this.", ExitCode);
        }

        return false;
    }
}
