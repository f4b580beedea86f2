using System.Diagnostics;

namespace AuditSdk.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("chekc", "p.yaml")]
    [InlineData("check")]
    [InlineData("check", "p.yaml", "--format", "xml")]
    [InlineData("check", "p.yaml", "--profile", "lax")]
    [InlineData("check", "p.yaml", "--kind", "helm")]
    [InlineData("check", "p.yaml", "--kubernetes", "1.3")]
    [InlineData("check", "p.yaml", "--fluentd", "new")]
    [InlineData("explain")]
    public void CommandThatIsNotThere_IsBadUsage(params string[] args)
    {
        Run run = Run.Of(args);
        Assert.Equal((3, ""), (run.Code, run.Out));
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check", "--help")]
    [InlineData("eval", "--help")]
    [InlineData("explain", "--help")]
    [InlineData("parse", "--help")]
    [InlineData("match", "--help")]
    [InlineData("route", "--help")]
    public void Help_IsThereForEveryVerb(params string[] args)
    {
        Run run = Run.Of(args);
        Assert.Equal(0, run.Code);
        Assert.Contains("--kubernetes", run.Out, StringComparison.Ordinal);
        Assert.Contains("--fluentd", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_WritesDataToStdoutAndEndsWithTheCode()
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string arg in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "AuditSdk.Cli.dll"), "check", "--format", "json", Path.Combine(SourceTree.Root, "README.md")]) start.ArgumentList.Add(arg);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("[\n", await output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", await output + error, StringComparison.Ordinal);
    }
}
