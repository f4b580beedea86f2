using System.Diagnostics;

namespace AuditSdk.Package.Tests;

/// <summary>The command line, packed, installed as a dotnet tool and run by its name.</summary>
[Collection(PackageCollection.Name)]
public sealed class ToolTests(PackedSdk sdk)
{
    [Fact]
    public void InstalledTool_ChecksAPolicy()
    {
        sdk.PackTool().Succeeded();
        sdk.Run(sdk.Folder, "tool", "install", "AuditSdk.Cli", "--tool-path", "tools", "--version", sdk.Version).Succeeded();
        File.WriteAllText(Path.Combine(sdk.Folder, "policy.yaml"), "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n- level: Request\n  verbs: [get]\n");

        (int code, string output) = Run(Path.Combine(sdk.Folder, "tools", OperatingSystem.IsWindows() ? "auditsdk.exe" : "auditsdk"), "check", "policy.yaml");

        Assert.StartsWith("policy.yaml:5:3: warning AUD1001:", output, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    private (int Code, string Output) Run(string tool, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = sdk.Folder, RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
