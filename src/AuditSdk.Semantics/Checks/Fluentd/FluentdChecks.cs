using AuditSdk.Semantics.Checks.Fluentd.Accepted;
using AuditSdk.Semantics.Checks.Fluentd.Buffers;
using AuditSdk.Semantics.Checks.Fluentd.Engine;
using AuditSdk.Semantics.Checks.Fluentd.Plugins;
using AuditSdk.Semantics.Checks.Fluentd.Routing;
using AuditSdk.Semantics.Checks.Fluentd.Ruby;
using AuditSdk.Semantics.Checks.Fluentd.Secrets;
using AuditSdk.Semantics.Checks.Fluentd.Sources;
using AuditSdk.Semantics.Checks.Fluentd.Times;
using AuditSdk.Semantics.Checks.Fluentd.Values;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>Every check of a fluentd configuration.</summary>
public static class FluentdChecks
{
    /// <summary>The checks as one in .editorconfig: <c>dotnet_analyzer_diagnostic.category-FluentdPipeline.severity</c>.</summary>
    public const string Category = "FluentdPipeline";

    /// <summary>The checks, in the order of their ids.</summary>
    public static IReadOnlyList<FluentdCheck> All { get; } =
    [
        new(SecretIsWrittenInClear.Descriptor, SecretIsWrittenInClear.Check),
        .. RoutingChecks.All,
        new(TwoTailsReadOneFile.Descriptor, TwoTailsReadOneFile.Check),
        new(PositionFileIsTemporary.Descriptor, PositionFileIsTemporary.Check),
        new(ListenerIsOpen.Descriptor, ListenerIsOpen.Check),
        new(TailReadsRotatedFiles.Descriptor, TailReadsRotatedFiles.Check),
        new(TailSkipsWhatIsThere.Descriptor, TailSkipsWhatIsThere.Check),
        new(TailPathIsJson.Descriptor, TailPathIsJson.Check),
        new(AgentWritesIntoTheLogFolder.Descriptor, AgentWritesIntoTheLogFolder.Check),
        new(FileIsOfTheKernel.Descriptor, FileIsOfTheKernel.Check),
        new(TimeKeyIsNotInAuditEvents.Descriptor, TimeKeyIsNotInAuditEvents.Check),
        new(TextTimeIsReadAsNumber.Descriptor, TextTimeIsReadAsNumber.Check),
        new(TimeFormatDoesNotReadAuditTimes.Descriptor, TimeFormatDoesNotReadAuditTimes.Check),
        new(TimeFormatCutsAuditTimes.Descriptor, TimeFormatCutsAuditTimes.Check),
        new(TimeFormatIsNotRead.Descriptor, TimeFormatIsNotRead.Check),
        new(TimeKeyIsTakenOut.Descriptor, TimeKeyIsTakenOut.Check),
        new(TimeFormatHasUnknownDirective.Descriptor, TimeFormatHasUnknownDirective.Check),
        new(TimeOfFluentdIsAdded.Descriptor, TimeOfFluentdIsAdded.Check),
        new(NumberIsReadAsAnother.Descriptor, NumberIsReadAsAnother.Check),
        new(RegexpMatchesEverything.Descriptor, RegexpMatchesEverything.Check),
        new(CommentIsRead.Descriptor, CommentIsRead.Check),
        new(ParameterIsWrittenTwice.Descriptor, ParameterIsWrittenTwice.Check),
        new(IdIsEmpty.Descriptor, IdIsEmpty.Check),
        new(RetryWaitIsZero.Descriptor, RetryWaitIsZero.Check),
        new(FlushThreadsAreZero.Descriptor, FlushThreadsAreZero.Check),
        new(BufferIsTemporary.Descriptor, BufferIsTemporary.Check),
        new(BufferIsInMemory.Descriptor, BufferIsInMemory.Check),
        new(RetryLimitIsIgnored.Descriptor, RetryLimitIsIgnored.Check),
        new(FlushIntervalIsTheDefault.Descriptor, FlushIntervalIsTheDefault.Check),
        new(BufferDoesNothing.Descriptor, BufferDoesNothing.Check),
        new(OldestEventsAreDropped.Descriptor, OldestEventsAreDropped.Check),
        new(ChunkIsLargerThanTheBuffer.Descriptor, ChunkIsLargerThanTheBuffer.Check),
        new(PlaceholderStaysText.Descriptor, PlaceholderStaysText.Check),
        new(ForestIsObsolete.Descriptor, ForestIsObsolete.Check),
        new(ForestTemplateIsBroken.Descriptor, ForestTemplateIsBroken.Check),
        new(FilterDoesNothing.Descriptor, FilterDoesNothing.Check),
        new(ParametersAreFlat.Descriptor, ParametersAreFlat.Check),
        new(FlatIntervalIsIgnored.Descriptor, FlatIntervalIsIgnored.Check),
        new(SecondaryIsOfTheSameType.Descriptor, SecondaryIsOfTheSameType.Check),
        new(PluginNeedsAGem.Descriptor, PluginNeedsAGem.Check),
        new(WorkerIsNoNumber.Descriptor, WorkerIsNoNumber.Check),
        new(SystemParameterIsUnknown.Descriptor, SystemParameterIsUnknown.Check),
        new(LabelHasNoAtSign.Descriptor, LabelHasNoAtSign.Check),
        new(RubyIsNotEnabled.Descriptor, RubyIsNotEnabled.Check),
        new(PlaceholderIsUnknown.Descriptor, PlaceholderIsUnknown.Check),
        new(RubyIsBroken.Descriptor, RubyIsBroken.Check),
        new(RubyIsNotExpanded.Descriptor, RubyIsNotExpanded.Check),
        new(RegexpDiffersFromDotNet.Descriptor, RegexpDiffersFromDotNet.Check),
        new(VariableMayBeMissing.Descriptor, VariableMayBeMissing.Check),
        .. CauseChecks.All,
    ];

    /// <summary>Checks a configuration.</summary>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static IReadOnlyList<Finding> Run(FluentdElement root, FluentdCheckOptions options, CancellationToken cancellation = default)
    {
        FluentdCheckContext context = new(FluentdPaths.In(root), options, cancellation);
        FindingSink sink = new();
        foreach (FluentdCheck check in All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (check.Descriptor.Profile <= options.Profile) check.Check(context, sink);
        }

        WorkerViews.Check(context, sink);
        return CheckProfiles.Apply(FluentdPaths.Of(sink.Findings), options.Profile);
    }
}
