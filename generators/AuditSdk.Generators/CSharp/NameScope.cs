using System.Globalization;

namespace AuditSdk.Generators.CSharp;

/// <summary>The names of one place in C#, each given once. What comes in are identifiers: the catalog's reader lets nothing else through.</summary>
internal sealed class NameScope(IEnumerable<string> taken, StringComparer comparer)
{
    private readonly HashSet<string> _taken = new(taken, comparer);

    /// <summary>The wanted name, or where that is taken one like it.</summary>
    /// <param name="wanted">The name.</param>
    /// <param name="otherwise">The name to try where the first is taken; after it, numbers.</param>
    public string Claim(string wanted, string otherwise)
    {
        if (_taken.Add(wanted)) return wanted;
        string name = otherwise;
        for (int number = 2; !_taken.Add(name); number++) name = otherwise + number.ToString(CultureInfo.InvariantCulture);
        return name;
    }
}
