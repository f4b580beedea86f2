using System.Reflection;
using AuditSdk.Fluentd;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Emission;

/// <summary>A file to be written.</summary>
internal sealed record EmittedFile(string Name, string Text, EmissionTarget Target);

/// <summary>Evaluates definitions one after the other: objects to documents, documents to texts.</summary>
internal sealed class EmissionRun(IReadOnlyDictionary<string, string> settings, FindingSink findings)
{
    private const string NamePlace = "{name}";

    // Two names that differ by case only are one file on Windows and macOS.
    private readonly Dictionary<string, EmittedFile> _files = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<EmittedFile> Files => _files.Values;

    public void Evaluate(EmissionDefinition definition, Assembly project)
    {
        EmissionTarget target = definition.Target;
        if (definition.Refusal is { } refusal)
        {
            Error("AUD9013", $"{target.Member}: {refusal}", target);
        }
        else if (definition.IsNamed != target.FileName.Contains(NamePlace, StringComparison.Ordinal))
        {
            Error("AUD9003", definition.IsNamed
                ? $"{target.Member} has several documents, so its file name '{target.FileName}' needs {NamePlace}, as in \"{NamePlace}/audit-policy.yaml\"."
                : $"{target.Member} has one document, so {NamePlace} in its file name '{target.FileName}' has nothing to stand for; return documents with a name each, or take it out.", target);
        }
        else if (DocumentsOf(definition, project) is { } documents)
        {
            foreach ((string? name, object? document) in documents) Emit(target, name, document);
        }
    }

    private List<(string? Name, object? Document)>? DocumentsOf(EmissionDefinition definition, Assembly project)
    {
        try
        {
            if (definition.Documents() is { } documents)
            {
                List<(string?, object?)> list = [.. documents];
                if (list.Count > 0) return list;
            }

            Error("AUD9004", $"{definition.Target.Member} has no documents: nothing would be written to '{definition.Target.FileName}'.", definition.Target);
        }
#pragma warning disable CA1031 // Whatever a definition throws is its author's to hear of.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            findings.Add(ThrownBy(definition.Target, exception, project));
        }

        return null;
    }

    private void Emit(EmissionTarget target, string? name, object? document)
    {
        if (FileNameOf(target, name) is not { } fileName) return;
        if (_files.TryGetValue(fileName, out EmittedFile? first))
        {
            Error("AUD9002", $"{target.Member} and {first.Target.Member} both write '{fileName}'; give one of them another name.", target);
        }
        else if (Write(target, document) is { } text)
        {
            _files.Add(fileName, new EmittedFile(fileName, text, target));
        }
    }

    // What a document cannot place itself is placed at the definition that returned it.
    private string? Write(EmissionTarget target, object? document)
    {
        FindingSink own = new();
        string? text = TextOf(target, document, own);
        foreach (Finding finding in own.Findings)
        {
            findings.Add(finding.Origin.File is null ? finding with { Origin = new Origin(target.File, target.Line) } : finding);
        }

        return text;
    }

    private string? FileNameOf(EmissionTarget target, string? name)
    {
        if (target.FileName.Contains(NamePlace, StringComparison.Ordinal) && OutputFileName.Refusal(name ?? "") is { } badName)
        {
            Error("AUD9003", $"{target.Member}: the name '{Shown(name)}' of a document {badName}.", target);
            return null;
        }

        string fileName = target.FileName.Replace(NamePlace, name, StringComparison.Ordinal);
        if (OutputFileName.Refusal(fileName) is not { } bad) return fileName;
        Error("AUD9003", $"{target.Member}: the file name '{Shown(fileName)}' {bad}.", target);
        return null;
    }

    private string? TextOf(EmissionTarget target, object? document, FindingSink own) => document switch
    {
        AuditPolicy policy => YamlOf(PolicyMap.Map(policy, own), own),
        FluentdConfig config => ConfOf(target, config, own),
        _ => Missing(target),
    };

    private static string? YamlOf(PolicyDocument document, FindingSink own) => own.HasErrors ? null : PolicyYaml.Write(document);

    private string? ConfOf(EmissionTarget target, FluentdConfig config, FindingSink own)
    {
        string? wanted = target.Fluentd ?? settings.GetValueOrDefault("fluentd");
        if (FluentdTarget.Parse(wanted) is { } fluentd) return ConfWriter.Write(FluentdMap.Map(config, own), fluentd, own);
        Error("AUD9016", $"{target.Member}: Fluentd = \"{Shown(wanted)}\" is no fluentd that is known here; write \"td-agent 3\", \"td-agent 4\", \"fluent-package 5\", or a version such as \"1.18\".", target);
        return null;
    }

    private string? Missing(EmissionTarget target)
    {
        Error("AUD9004", $"{target.Member} is null: nothing would be written to '{target.FileName}'.", target);
        return null;
    }

    // A static initializer that throws takes all members of its class with it: one problem, told once.
    private static Finding ThrownBy(EmissionTarget target, Exception exception, Assembly project)
    {
        Exception cause = exception;
        while (cause is TypeInitializationException or TargetInvocationException && cause.InnerException is { } inner) cause = inner;
        string who = exception is TypeInitializationException ? target.Member[..target.Member.LastIndexOf('.')] : target.Member;
        Origin origin = ThrownAt(cause, project) ?? new Origin(target.File, target.Line);
        return new Finding("AUD9001", FindingSeverity.Error, $"{who} throws {cause.GetType().Name}: {OneLine(cause.Message)}", origin);
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

    private static string Shown(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) ? '?' : c));

    private void Error(string id, string message, EmissionTarget target) => findings.Error(id, message, new Origin(target.File, target.Line));
}
