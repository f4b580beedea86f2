namespace AuditSdk.Semantics.Catalog;

/// <summary>Reads one line word by word. The first problem is told; from then on <see cref="Failed"/> is true and the line is left out.</summary>
internal sealed class CatalogWordReader(CatalogLine line, CatalogFindings findings)
{
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);
    private int _next = 1;

    public bool Failed { get; private set; }

    /// <summary>True where every word was read.</summary>
    public bool AtEnd => _next >= line.Tokens.Count;

    /// <summary>The next word, which has to be there and to be what is expected.</summary>
    public string Word(string expected, Func<string, bool> isValid)
    {
        if (Failed) return "";
        if (AtEnd)
        {
            CatalogToken last = line.Tokens[line.Tokens.Count - 1];
            Fail(last.Column, $"'{line.Keyword}' ends too early; expected {expected}.");
            return "";
        }

        CatalogToken token = line.Tokens[_next++];
        if (!isValid(token.Text)) Fail(token.Column, $"{CatalogFindings.Quote(token.Text)} is not {expected}.");
        return token.Text;
    }

    /// <summary>The next word, one of a few.</summary>
    public string OneOf(string expected, IReadOnlyList<string> words)
    {
        int column = AtEnd ? 0 : line.Tokens[_next].Column;
        string word = Word(expected, _ => true);
        if (!Failed && !words.Contains(word)) Fail(column, $"{CatalogFindings.Quote(word)} is not {expected}: {string.Join(", ", words)}.{Meant(word, words)}");
        return word;
    }

    /// <summary>Reads the rest of the line: flags, and names with a value each.</summary>
    public void Attributes(params CatalogAttribute[] known)
    {
        while (!Failed && !AtEnd)
        {
            CatalogToken token = line.Tokens[_next++];
            if (known.FirstOrDefault(a => a.Name == token.Text) is not { Name: not null } attribute)
            {
                string[] names = [.. known.Select(a => a.Name)];
                string expected = names.Length == 0 ? "nothing more" : string.Join(", ", names);
                Fail(token.Column, $"'{line.Keyword}' does not take {CatalogFindings.Quote(token.Text)}; expected {expected}.{Meant(token.Text, names)}");
            }
            else if (_attributes.ContainsKey(attribute.Name))
            {
                Fail(token.Column, $"'{attribute.Name}' is given twice; keep one.");
            }
            else
            {
                _attributes[attribute.Name] = attribute.Expected is null ? "" : Word(attribute.Expected, attribute.IsValid!);
            }
        }
    }

    /// <summary>True where a flag or value was given.</summary>
    public bool Has(string name) => _attributes.ContainsKey(name);

    /// <summary>A given value, or null.</summary>
    public string? Value(string name) => _attributes.TryGetValue(name, out string? value) ? value : null;

    /// <summary>Tells what is wrong at the column of a word; only the first problem of a line is told.</summary>
    public void Fail(int column, string message)
    {
        if (!Failed) findings.Add(line.Number, column, message);
        Failed = true;
    }

    /// <summary>Tells that nothing may be nested in the line.</summary>
    public void NoChildren()
    {
        if (!Failed && line.Children.Count > 0) findings.Add(line.Children[0].Number, line.Children[0].Tokens[0].Column, $"Nothing can be nested in '{line.Keyword}'; indent the line less.");
    }

    /// <summary>"Did you mean" for a word that is near a known one, else nothing.</summary>
    public static string Meant(string word, IEnumerable<string> words) => CatalogWords.Nearest(word, words) is { } near ? $" Did you mean '{near}'?" : "";
}

/// <summary>A flag of a line, or a name that a value follows.</summary>
/// <param name="Name">The word.</param>
/// <param name="Expected">What its value is, for messages; null for a flag.</param>
/// <param name="IsValid">Whether a text can be the value.</param>
internal readonly record struct CatalogAttribute(string Name, string? Expected = null, Func<string, bool>? IsValid = null)
{
    public static readonly CatalogAttribute As = new("as", "a C# name in Pascal case", CatalogNaming.IsClrName);
    public static readonly CatalogAttribute Since = new("since", "a version", CatalogWords.IsVersion);
    public static readonly CatalogAttribute Until = new("until", "a version", CatalogWords.IsVersion);
    public static readonly CatalogAttribute Before = new("before", "a version", CatalogWords.IsVersion);
    public static readonly CatalogAttribute Doc = new("doc", "a sentence", t => t.Length > 0);
}
