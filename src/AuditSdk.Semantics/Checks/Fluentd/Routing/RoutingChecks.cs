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

    private static readonly CheckDescriptor[] OfText = [RelabelWithoutLabel.Descriptor, CommaInMatchPattern.Descriptor, BraceIsNeverClosed.Descriptor, SourceInLabel.Descriptor];
    private static readonly CheckDescriptor[] OfSteps = [MatchIsUnreachable.Descriptor, FilterIsUnreachable.Descriptor, LabelIsNeverEntered.Descriptor];

    /// <summary>Those that ask which events come where.</summary>
    public static FluentdCheck[] OfFlow { get; } = [.. All.Where(c => !OfText.Contains(c.Descriptor))];

    /// <summary>True for a check that says of a directive that no event comes there.</summary>
    public static bool IsOfSteps(FluentdCheck check) => OfSteps.Contains(check.Descriptor);
}
