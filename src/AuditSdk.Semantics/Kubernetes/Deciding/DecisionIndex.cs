using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Decides requests against a policy of any size in well under a microsecond and without allocation; the verdicts are those of <see cref="PolicyMatcher"/>.</summary>
public sealed class DecisionIndex
{
    private readonly PolicyMatcher _matcher;
    private readonly PolicyEffects _effects;
    private readonly ValueIndex _values;
    private readonly DenseBoxes _dense;
    private readonly RareBoxes _rare;
    private readonly BoxTable _boxes;

    private DecisionIndex(PolicyMatcher matcher, PolicyEffects effects, BoxTable boxes)
    {
        (_matcher, _effects, _boxes) = (matcher, effects, boxes);
        RareBoxes.Plan plan = RareBoxes.Plan.Of(boxes);
        _dense = new(boxes, plan.Dense);
        _rare = new(boxes, plan);
        _values = new(boxes.Atoms);
    }

    /// <summary>An index of a policy. What is not known of it matches nothing, as in <see cref="PolicyMatcher"/>.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="groupStarIsLiteral">True for servers before 1.36, to which the group <c>*</c> is a name like any other.</param>
    public static DecisionIndex Of(PolicyDocument policy, bool groupStarIsLiteral = false)
    {
        BoxTable boxes = BoxTable.Of(policy.RulesOrUnknown().Select(r => RuleReading.Of(r, Reading.Certain, groupStarIsLiteral)));
        return new(PolicyMatcher.Of(policy, groupStarIsLiteral), new(policy), boxes);
    }

    /// <summary>What the policy decides for a request.</summary>
    public PolicyDecision Decide(RequestAttributes request)
    {
        // No path makes such a resource; boxes would have to compare resource and subresource joined.
        if (request.IsResource && (request.Resource.IndexOf('/') >= 0 || request.Subresource.IndexOf('/') >= 0)) return _matcher.Decide(request);
        if (request.User is { Groups.Count: > ValueIndex.MostGroups }) return _matcher.Decide(request);
#if NET
        Span<int> values = stackalloc int[ValueIndex.Capacity];
#else
        int[] values = new int[ValueIndex.Capacity];
#endif
        int groups = _values.Look(request, values);
        Spaces space = request.IsResource ? Spaces.Resource : Spaces.Url;
        int box = _rare.First(values, groups, space, int.MaxValue);
        box = _dense.First(values, groups, space, box);
        return _effects.DecisionOf(box == int.MaxValue ? -1 : _boxes.RuleOf(box));
    }
}
