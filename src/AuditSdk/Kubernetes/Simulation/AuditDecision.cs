using System.Globalization;
using System.Text;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>What a policy decides for a request, and why.</summary>
public sealed class AuditDecision
{
    private readonly AuditPolicy _policy;
    private readonly PolicyMatcher _matcher;
    private readonly RequestAttributes _attributes;
    private readonly PolicyDecision _decision;

    internal AuditDecision(AuditPolicy policy, PolicyMatcher matcher, ApiRequest request)
    {
        (_policy, _matcher, Request) = (policy, matcher, request);
        _attributes = request.Attributes;
        _decision = matcher.Decide(_attributes);
    }

    /// <summary>The request.</summary>
    public ApiRequest Request { get; }

    /// <summary>How much is logged; <see cref="Level.None"/> where no rule matches.</summary>
    public Level Level => (Level)_decision.Level;

    /// <summary>The first rule that matches, from 0; -1 where none does.</summary>
    public int RuleIndex => _decision.Rule;

    /// <summary>The first rule that matches; null where none does.</summary>
    public PolicyRule? Rule => _decision.Rule < 0 ? null : _policy.Rules[_decision.Rule];

    /// <summary>Stages that make no event: those of the policy and those of the rule.</summary>
    public ValueList<Stage> OmitStages => ValueList.From(Enum.GetValues<Stage>().Where(s => _decision.OmitStages.HasFlag(StageFlag(s))));

    /// <summary>Whether bodies lose their managed fields.</summary>
    public bool OmitManagedFields => _decision.OmitManagedFields;

    /// <summary>Throws unless the request is logged at a level.</summary>
    /// <returns>The decision, to ask it for more.</returns>
    /// <exception cref="AuditExpectationException">It is logged at another level; the message says why each earlier rule did not match.</exception>
    public AuditDecision ShouldBe(Level level) => Level == level ? this : throw Unexpected($"{level}");

    /// <summary>Throws unless the request is logged at a level or less: <c>ShouldBeAtMost(Level.Metadata)</c> keeps bodies out of the log.</summary>
    /// <returns>The decision, to ask it for more.</returns>
    /// <exception cref="AuditExpectationException">It is logged at more; the message says why each earlier rule did not match.</exception>
    public AuditDecision ShouldBeAtMost(Level level) => Level <= level ? this : throw Unexpected($"at most {level}");

    /// <summary>Throws unless the request is logged at a level or more.</summary>
    /// <returns>The decision, to ask it for more.</returns>
    /// <exception cref="AuditExpectationException">It is logged at less; the message says why each earlier rule did not match.</exception>
    public AuditDecision ShouldBeAtLeast(Level level) => Level >= level ? this : throw Unexpected($"at least {level}");

    /// <summary>The request, what the policy sees of it, each rule before the deciding one with the reason why it does not match, and the decision.</summary>
    public string Explain()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Request}\n  is {Seen()}\n");
        int last = _decision.Rule < 0 ? _policy.Rules.Count - 1 : _decision.Rule - 1;
        for (int i = 0; i <= last; i++) text.Append(CultureInfo.InvariantCulture, $"  rule {i}{Place(i)}: {_matcher.WhyNot(i, _attributes)?.Text}\n");
        text.Append(_decision.Rule < 0 ? "  no rule matches: None" : $"  rule {_decision.Rule}{Place(_decision.Rule)} matches: {Level}");
        return text.ToString();
    }

    /// <summary>As <see cref="Explain"/>.</summary>
    public override string ToString() => Explain();

    private AuditExpectationException Unexpected(string expected) => new($"Expected {expected}, but the policy decides {Level}.\n{Explain()}");

    /// <summary>The level with what is left out, and the rule, in a few words.</summary>
    internal string Summary => RuleIndex < 0 ? "None, by no rule" : $"{Level}{LeftOut} by rule {RuleIndex}{Place(RuleIndex)}";

    private string LeftOut => Level == Level.None ? "" : (OmitStages.Count == 0 ? "" : $" without {string.Join(", ", OmitStages)}") + (OmitManagedFields ? " without managed fields" : "");

    private string Place(int rule) => _policy.Rules[rule].Site is { File: { } file, Line: > 0 and var line } ? $" ({Path.GetFileName(file)}:{line})" : "";

    private string Seen()
    {
        if (!_attributes.IsResource) return $"{Quoted(_attributes.Verb)} of the path {_attributes.Path}";
        if (_attributes.Resource.Length == 0) return $"{Quoted(_attributes.Verb)} of a resource without a name";
        string group = _attributes.ApiGroup.Length == 0 ? "" : "." + _attributes.ApiGroup;
        string resource = _attributes.Subresource.Length == 0 ? _attributes.Resource : _attributes.Resource + "/" + _attributes.Subresource;
        string name = _attributes.Name.Length == 0 ? "" : $" '{_attributes.Name}'";
        string place = _attributes.Namespace.Length == 0 ? "in no namespace" : $"in namespace {_attributes.Namespace}";
        return $"{Quoted(_attributes.Verb)} of {resource}{group}{name} {place}";
    }

    private static string Quoted(string verb) => verb.Length == 0 ? "the empty verb" : verb;

    private static AuditStages StageFlag(Stage stage) => stage switch
    {
        Stage.RequestReceived => AuditStages.RequestReceived,
        Stage.ResponseStarted => AuditStages.ResponseStarted,
        Stage.ResponseComplete => AuditStages.ResponseComplete,
        _ => AuditStages.Panic,
    };
}
