using System.Reflection;
using AuditSdk.Fluentd;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Pipeline;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Emission;

/// <summary>A file to be written.</summary>
internal sealed record EmittedFile(string Name, string Text, EmissionTarget Target);

/// <summary>Evaluates definitions one after the other: objects to documents, documents to texts.</summary>
/// <param name="settings">The project's properties.</param>
/// <param name="isTold">Whether the compiler has told of a finding (id, member, path, file, line) already, or the source says not to.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class EmissionRun(IReadOnlyDictionary<string, string> settings, Func<string, string, string?, string?, int, bool> isTold, FindingSink findings)
{
    private const string NamePlace = "{name}";
    private const string InitializerOrder = "(C# initializes static members from top to bottom: one that is used above its declaration is null. Declare it first.)";

    // Two names that differ by case only are one file on Windows and macOS.
    private readonly Dictionary<string, EmittedFile> _files = new(StringComparer.OrdinalIgnoreCase);

    // The folders of these files, each with the first file in it.
    private readonly Dictionary<string, EmittedFile> _folders = new(StringComparer.OrdinalIgnoreCase);

    private readonly CheckSettings _checks = new(settings);

    private readonly ClusterPairs _pairs = new();

    private readonly HashSet<string> _unknownTargets = new(StringComparer.Ordinal);

    public IEnumerable<EmittedFile> Files => _files.Values;

    /// <summary>Evaluates a definition; whatever goes wrong is a finding.</summary>
    public void Evaluate(EmissionDefinition definition, Assembly project)
    {
        try
        {
            if (IsUsable(definition)) EmitAll(definition);
        }
#pragma warning disable CA1031 // Whatever a definition throws is its author's to hear of.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Thrown(definition.Target, exception, project);
        }
    }

    /// <summary>Checks policies with the pipelines of the same cluster, once all definitions are evaluated.</summary>
    public void CheckPairs()
    {
        foreach ((MappedPolicy policy, MappedPipeline pipeline) in _pairs.All)
        {
            PipelineCheckOptions options = new() { Policy = _checks.ForPolicy(policy.Target.Kubernetes), Pipeline = _checks.ForPipeline(pipeline.Fluentd, pipeline.Types), AuditLog = _checks.AuditLog(pipeline.Target) };
            IReadOnlyList<Finding> found = PipelineChecks.Run(policy.Document, pipeline.Root, options);

            // What is in neither file is told at the policy, once for all of its pipelines.
            foreach (EmissionTarget target in (EmissionTarget[])[policy.Target, pipeline.Target])
            {
                FindingSink own = new();
                Tell(target, found.Where(f => f.Origin.File is null == ReferenceEquals(target, policy.Target)), own);
                Add(own, target);
            }
        }
    }

    private bool IsUsable(EmissionDefinition definition)
    {
        EmissionTarget target = definition.Target;
        if (definition.Refusal is { } refusal)
        {
            Error("AUD9013", $"{target.Member}: {refusal}", target);
            return false;
        }

        if (definition.IsNamed != target.FileName.Contains(NamePlace, StringComparison.Ordinal))
        {
            Error("AUD9003", definition.IsNamed
                ? $"{target.Member} has several documents, so its file name '{target.FileName}' needs {NamePlace}, as in \"{NamePlace}/audit-policy.yaml\"."
                : $"{target.Member} has one document, so {NamePlace} in its file name '{target.FileName}' has nothing to stand for; return documents with a name each, or take it out.", target);
            return false;
        }

        if (target.Kubernetes is { } release && !Version.TryParse(release, out _)) UnknownTarget($"Kubernetes = \"{release}\" is no release; write one such as \"1.34\".", target);
        foreach (string flag in target.AuditLog.Split('\n').Where(f => f.StartsWith("audit-log-max", StringComparison.Ordinal) && f.Contains("=-", StringComparison.Ordinal)))
            UnknownTarget($"kube-apiserver refuses --{flag}, which [AuditConfig] says; write 0 or more.", target);
        return true;
    }

    private void EmitAll(EmissionDefinition definition)
    {
        List<(string? Name, object? Document)> documents = [.. definition.Documents() ?? []];
        if (documents.Count == 0) Error("AUD9004", $"{definition.Target.Member} has no documents: nothing would be written to '{definition.Target.FileName}'.", definition.Target);
        foreach ((string? name, object? document) in documents) Emit(definition.Target, name, document);
    }

    private void Emit(EmissionTarget target, string? name, object? document)
    {
        if (FileNameOf(target, name) is not { } fileName) return;
        if (_files.TryGetValue(fileName, out EmittedFile? first))
        {
            string alike = first.Name == fileName ? "" : $", which is '{first.Name}' on Windows and macOS";
            string who = ReferenceEquals(target, first.Target) ? $"{target.Member} has two documents for" : $"{target.Member} and {first.Target.Member} both write";
            Error("AUD9002", $"{who} '{fileName}'{alike}; give one of them another name.", target);
        }
        else if ((_folders.GetValueOrDefault(fileName) ?? FoldersOf(fileName).Select(folder => _files.GetValueOrDefault(folder)).FirstOrDefault(f => f is not null)) is { } other)
        {
            Error("AUD9002", $"{target.Member} writes '{fileName}' and {other.Target.Member} writes '{other.Name}', but a name cannot be both a file and a folder; give one of them another name.", target);
        }
        else if (Write(target, name, document) is { } text)
        {
            EmittedFile file = new(fileName, text, target);
            _files.Add(fileName, file);
            foreach (string folder in FoldersOf(fileName)) _folders.TryAdd(folder, file);
        }
    }

    private static IEnumerable<string> FoldersOf(string fileName)
    {
        for (int end = fileName.IndexOf('/', StringComparison.Ordinal); end >= 0; end = fileName.IndexOf('/', end + 1)) yield return fileName[..end];
    }

    // What a document cannot place itself is placed at the definition that returned it.
    private string? Write(EmissionTarget target, string? name, object? document)
    {
        FindingSink own = new();
        string? text = TextOf(target, name, document, own);
        Add(own, target);
        return text;
    }

    private void Add(FindingSink own, EmissionTarget target)
    {
        foreach (Finding finding in own.Findings)
        {
            findings.Add(finding.Origin.File is null ? finding with { Origin = new Origin(target.File, target.Line) } : finding);
        }
    }

    private string? FileNameOf(EmissionTarget target, string? name)
    {
        if (target.FileName.Contains(NamePlace, StringComparison.Ordinal) && OutputFileName.Refusal(name ?? "") is { } badName)
        {
            Error("AUD9003", $"{target.Member}: the name '{name}' of a document {badName}.", target);
            return null;
        }

        string fileName = target.FileName.Replace(NamePlace, name, StringComparison.Ordinal);
        if (OutputFileName.Refusal(fileName) is not { } bad) return fileName;
        Error("AUD9003", $"{target.Member}: the file name '{fileName}' {bad}.", target);
        return null;
    }

    private string? TextOf(EmissionTarget target, string? name, object? document, FindingSink own) => document switch
    {
        AuditPolicy policy => YamlOf(target, name, PolicyMap.Map(policy, own), own),
        FluentdConfig config => ConfOf(target, name, config, own),
        _ => Missing(target),
    };

    private string? YamlOf(EmissionTarget target, string? name, PolicyDocument document, FindingSink own)
    {
        if (own.HasErrors) return null;
        _pairs.Add(new MappedPolicy(target, name, document));
        Tell(target, PolicyChecks.Run(document, _checks.ForPolicy(target.Kubernetes)), own);
        return own.HasErrors ? null : PolicyYaml.Write(document);
    }

    // As the project wants them, and not what the compiler told.
    private void Tell(EmissionTarget target, IEnumerable<Finding> findings, FindingSink own)
    {
        FindingSeverities severities = new(target.Severities);
        foreach (Finding finding in findings)
        {
            if (severities.Apply(finding) is { } wanted && !isTold(wanted.Id, target.Member, wanted.Path, wanted.Origin.File, wanted.Origin.Line)) own.Add(wanted);
        }
    }

    private string? ConfOf(EmissionTarget target, string? name, FluentdConfig config, FindingSink own)
    {
        string? wanted = target.Fluentd ?? settings.GetValueOrDefault("fluentd");
        if (FluentdTarget.Parse(wanted) is not { } fluentd)
        {
            UnknownTarget($"Fluentd = \"{wanted}\" is no fluentd that is known here; write \"td-agent 3\", \"td-agent 4\", \"fluent-package 5\", or a version such as \"1.18\".", target);
            return null;
        }

        FluentdElement root = FluentdMap.Map(config, own, out ValueList<string> types);
        string text = ConfWriter.Write(root, fluentd, own);
        if (own.HasErrors) return null;
        _pairs.Add(new MappedPipeline(target, name, root, fluentd, types));
        Tell(target, FluentdChecks.Run(root, _checks.ForPipeline(fluentd, types)), own);
        return own.HasErrors ? null : text;
    }

    // The members of a class share its targets: one problem, told at the first of them.
    private void UnknownTarget(string message, EmissionTarget target)
    {
        if (_unknownTargets.Add(message)) Error("AUD9016", message, target);
    }

    private string? Missing(EmissionTarget target)
    {
        Error("AUD9004", $"{target.Member} is null: nothing would be written to '{target.FileName}'.", target);
        return null;
    }

    // A static initializer that throws takes all members of its class with it: one problem, told once.
    private void Thrown(EmissionTarget target, Exception exception, Assembly project)
    {
        Exception cause = exception;
        while (cause is TypeInitializationException or TargetInvocationException && cause.InnerException is { } inner) cause = inner;
        bool isInitializer = exception is TypeInitializationException;
        string who = isInitializer ? target.Member[..target.Member.LastIndexOf('.')] : target.Member;
        string why = isInitializer && cause is NullReferenceException or ArgumentNullException ? " " + InitializerOrder : "";
        findings.Error("AUD9001", $"{who} throws {cause.GetType().Name}: {OneLine(cause.Message)}{why}", ThrownAt(cause, project) ?? new Origin(target.File, target.Line));
    }

    private static Origin? ThrownAt(Exception exception, Assembly project)
    {
        foreach (System.Diagnostics.StackFrame frame in new System.Diagnostics.StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod()?.Module.Assembly == project && frame.GetFileName() is { } file) return new Origin(file, frame.GetFileLineNumber());
        }

        return null;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private void Error(string id, string message, EmissionTarget target) => findings.Error(id, message, new Origin(target.File, target.Line));
}
