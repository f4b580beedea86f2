using System.Globalization;

namespace AuditSdk.Semantics.Fluentd.Routing.Regexps;

/// <summary>Runs a program on a text, trying in the order in which Ruby tries, with all that is still to be tried on a stack of its own.</summary>
internal sealed class RubyMatcher
{
    private readonly RubyProgram _program;
    private readonly int[] _text;
    private readonly WorkBudget _budget;
    private readonly int[] _slots;
    private readonly Stack<(int Slot, int Old)> _undo = new();
    private readonly Stack<(int Code, int At, int Undo)> _untried = new();

    public RubyMatcher(RubyProgram program, int[] text, WorkBudget budget)
    {
        (_program, _text, _budget) = (program, text, budget);
        _slots = new int[program.Slots];
    }

    /// <summary>The places of the first match, two for the whole and each group, -1 for none; null where there is no match.</summary>
    public int[]? Search()
    {
        for (int start = 0; start <= _text.Length; start++)
        {
            for (int i = 0; i < _slots.Length; i++) _slots[i] = -1;
            _undo.Clear();
            _untried.Clear();
            int end = Run(0, start);
            if (end < 0) continue;
            (_slots[0], _slots[1]) = (start, end);
            return _slots;
        }

        return null;
    }

    // The place behind what is taken, or -1. Calls itself only for parts that run on their own, as deep as the pattern nests.
    private int Run(int code, int at)
    {
        int bottom = _untried.Count;
        while (true)
        {
            _budget.Take();
            RubyInstruction instruction = _program.Code[code];
            bool goesOn = true;
            switch (instruction.Operation)
            {
                case RubyOperation.Done:
                    while (_untried.Count > bottom) _untried.Pop();
                    return at;
                case RubyOperation.One:
                    goesOn = at < _text.Length && Takes(instruction, _text[at]);
                    at++;
                    code++;
                    break;
                case RubyOperation.Try:
                    _untried.Push((instruction.X, at, _undo.Count));
                    code++;
                    break;
                case RubyOperation.Skip:
                    _untried.Push((code + 1, at, _undo.Count));
                    code = instruction.X;
                    break;
                case RubyOperation.Jump:
                    code = instruction.X;
                    break;
                case RubyOperation.Save:
                    _undo.Push((instruction.X, _slots[instruction.X]));
                    _slots[instruction.X] = at;
                    code++;
                    break;
                case RubyOperation.LeaveIfEmpty:
                    code = _slots[instruction.X] == at ? instruction.Y : code + 1;
                    break;
                case RubyOperation.Back:
                    goesOn = (at -= instruction.X) >= 0;
                    code++;
                    break;
                case RubyOperation.Same:
                    goesOn = TakesSame(instruction.X, ref at);
                    code++;
                    break;
                case RubyOperation.Assert:
                    goesOn = Holds((RubyAssertion)instruction.X, at);
                    code++;
                    break;
                default:
                    goesOn = Part(instruction, code, ref at);
                    code = instruction.X;
                    break;
            }

            if (goesOn) continue;
            if (_untried.Count == bottom) return -1;
            (code, at, int undo) = _untried.Pop();
            Undo(undo);
        }
    }

    private bool Part(RubyInstruction instruction, int code, ref int at)
    {
        int undo = _undo.Count;
        int end = Run(code + 1, at);
        if (instruction.Operation == RubyOperation.Atomic)
        {
            if (end >= 0) at = end;
            return end >= 0;
        }

        if (end < 0 || instruction.Y == 1) Undo(undo);
        return end >= 0 != (instruction.Y == 1);
    }

    private void Undo(int count)
    {
        while (_undo.Count > count)
        {
            (int slot, int old) = _undo.Pop();
            _slots[slot] = old;
        }
    }

    private static bool Takes(RubyInstruction one, int rune)
    {
        bool? takes = one.Set!.Contains(rune);
        if (one.X == 1)
        {
            // Beyond ASCII one character may be the same as two others.
            if (rune > 127 || one.Set.Single > 127) takes = null;
            else if (takes == false && char.IsLetter((char)rune)) takes = one.Set.Contains(rune ^ 32);
        }

        return takes ?? throw new UndecidedException("a regular expression meets characters that only Ruby can tell");
    }

    private bool TakesSame(int group, ref int at)
    {
        (int start, int end) = (_slots[group * 2], _slots[(group * 2) + 1]);
        if (start < 0 || end < start) return false;
        for (int i = start; i < end; i++, at++)
        {
            _budget.Take();
            if (at >= _text.Length || _text[at] != _text[i]) return false;
        }

        return true;
    }

    private bool Holds(RubyAssertion kind, int at) => kind switch
    {
        RubyAssertion.TextStart => at == 0,
        RubyAssertion.TextEnd => at == _text.Length,
        RubyAssertion.TextEndOrLastLineFeed => at == _text.Length || (at == _text.Length - 1 && _text[at] == '\n'),
        RubyAssertion.LineStart => at == 0 || (_text[at - 1] == '\n' && at < _text.Length),
        RubyAssertion.LineEnd => at == _text.Length || _text[at] == '\n',
        RubyAssertion.WordBoundary => IsWord(at - 1) != IsWord(at),
        _ => IsWord(at - 1) == IsWord(at),
    };

    // A boundary knows all letters, unlike "\w".
    private bool IsWord(int at)
    {
        if (at < 0 || at >= _text.Length) return false;
        int rune = _text[at];
        if (rune <= 127) return RuneSet.Word.Contains(rune)!.Value;
        if (rune <= char.MaxValue && char.IsLetter((char)rune)) return true;
        if (rune <= char.MaxValue && CharUnicodeInfo.GetUnicodeCategory((char)rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherPunctuation or UnicodeCategory.DashPunctuation) return false;
        throw new UndecidedException("a regular expression meets characters that only Ruby can tell");
    }
}
