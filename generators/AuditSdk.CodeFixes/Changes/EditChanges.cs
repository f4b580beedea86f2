using AuditSdk.Analyzers.Remedies;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Policy;

namespace AuditSdk.CodeFixes.Changes;

/// <summary>Which text changes make an edit.</summary>
internal static class EditChanges
{
    /// <summary>Adds the changes of an edit; false where it cannot be made safely.</summary>
    public static bool TryMake(SourceEdit edit, SourceFiles files, SourceChanges changes) => edit.Edit switch
    {
        RemoveRule => RuleChanges.TryRemove(edit, files, changes),
        MoveRule => RuleChanges.TryMove(edit, files, changes),
        InsertRule insert => RuleChanges.TryInsert(insert, edit, files, changes),
        ReplaceText or ReplaceResource when edit.Resources.Count > 0 => ResourceChanges.TryReplace(edit, files, changes),
        AddValues when edit.Resources.Count > 0 => ResourceChanges.TryAddBeside(edit, files, changes),
        ReplaceField replace => FieldChanges.TryReplace(replace, edit, files, changes),
        ReplaceText replace => TextChanges.TryReplace(replace, edit, files, changes),
        RemoveValue => TextChanges.TryRemove(edit, files, changes),
        RemoveField => FieldChanges.TryRemove(edit, files, changes),
        AddValues add => FieldChanges.TryAdd(add, edit, files, changes),
        AddResources add => FieldChanges.TryAdd(add, edit, files, changes),
        FluentdEdit pipeline => PipelineChanges.TryMake(pipeline, edit, files, changes),
        _ => false,
    };
}
