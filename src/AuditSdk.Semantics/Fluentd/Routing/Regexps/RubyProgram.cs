namespace AuditSdk.Semantics.Fluentd.Routing.Regexps;

internal enum RubyOperation
{
    /// <summary>Takes one character of a set.</summary>
    One,

    /// <summary>Goes on here first, at X where that fails.</summary>
    Try,

    /// <summary>Goes on at X first, here where that fails.</summary>
    Skip,

    Jump,

    /// <summary>Remembers the place in slot X.</summary>
    Save,

    /// <summary>Goes on at Y where nothing was taken since the place in slot X.</summary>
    LeaveIfEmpty,

    /// <summary>Runs what is up to X on its own, and keeps its first success.</summary>
    Atomic,

    /// <summary>As Atomic, and then goes back to the place; where Y is 1, it must fail.</summary>
    Look,

    /// <summary>Goes back X characters.</summary>
    Back,

    /// <summary>Takes what group X took.</summary>
    Same,

    Assert,

    /// <summary>The end, of the program or of a part that runs on its own.</summary>
    Done,
}

internal readonly record struct RubyInstruction(RubyOperation Operation, int X = 0, int Y = 0, RuneSet? Set = null);

/// <summary>A regular expression as instructions. Repetition is written out.</summary>
internal sealed class RubyProgram
{
    private const int Longest = 20_000;

    private readonly List<RubyInstruction> _code = [];

    private int _added;

    private RubyProgram(int groups) => Slots = (groups + 1) * 2;

    public IReadOnlyList<RubyInstruction> Code => _code;

    /// <summary>Two for each group and the whole, then one for each repetition that may take nothing.</summary>
    public int Slots { get; private set; }

    /// <summary>The program, or null where it would be too long.</summary>
    public static RubyProgram? Of(RubyExpression expression, int groups)
    {
        RubyProgram program = new(groups);
        return program.Add(expression) && program.Add(RubyOperation.Done) ? program : null;
    }

    private bool Add(RubyOperation operation, int x = 0, int y = 0, RuneSet? set = null)
    {
        _code.Add(new RubyInstruction(operation, x, y, set));
        return _code.Count < Longest;
    }

    private bool Add(RubyExpression expression) => ++_added < 2 * Longest && expression switch
    {
        RubyExpression.One one => Add(RubyOperation.One, one.IgnoresCase ? 1 : 0, 0, one.Set),
        RubyExpression.Row row => row.Items.All(Add),
        RubyExpression.Choice choice => AddChoice(choice.Items),
        RubyExpression.Repeat repeat => AddRepeat(repeat),
        RubyExpression.Group group => Add(RubyOperation.Save, group.Number * 2) && Add(group.Item) && Add(RubyOperation.Save, (group.Number * 2) + 1),
        RubyExpression.Atomic atomic => AddPart(RubyOperation.Atomic, 0, () => Add(atomic.Item)),
        RubyExpression.Look look => AddPart(RubyOperation.Look, look.IsNegative ? 1 : 0, () => look.IsBehind ? AddBehind(look.Item) : Add(look.Item)),
        RubyExpression.BackReference reference => Add(RubyOperation.Same, reference.Number),
        RubyExpression.Assertion assertion => Add(RubyOperation.Assert, (int)assertion.Kind),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private bool AddChoice(IReadOnlyList<RubyExpression> items) => AddChoice([.. items.Select(i => (Func<bool>)(() => Add(i)))]);

    private bool AddChoice(IReadOnlyList<Func<bool>> branches)
    {
        List<int> jumps = [];
        for (int i = 0; i < branches.Count; i++)
        {
            int branch = _code.Count;
            bool isLast = i == branches.Count - 1;
            if (!isLast && !Add(RubyOperation.Try)) return false;
            if (!branches[i]()) return false;
            if (isLast) continue;
            jumps.Add(_code.Count);
            if (!Add(RubyOperation.Jump)) return false;
            Aim(branch, _code.Count);
        }

        jumps.ForEach(j => Aim(j, _code.Count));
        return true;
    }

    private bool AddBehind(RubyExpression item)
        => item is RubyExpression.Choice choice
            ? AddChoice([.. choice.Items.Select(i => (Func<bool>)(() => AddBehindOne(i)))])
            : AddBehindOne(item);

    private bool AddBehindOne(RubyExpression item) => Add(RubyOperation.Back, item.Width!.Value) && Add(item);

    private bool AddPart(RubyOperation operation, int y, Func<bool> inside)
    {
        int start = _code.Count;
        if (!Add(operation, 0, y) || !inside() || !Add(RubyOperation.Done)) return false;
        Aim(start, _code.Count);
        return true;
    }

    private bool AddRepeat(RubyExpression.Repeat repeat)
    {
        for (int i = 0; i < repeat.Least; i++)
        {
            if (!Add(repeat.Item)) return false;
        }

        RubyOperation fork = repeat.IsLazy ? RubyOperation.Skip : RubyOperation.Try;
        if (repeat.Most < 0) return AddLoop(repeat.Item, fork);
        List<int> forks = [];
        for (int i = repeat.Least; i < repeat.Most; i++)
        {
            forks.Add(_code.Count);
            if (!Add(fork) || !Add(repeat.Item)) return false;
        }

        forks.ForEach(f => Aim(f, _code.Count));
        return true;
    }

    private bool AddLoop(RubyExpression item, RubyOperation fork)
    {
        int start = _code.Count;
        int slot = Slots++;
        if (!Add(fork) || !Add(RubyOperation.Save, slot) || !Add(item)) return false;
        int check = _code.Count;
        if (!Add(RubyOperation.LeaveIfEmpty, slot) || !Add(RubyOperation.Jump, start)) return false;
        Aim(start, _code.Count);
        _code[check] = _code[check] with { Y = _code.Count };
        return true;
    }

    private void Aim(int instruction, int target) => _code[instruction] = _code[instruction] with { X = target };
}
