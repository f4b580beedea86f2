using System.Numerics;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary><c>roundrobin</c>: gives events to one store after the other. With a weight above 1 the order is random.</summary>
internal sealed class RoundRobinOutput : RoutedOutput
{
    private readonly IReadOnlyList<RoutedOutput> _stores;
    private readonly bool _isRandom;
    private int _turn = -1;

    public RoundRobinOutput(PluginSettings settings, IReadOnlyList<RoutedOutput> stores)
        : base(settings.Element, "roundrobin")
    {
        List<BigInteger> weights = [.. settings.Sections("store").Select(s => ((FluentdDatum.Integer)s.Value("weight", new FluentdType("integer"), new FluentdDatum.Integer(1))!).Value)];
        if (weights.TrueForAll(w => w.IsZero)) throw new UndecidedException("no store of a roundrobin has a weight");
        _isRandom = weights.Exists(w => w > 1);
        _stores = [.. stores.Where((_, i) => weights[i] > 0)];
    }

    public override bool IsOpaque => _isRandom && _stores.Count > 1;

    public override void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow)
    {
        if (IsOpaque) throw new UndecidedException("a roundrobin with weights takes its stores in random order");
        if (_stores.Count == 0) throw new UndecidedException("no store of a roundrobin has a weight");
        _turn = (_turn + 1) % _stores.Count;
        flow.Reach(agent, _stores[_turn], tag, records);
    }
}
