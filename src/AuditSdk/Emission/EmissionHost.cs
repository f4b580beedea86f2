using System.Reflection;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Emission;

/// <summary>Where the build tool enters a project: it turns the project's definitions into the texts of files. Only types of the runtime cross this line, so tool and project may have different versions of everything else.</summary>
public static class EmissionHost
{
    private const string GeneratedRegistry = "AuditSdk.Generated.AuditSdkEmissions";

    /// <summary>Evaluates the definitions of a project. Files are handed over only when no definition has an error.</summary>
    /// <param name="project">The project's assembly; its entry point is never run.</param>
    /// <param name="settings">
    /// <c>fluentd</c> and <c>kubernetes</c>: the targets of classes that name none; <c>profile</c>: default, cis or strict; <c>audit-log-path</c> and its like: the server's flags for classes that say nothing of them; <c>catalog</c>: files about the user's resources and plugins, one a line.
    /// </param>
    /// <param name="isTold">Asked with id, member, path in the document, file and line of each finding of a check: true where the compiler told it already, or the source says not to tell it.</param>
    /// <param name="defining">Called with member, file and line before a definition is evaluated.</param>
    /// <param name="file">Called with the relative name and the text of each file.</param>
    /// <param name="problem">Called with file, line, column, severity, id and message of each problem.</param>
    public static void Run(
        Assembly project,
        IReadOnlyDictionary<string, string> settings,
        Func<string, string, string?, string?, int, bool> isTold,
        Action<string, string?, int> defining,
        Action<string, string> file,
        Action<string?, int, int, string, string, string> problem)
    {
        FindingSink findings = new();
        CheckSettings.Verify(settings, findings);
        EmissionRun run = new(settings, isTold, findings);
        foreach (EmissionDefinition definition in DefinitionsOf(project))
        {
            defining(definition.Target.Member, definition.Target.File, definition.Target.Line);
            run.Evaluate(definition, project);
        }

        run.CheckPairs();

        foreach (Finding finding in findings.Findings)
        {
            string severity = finding.Severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "info" };
            problem(finding.Origin.File, finding.Origin.Line, finding.Origin.Column, severity, finding.Id, finding.Message);
        }

        if (findings.HasErrors) return;
        foreach (EmittedFile emitted in run.Files) file(emitted.Name, emitted.Text);
    }

    // The only reflection: one method of one generated class.
    private static IReadOnlyList<EmissionDefinition> DefinitionsOf(Assembly project)
    {
        EmissionRegistry registry = new();
        project.GetType(GeneratedRegistry)
            ?.GetMethod("Register", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?.CreateDelegate<Action<EmissionRegistry>>()(registry);
        return registry.Definitions;
    }
}
