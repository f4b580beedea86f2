using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>The sections <c>&lt;worker N&gt;</c> and <c>&lt;worker N-M&gt;</c>: numbers in range, each taken once (root_agent.rb of 1.18).</summary>
internal sealed class WorkerConfiguration(ConfigurationRun run)
{
    private static readonly string[] OfWorker = ["source", "match", "filter", "label"];

    /// <summary>The sections of the root with those of its workers behind them, as fluentd goes through them.</summary>
    public List<ConfElement> WithWorkers(ConfElement root)
    {
        List<ConfElement> elements = [.. root.Elements.Where(e => e.Name != "worker")];
        HashSet<int> used = [];
        HashSet<int> free = [.. Enumerable.Range(0, run.Workers)];
        foreach (ConfElement worker in root.Named("worker"))
        {
            if (worker.Argument is null)
            {
                run.Unknown(worker.Origin);
                worker.ReadAll();
                continue;
            }

            if (worker.Argument.Length == 0) throw ConfigurationRun.Refuse(FluentdCause.ArgumentMissing, "Missing worker id on <worker> directive", worker.Origin, "worker");
            string[] ids = Split(worker.Argument);
            if (ids.Length == 2) Range(worker, RubyInteger(ids[0]), RubyInteger(ids[1]), used, free);
            else One(worker, RubyInteger(worker.Argument));
            elements.AddRange(worker.Elements);
        }

        return elements;
    }

    private void One(ConfElement worker, int id)
    {
        RefuseOutOfRange(worker, id);
        foreach (ConfElement element in worker.Elements)
        {
            RefuseForeign(element);
            element.ForWorkers([id]);
        }
    }

    private void Range(ConfElement worker, int first, int last, HashSet<int> used, HashSet<int> free)
    {
        if (first > last)
        {
            string message = $"greater first_worker_id<{first}> than last_worker_id<{last}> specified by <worker> directive is not allowed. Available multi worker assign syntax is <smaller_worker_id>-<greater_worker_id>";
            throw ConfigurationRun.Refuse(FluentdCause.WorkerInvalid, message, worker.Origin, worker.Argument);
        }

        List<int> ids = [];
        for (int id = first; id <= last; id++)
        {
            ids.Add(id);
            RefuseOutOfRange(worker, id);
            free.Remove(id);
            if (!used.Add(id))
            {
                string left = string.Join(", ", free.OrderBy(f => f));
                throw ConfigurationRun.Refuse(FluentdCause.WorkerInvalid, $"specified worker_id<{id}> collisions is detected on <worker> directive. Available worker id(s): [{left}]", worker.Origin, worker.Argument);
            }

            foreach (ConfElement element in worker.Elements) RefuseForeign(element);
            worker.ForWorkers([.. ids]);
        }
    }

    private void RefuseOutOfRange(ConfElement worker, int id)
    {
        if (id >= 0 && (run.WorkersAreOpen || id <= run.Workers - 1)) return;
        string message = $"worker id {id} specified by <worker> directive is not allowed. Available worker id is between 0 and {run.Workers - 1}";
        throw ConfigurationRun.Refuse(FluentdCause.WorkerInvalid, message, worker.Origin, worker.Argument);
    }

    private static void RefuseForeign(ConfElement element)
    {
        if (!OfWorker.Contains(element.Name)) throw ConfigurationRun.Refuse(FluentdCause.WorkerInvalid, $"<worker> section cannot have <{element.Name}> directive", element.Origin, element.Name);
    }

    // Ruby's split drops empty texts at the end, so "3-" is one.
    private static string[] Split(string argument)
    {
        List<string> parts = [.. argument.Split('-')];
        while (parts.Count > 0 && parts[parts.Count - 1].Length == 0) parts.RemoveAt(parts.Count - 1);
        return [.. parts];
    }

    private static int RubyInteger(string text)
        => IntegerType.Read(new FluentdDatum.Text(text)).Value is FluentdDatum.Integer { Value: var number } ? (int)System.Numerics.BigInteger.Max(-1_000_000, System.Numerics.BigInteger.Min(1_000_000, number)) : 0;
}
