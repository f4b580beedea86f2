using System.Globalization;

namespace AuditSdk.Generators.CSharp;

/// <summary>The names of one place in C#, each given once. What comes in are identifiers: the catalog's reader lets nothing else through.</summary>
internal sealed class NameScope(IEnumerable<string> taken, StringComparer comparer)
{
    private readonly HashSet<string> _taken = new(taken, comparer);

    /// <summary>The wanted name, or where that is taken one like it.</summary>
    /// <param name="wanted">The name.</param>
    /// <param name="otherwise">The name to try where the first is taken; after it, numbers.</param>
    /// <param name="inside">Names of the members of what is named: C# lets none of them be the same.</param>
    public string Claim(string wanted, string otherwise, IEnumerable<string>? inside = null)
    {
        HashSet<string> avoided = new(inside ?? [], StringComparer.Ordinal);
        string name = wanted;
        for (int number = 1; avoided.Contains(name) || !_taken.Add(name); number++) name = number == 1 ? otherwise : otherwise + number.ToString(CultureInfo.InvariantCulture);
        return name;
    }
}
