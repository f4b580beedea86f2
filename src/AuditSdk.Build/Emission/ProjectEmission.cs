using System.Globalization;
using System.Reflection;
using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Build.Emission;

/// <summary>The entry point of the project's own AuditSdk; only types of the framework cross.</summary>
internal delegate void EmissionRun(
    Assembly project,
    IReadOnlyDictionary<string, string> settings,
    Func<string, string, string?, string?, int, bool> isTold,
    Action<string, string?, int> defining,
    Action<string, string> file,
    Action<string?, int, int, string, string, string> problem);

/// <summary>Asks the project for its files, through the one entry point of its own AuditSdk. Its Main never runs.</summary>
internal sealed class ProjectEmission(ResponseFile arguments, Report report)
{
    private const string HostType = "AuditSdk.Emission.EmissionHost";
    private const int DefaultTimeout = 60;

    // Deep definitions recurse; the stack costs nothing until it is used.
    private const int StackSize = 64 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<KeyValuePair<string, string>> _texts = [];
    private readonly List<(string? File, int Line, int Column, string Severity, string Id, string Message)> _problems = [];
    private Exception? _failure;
    private Definition? _current;

    private sealed record Definition(string Member, string? File, int Line);

    /// <summary>The files; null where there was an error, which is then reported.</summary>
    public List<EmittedFile>? Run()
    {
        if (Timeout() is not int seconds) return null;
        Thread thread = new(Call, StackSize) { IsBackground = true };
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        thread.Start();
        bool done = thread.Join(TimeSpan.FromSeconds(seconds));
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        if (done) return Collect();

        Definition? slow = Volatile.Read(ref _current);
        report.Error("AUD9012", $"{slow?.Member ?? "The project's definitions"} takes longer than {seconds} s. A definition may not wait for anything; set AuditSdkTimeout (seconds) if it needs more.", slow?.File, slow?.Line ?? 0);
        return null;
    }

    // Environment.Exit in a definition would end the build step as if all were well.
    private void OnExit(object? sender, EventArgs e)
    {
        report.Error("AUD9001", $"{_current?.Member ?? "The project"} ends the process, so nothing is written. A definition returns its document and does nothing else.", _current?.File, _current?.Line ?? 0);
        Environment.ExitCode = report.Finish();
    }

    private int? Timeout()
    {
        string? text = arguments.Find("timeout");
        if (text is null) return DefaultTimeout;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds is > 0 and <= 86400) return seconds;
        report.Error("AUD9015", $"AuditSdkTimeout is '{text}'. Give whole seconds, 1 to 86400.");
        return null;
    }

    private void Call()
    {
        try
        {
            string path = arguments["assembly"];
            ProjectContext context = new(path, arguments.All("reference"), AppContext.BaseDirectory);
            if (!context.Has("AuditSdk")) return;
            Assembly project = context.LoadFromAssemblyPath(path);
            FindHost(context)(project, arguments.Settings(), new ToldFindings(arguments).Contains, OnDefining, OnFile, OnProblem);
            if (_current is null && _texts.Count == 0 && _problems.Count == 0 && GeneratorCheck.ForgottenMember(project) is string member)
                OnProblem(null, 0, 0, "error", "AUD9015", $"{member} is marked, but AuditSdk's generator did not run in the compiler. Look for its warning (CS8785, CS9057 or CS8032) above.");
        }
        catch (Exception e)
        {
            _failure = e;
        }
    }

    private static EmissionRun FindHost(ProjectContext context)
    {
        Assembly sdk = context.LoadFromAssemblyName(new AssemblyName("AuditSdk"));
        MethodInfo? run = sdk.GetType(HostType)?.GetMethod("Run", BindingFlags.Public | BindingFlags.Static);
        return run?.CreateDelegate<EmissionRun>() ?? throw new InvalidDataException($"{sdk.Location} has no {HostType}.Run: its version is not the one of the build tool. Reference one version of the AuditSdk package in all projects.");
    }

    private void OnDefining(string member, string? file, int line) => Volatile.Write(ref _current, new Definition(member, file, line));

    private void OnFile(string name, string text) => _texts.Add(new(name, text));

    private void OnProblem(string? file, int line, int column, string severity, string id, string message) => _problems.Add((file, line, column, severity, id, message));

    private List<EmittedFile>? Collect()
    {
        foreach ((string? file, int line, int column, string severity, string id, string message) in _problems) report.Add(file, line, column, severity, id, message);
        if (_failure is not null) report.Error("AUD9015", $"The project cannot be loaded{While()}: {Innermost(_failure)}", _current?.File, _current?.Line ?? 0);
        return report.HasErrors ? null : Files();
    }

    private string While() => _current is null ? "" : $" while reading {_current.Member}";

    private static string Innermost(Exception e)
    {
        while (e.InnerException is not null) e = e.InnerException;
        return $"{e.GetType().Name}: {e.Message}";
    }

    private List<EmittedFile>? Files()
    {
        string folder = OutputFolder.FullPath(arguments);
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        List<EmittedFile> files = new(_texts.Count);
        foreach ((string name, string text) in _texts)
        {
            if (OutputFileName.Refusal(name) is string refusal) report.Error("AUD9003", $"The file name '{name}' {refusal}.");
            else if (!names.Add(name)) report.Error("AUD9003", $"'{name}' is given twice; names that differ in case only are one file on some platforms. Give each definition a file of its own.");
            else if (Encode(name, text) is byte[] bytes) files.Add(new(name, Path.GetFullPath(Path.Combine(folder, name)), bytes));
        }

        return report.HasErrors ? null : files;
    }

    private byte[]? Encode(string name, string text)
    {
        try
        {
            return StrictUtf8.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            report.Error("AUD9010", $"'{name}' holds half of a surrogate pair (U+{(int)e.CharUnknown:X4}), which no file can. Look for text that was cut in the middle of a character.");
            return null;
        }
    }
}
