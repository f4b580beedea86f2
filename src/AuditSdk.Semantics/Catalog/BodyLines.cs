using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Reads the inside of a plugin or section: its sentence, argument, parameters and nested sections.</summary>
internal sealed class BodyLines(CatalogFindings findings)
{
    private static readonly string[] Keywords = ["doc", "argument", "param", "section"];

    private static readonly CatalogAttribute[] ParameterAttributes =
    [
        new("required"), new("secret"), new("deprecated"), new("legacy"), new("removed", "a version", CatalogWords.IsVersion),
        CatalogAttribute.Since, CatalogAttribute.Before, new("default", "a text", _ => true), new("alias", "the other name", CatalogWords.IsFluentdName),
        CatalogAttribute.As, CatalogAttribute.Doc,
    ];

    private static readonly CatalogAttribute[] SectionAttributes =
    [
        new("plugin", "a kind of plugin", t => t != "system" && CatalogWords.PluginKinds.Contains(t)), new("required"), new("multi"), new("untyped"), new("free"),
        CatalogAttribute.Since, CatalogAttribute.Before, CatalogAttribute.As,
    ];

    private readonly List<CatalogSentence> _sentences = [];
    private readonly List<CatalogParameter> _parameters = [];
    private readonly List<CatalogSection> _sections = [];
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private UniqueNames _members = new([], "");
    private string? _summary;
    private CatalogParameter? _argument;

    /// <summary>Reads a body.</summary>
    /// <param name="parent">The line that the body is nested in.</param>
    /// <param name="kind">The kind of the plugin; null for a section.</param>
    /// <param name="enclosing">The class that the body becomes; null where it is not known.</param>
    public CatalogBody Read(CatalogLine parent, string? kind, string? enclosing)
    {
        _members = new UniqueNames(CatalogReserved.Of(kind), "");
        if (enclosing is not null) _members.Reserve(enclosing);
        foreach (CatalogLine line in parent.Children)
        {
            switch (line.Keyword)
            {
                case "doc": ReadSentence(line); break;
                case "argument": ReadParameter(line, isArgument: true); break;
                case "param": ReadParameter(line, isArgument: false); break;
                case "section": ReadSection(line); break;
                default: CatalogReader.Unknown(line, Keywords, findings); break;
            }
        }

        return CatalogMembers.Named(
            new CatalogBody { Summary = _summary, Sentences = ValueList.From(_sentences), Argument = _argument, Parameters = ValueList.From(_parameters), Sections = ValueList.From(_sections) },
            kind,
            enclosing);
    }

    private void ReadSentence(CatalogLine line)
    {
        CatalogWordReader words = new(line, findings);
        bool isNamed = line.Tokens.Count > 2;
        string name = isNamed ? words.Word("the name of a parameter or section", CatalogWords.IsParameterName) : "";
        string text = words.Word("a quoted sentence", t => t.Length > 0);
        words.Attributes();
        Declare(words, line, "doc " + name, isNamed ? $"The sentence of {CatalogFindings.Quote(name)}" : "The sentence");
        words.NoChildren();
        if (words.Failed) return;
        if (isNamed) _sentences.Add(new CatalogSentence(name, text, line.Number));
        else _summary = text;
    }

    private void ReadParameter(CatalogLine line, bool isArgument)
    {
        CatalogWordReader words = new(line, findings);
        string name = words.Word("a name as fluentd reads it", CatalogWords.IsParameterName);
        (string type, string? valueType) = ReadType(words);
        words.Attributes(ParameterAttributes);
        Declare(words, line, isArgument ? "argument" : "param " + name, isArgument ? "The argument" : $"Parameter {CatalogFindings.Quote(name)}");
        ReserveMember(words, line);
        words.NoChildren();
        if (words.Failed) return;
        CatalogParameter parameter = new()
        {
            Name = name,
            MemberName = words.Value("as") ?? "",
            Type = type,
            ValueType = valueType,
            Required = words.Has("required"),
            Secret = words.Has("secret"),
            Deprecated = words.Has("deprecated"),
            Legacy = words.Has("legacy"),
            Removed = words.Value("removed"),
            Since = words.Value("since"),
            Before = words.Value("before"),
            Default = words.Value("default"),
            Alias = words.Value("alias"),
            Summary = words.Value("doc"),
        };
        if (isArgument) _argument = parameter;
        else _parameters.Add(parameter);
    }

    private void ReadSection(CatalogLine line)
    {
        CatalogWordReader words = new(line, findings);
        string name = words.Word("the name of a section: letters, digits and underscores", CatalogWords.IsSectionName);
        words.Attributes(SectionAttributes);
        string? kind = words.Value("plugin");
        int column = line.Tokens.Count > 1 ? line.Tokens[1].Column : 1;
        if (words.Has("free") && (kind is not null || words.Has("multi"))) words.Fail(column, "A section of free keys is one section without a plugin; drop 'multi' and 'plugin', or 'free'.");
        if (words.Has("untyped") && kind is null) words.Fail(column, "Only a section with a plugin can leave out its @type; add 'plugin KIND'.");
        Declare(words, line, "section " + name, $"Section {CatalogFindings.Quote(name)}");
        ReserveMember(words, line);
        if (words.Failed) return;
        CatalogBody body = new BodyLines(findings).Read(line, kind: null, enclosing: null);
        if ((words.Has("free") || kind is not null) && body != new CatalogBody { Summary = body.Summary })
        {
            words.Fail(column, "A section of free keys or with a plugin has no parameters, argument or sections of its own; only 'doc' can be nested.");
            return;
        }

        _sections.Add(new CatalogSection
        {
            Name = name,
            MemberName = words.Value("as") ?? "",
            PluginKind = kind,
            Untyped = words.Has("untyped"),
            FreeForm = words.Has("free"),
            Required = words.Has("required"),
            Multi = words.Has("multi"),
            Since = words.Value("since"),
            Before = words.Value("before"),
            Body = body,
        });
    }

    // string, array, array(string), enum(Name).
    private static (string Type, string? ValueType) ReadType(CatalogWordReader words)
    {
        string text = words.Word("a type: " + string.Join(", ", CatalogWords.Types) + "; array and hash with the type of their elements, enum with its name, in parentheses", IsType);
        int open = text.IndexOf('(');
        return words.Failed || open < 0 ? (text, null) : (text.Substring(0, open), text.Substring(open + 1, text.Length - open - 2));
    }

    private static bool IsType(string text)
    {
        int open = text.IndexOf('(');
        if (open < 0) return text != "enum" && CatalogWords.Types.Contains(text);
        if (text[text.Length - 1] != ')') return false;
        string inner = text.Substring(open + 1, text.Length - open - 2);
        return text.Substring(0, open) switch
        {
            "enum" => CatalogNaming.IsClrName(inner),
            "array" or "hash" => CatalogWords.ElementTypes.Contains(inner),
            _ => false,
        };
    }

    private void Declare(CatalogWordReader words, CatalogLine line, string key, string what)
    {
        if (!words.Failed && !_declared.Add(key)) words.Fail(line.Tokens[0].Column, $"{what} is declared twice here; keep one.");
    }

    private void ReserveMember(CatalogWordReader words, CatalogLine line)
    {
        if (!words.Failed && words.Value("as") is { } member && !_members.Reserve(member)) words.Fail(line.Tokens[0].Column, $"The C# name {member} is taken here; choose another after 'as'.");
    }
}
