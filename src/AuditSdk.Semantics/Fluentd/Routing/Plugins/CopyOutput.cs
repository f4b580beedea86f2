using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary><c>copy</c>: gives events to each store. Without <c>copy_mode</c> they share the records, so that what one changes inside of them the next sees.</summary>
internal sealed class CopyOutput : RoutedOutput
{
    private readonly IReadOnlyList<RoutedOutput> _stores;
    private readonly Func<FlowRecord, Flow, FlowRecord> _copy;

    public CopyOutput(PluginSettings settings, Func<IReadOnlyList<RoutedOutput>> stores)
        : base(settings.Element, "copy")
    {
        FluentdDatum? mode = settings.Value("copy_mode", new FluentdType("enum") { Values = new(["no_copy", "shallow", "deep", "marshal"]) }, new FluentdDatum.Text("no_copy"));
        string name = settings.Flag("deep_copy", false) ? "shallow" : mode!.ToText();
        _copy = name switch
        {
            "no_copy" => (record, _) => record,
            "shallow" => (record, _) => record.Dup(),
            _ => (record, flow) => record with { Fields = (RubyHash)Deep(record.Fields, flow.Budget)! },
        };
        _stores = stores(); // fluentd makes them once its own parameters are read
        if (_stores.Count > 0 && Says(_stores[0], "ignore_if_prev_success")) throw RaisedException.Config("ignore_if_prev_success must specify 2nd or later <store> directives");
    }

    public override void Process(Agent agent, string tag, List<FlowRecord> records, Flow flow)
    {
        bool hasPreviousTaken = false;
        foreach (RoutedOutput store in _stores)
        {
            if (hasPreviousTaken && Says(store, "ignore_if_prev_success"))
            {
                hasPreviousTaken = false;
                continue;
            }

            hasPreviousTaken = Give(store, agent, tag, records, flow);
        }
    }

    private bool Give(RoutedOutput store, Agent agent, string tag, List<FlowRecord> records, Flow flow)
    {
        try
        {
            flow.Reach(agent, store, tag, [.. records.Select(r => _copy(r, flow))]);
            return true;
        }
        catch (RaisedException e) when (e.IsStandard && Says(store, "ignore_error"))
        {
            flow.Error($"ignore emit error in {new PluginSettings(store.Plugin).Id} {Flow.Shown(e.Error)}");
            return false;
        }
    }

    // fluentd looks for the word anywhere in the argument.
    private static bool Says(RoutedOutput store, string word)
        => store.Plugin.RubyArgument is null ? store.Plugin.Argument.IndexOf(word, StringComparison.Ordinal) >= 0 : throw new UndecidedException("the argument of a <store> is Ruby");

    private static RubyValue? Deep(RubyValue? value, WorkBudget budget)
    {
        budget.Take();
        switch (value)
        {
            case RubyHash hash:
                RubyHash copy = new();
                foreach (KeyValuePair<string, RubyValue?> item in hash.Items) copy[item.Key] = Deep(item.Value, budget);
                return copy;
            case RubyArray array:
                return new RubyArray([.. array.Items.Select(i => Deep(i, budget))]);
            default:
                return value;
        }
    }
}
