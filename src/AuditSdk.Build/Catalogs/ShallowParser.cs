using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AuditSdk.Build.Catalogs;

/// <summary>A parser that refuses documents nested so deeply that building their tree would overflow the stack.</summary>
internal sealed class ShallowParser(IParser inner) : IParser
{
    // Schemas of real CRDs nest about 60 deep.
    private const int DeepestLevel = 1000;

    private int _level;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        if (!inner.MoveNext()) return false;
        _level += inner.Current!.NestingIncrease;
        return _level <= DeepestLevel ? true : throw new YamlException(inner.Current.Start, inner.Current.End, $"it nests more than {DeepestLevel} levels deep");
    }
}
