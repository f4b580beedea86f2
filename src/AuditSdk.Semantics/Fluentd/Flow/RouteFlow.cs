using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>A route with the tags that enter it, and what its steps see of them.</summary>
internal sealed class RouteFlow
{
    private readonly FlowWork _work;

    private TagLanguage? _taken;
    private bool? _isOpen;

    public RouteFlow(FluentdRoute route, FlowWork work)
    {
        (Route, _work) = (route, work);
        Steps = [.. route.Steps.Select(s => new StepTags(s, work))];
        In = TagSet.None(work);
    }

    public FluentdRoute Route { get; }

    public FlowWork Work => _work;

    public IReadOnlyList<StepTags> Steps { get; }

    /// <summary>The tags of all events that enter.</summary>
    public TagSet In { get; set; }

    /// <summary>True where a step may take tags of which nothing is known: an include, a pattern of Ruby.</summary>
    public bool IsOpen => _isOpen ??= Steps.Any(s => s.Step.Element is null || (!s.Step.IsFilter && s.Language is null));

    /// <summary>What the matches of the route certainly take, all together: one by one they would be asked anew for everything that sends events.</summary>
    public TagLanguage Taken => _taken ??= _work.Languages.AnyOf(Steps.Where(s => s.Takes).Select(static s => s.Language!));

    /// <summary>The tags that reach a step, those of unknown steps before it included.</summary>
    public TagSet Reach(int step)
    {
        List<TagLanguage> taken = [];
        bool isKnown = Steps[step].Language is not null;
        for (int i = 0; i < step; i++)
        {
            if (Steps[i].Step.IsFilter || !Steps[i].MayOverlap(Steps[step])) continue;
            if (Steps[i].Language is { } language) taken.Add(language);
            else isKnown = false;
        }

        TagSet tags = In.And(Steps[step].Language ?? _work.Languages.Any).Except(_work.Languages.AnyOf(taken));
        return isKnown ? tags : tags with { Meant = _work.Languages.None };
    }

    /// <summary>True where a tag may reach a step, false where certainly none does; null where that is undecided.</summary>
    public bool? IsReached(int step)
    {
        StepTags at = Steps[step];
        if (at.Sample is { } sample && In.May.Contains(sample))
        {
            // The match that takes the sample often takes all: that is cheaper to see than what many leave together.
            int taker = TakerOf(sample, step);
            if (taker < 0) return true;
            if (Steps[taker].Language is { } taken && at.Language is { } own && _work.IsPart(In.May.And(own), taken)) return false;
        }

        return _work.Example(Reach(step).May).State switch
        {
            TagExampleState.Found => true,
            TagExampleState.Empty => false,
            _ => null,
        };
    }

    /// <summary>The matches before a step that take tags which enter the route and are the step's.</summary>
    public IReadOnlyList<int> Takers(int step)
    {
        List<int> takers = [];
        TagLanguage left = In.May.And(Steps[step].Language ?? _work.Languages.Any);
        for (int i = 0; i < step; i++)
        {
            if (!Steps[i].Takes || !Steps[i].MayOverlap(Steps[step]) || _work.IsEmpty(left.And(Steps[i].Language!))) continue;
            takers.Add(i);
            left = left.Except(Steps[i].Language!);
            if (_work.IsEmpty(left)) break;
        }

        return takers;
    }

    /// <summary>What no match of the route certainly takes. In an open route nobody knows.</summary>
    public TagLanguage Left(TagLanguage tags) => tags.Term == _work.Languages.None.Term ? tags : tags.Except(Taken);

    // The first match that takes a tag, or may do so; -1 for none.
    private int TakerOf(string tag, int before)
    {
        for (int i = 0; i < before; i++)
        {
            if (!Steps[i].Step.IsFilter && Steps[i].Matches(tag) != false) return i;
        }

        return -1;
    }
}
