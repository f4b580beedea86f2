namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>The checks of where events go.</summary>
internal static class RoutingChecks
{
    /// <summary>The checks, in the order of their ids.</summary>
    public static FluentdCheck[] All { get; } =
    [
        new(NoMatchAtAll.Descriptor, NoMatchAtAll.Check),
        new(MatchIsUnreachable.Descriptor, MatchIsUnreachable.Check),
        new(FilterIsUnreachable.Descriptor, FilterIsUnreachable.Check),
        new(EventsReachNoOutput.Descriptor, EventsReachNoOutput.Check),
        new(PartOfTheEventsIsLost.Descriptor, PartOfTheEventsIsLost.Check),
        new(RewriteDropsTheRest.Descriptor, RewriteDropsTheRest.Check),
        new(RewriteLoops.Descriptor, RewriteLoops.Check),
        new(RelabelWithoutLabel.Descriptor, RelabelWithoutLabel.Check),
        new(RewriteToTheSameTag.Descriptor, RewriteToTheSameTag.Check),
        new(LabelIsNeverEntered.Descriptor, LabelIsNeverEntered.Check),
        new(LabelOfARuleIsMissing.Descriptor, LabelOfARuleIsMissing.Check),
        new(CommaInMatchPattern.Descriptor, CommaInMatchPattern.Check),
        new(BraceIsNeverClosed.Descriptor, BraceIsNeverClosed.Check),
        new(SourceInLabel.Descriptor, SourceInLabel.Check),
        new(FilterSeesEventsTwice.Descriptor, FilterSeesEventsTwice.Check),
    ];
}
