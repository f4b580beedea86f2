using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AuditSdk.Build.Catalogs;

/// <summary>A parser that refuses documents nested so deeply that building their tree would overflow the stack, and fails in one way only.</summary>
internal sealed class ShallowParser(IParser inner) : IParser
{
    // Schemas of real CRDs nest about 60 deep.
    private const int DeepestLevel = 1000;

    private int _level;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        if (!Advance()) return false;
        _level += inner.Current!.NestingIncrease;
        return _level <= DeepestLevel ? true : throw new YamlException(inner.Current.Start, inner.Current.End, $"it nests more than {DeepestLevel} levels deep");
    }

    // The scanner meets some broken texts (a scalar that ends in ',{') with exceptions about its own state.
    private bool Advance()
    {
        try
        {
            return inner.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or NullReferenceException)
        {
            Mark after = inner.Current?.End ?? Mark.Empty;
            throw new YamlException(after, after, "what follows cannot be read", e);
        }
    }
}
