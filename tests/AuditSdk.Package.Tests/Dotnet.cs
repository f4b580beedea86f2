using System.Collections;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AuditSdk.Package.Tests;

/// <summary>What a dotnet command said.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Lines">Its output without blank lines and margins.</param>
public sealed partial record DotnetResult(int Code, IReadOnlyList<string> Lines)
{
    public string Text => string.Join('\n', Lines);

    /// <summary>The lines without the summary, which tells errors and warnings once more.</summary>
    public IReadOnlyList<string> Messages => [.. Lines.TakeWhile(l => l is not ("Build FAILED." or "Build succeeded."))];

    /// <summary>The errors, each as it was told, without the name of the project behind it.</summary>
    public IReadOnlyList<string> Errors => [.. Messages.Where(l => Error().IsMatch(l)).Select(l => Project().Replace(l, ""))];

    /// <summary>The lines of the tool.</summary>
    public IReadOnlyList<string> Told => [.. Lines.Where(l => l.StartsWith("AuditSdk: ", StringComparison.Ordinal))];

    public DotnetResult Succeeded()
    {
        Assert.True(Code == 0, Text);
        return this;
    }

    public DotnetResult Failed()
    {
        Assert.True(Code == 1, Text);
        return this;
    }

    [GeneratedRegex(@"(: |^)error [A-Z]*[0-9]*:")]
    private static partial Regex Error();

    [GeneratedRegex(@" \[[^\]]*proj(::[^\]]*)?\]$")]
    private static partial Regex Project();
}

/// <summary>Runs dotnet as a user would, with nothing of the process that runs the tests, and leaves no server behind.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static DotnetResult Run(string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)) start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment) start.Environment[name] = value;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment.Remove("CI");
        return Run(start);
    }

    private static DotnetResult Run(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"dotnet {string.Join(' ', start.ArgumentList)} did not end.");
        }

        string text = output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult();
        return new DotnetResult(process.ExitCode, [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)]);
    }
}
