using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>
/// Reads the text of a fluentd configuration (v1 syntax) to a tree, in one pass, as the parser of fluentd 1.18 does: recorded texts give the same tree or stop at the same place.
/// Embedded Ruby is kept and never runs.
/// </summary>
public sealed class ConfParser
{
    // fluentd's own parser ends in a stack overflow somewhere above.
    private const int DeepestNesting = 1000;
    private const int DeepestInclude = 50;
    private const int MostIncludedFiles = 10_000;

    private readonly ConfScanner _scanner;
    private readonly ConfStrings _strings;
    private readonly RepeatedTexts _repeated;
    private readonly NodeStack _nodes;
    private readonly IncludeReader? _include;
    private readonly int _includeDepth;

    private ConfParser(string text, string? fileName, IncludeReader? include)
        : this(text, fileName, include, 0, new RepeatedTexts(), new NodeStack())
    {
    }

    private ConfParser(string text, string? fileName, IncludeReader? include, int includeDepth, RepeatedTexts repeated, NodeStack nodes)
    {
        _scanner = new ConfScanner(text, fileName);
        _strings = new ConfStrings(_scanner, repeated);
        (_include, _includeDepth, _repeated, _nodes) = (include, includeDepth, repeated, nodes);
    }

    /// <summary>Parses a configuration; any text gives a tree or an error.</summary>
    /// <param name="text">The text. A byte order mark is part of it, as it is for fluentd.</param>
    /// <param name="fileName">The name of the file, for positions; paths of includes are taken relative to its folder.</param>
    /// <param name="include">
    /// Gives the files that an include's path or glob means, in order, with their names; an empty list where there are none, null where that cannot be known. Without it, and for
    /// null, the include stays in the tree.
    /// </param>
    public static ConfParseResult Parse(string text, string? fileName, Func<string, IReadOnlyList<(string Name, string Text)>?>? include = null)
    {
        ConfParser parser = new(text, fileName, include is null ? null : new IncludeReader(include));
        try
        {
            return new ConfParseResult(parser.Root(), null) { EmptyIncludes = ValueList.From(parser._include?.Empty ?? []) };
        }
        catch (ConfParseException e)
        {
            return new ConfParseResult(null, e.Error);
        }
    }

    private FluentdElement Root()
    {
        string? comment = _scanner.SkipTop();
        string? endComment = Nodes(isRoot: true, "", 0, 0);
        _scanner.SkipSpacing();
        if (!_scanner.IsEnd) throw _scanner.Error("expected EOF");
        return new FluentdElement("ROOT", "", _nodes.TakeFrom(0)) { Comment = comment, EndComment = endComment, Origin = new Origin(_scanner.FileName, 1, 1) };
    }

    // Reads up to and with the end tag, or to the end of the file; gives the comment below the last node.
    private string? Nodes(bool isRoot, string name, int head, int depth)
    {
        while (true)
        {
            _scanner.SkipSpacing();
            if (_scanner.IsEnd)
            {
                return isRoot ? _scanner.TakeComment() : throw NeverClosed(name, head);
            }

            int start = _scanner.Position;
            if (_scanner.Skip('<'))
            {
                if (_scanner.Skip('/')) return EndTag(name, start);
                Section(start, depth);
            }
            else if (isRoot && SkipIncludeWord())
            {
                Include(start, depth);
            }
            else
            {
                Parameter(start, isRoot, name, depth);
            }
        }
    }

    private ConfParseException NeverClosed(string name, int head)
        => _scanner.Error($"expected end tag '</{name}>' but got end of file", open => $"<{name}> of line {open.Line} is never closed: write </{name}> where it ends.", head);

    private string? EndTag(string name, int start)
    {
        string? comment = _scanner.TakeComment();
        bool isOfSection = _strings.SkipName(name);
        _scanner.SkipSpacing();
        if (!_scanner.Skip('>')) throw _scanner.Error("expected character in tag name");
        if (!_scanner.SkipLineEnd(out string? trailing)) throw _scanner.Error("expected end of line after end tag");
        return isOfSection ? Both(comment, trailing) : throw _scanner.ErrorAtLineEnd("unmatched end tag", start, AdviceOnEndTag(name));
    }

    private string AdviceOnEndTag(string open)
    {
        if (open.Length > 0) return $"<{open}> is still open here: write </{open}> before it, or in its place.";
        return _scanner.Text.StartsWith("\uFEFF", StringComparison.Ordinal)
            ? "The file begins with a byte order mark, which fluentd takes for a part of the first name: write it without."
            : "No section is open here: take it out, or write the start of its section.";
    }

    private void Section(int start, int depth)
    {
        string? comment = _scanner.TakeComment();
        Origin origin = _scanner.OriginAt(start);
        if (depth == DeepestNesting) throw _scanner.Error($"sections are nested more than {DeepestNesting} deep");
        string name = _strings.Name();
        _scanner.SkipSpacing();
        FluentdValue argument = _strings.ToTagEnd() ?? FluentdValue.Empty;
        _scanner.SkipSpacing();
        if (!_scanner.Skip('>')) throw _scanner.Error("expected '>'");
        if (!_scanner.SkipLineEnd(out string? trailing)) throw _scanner.Error("expected end of line after tag");
        int first = _nodes.Count;
        string? endComment = Nodes(isRoot: false, name, start, depth + 1);
        _nodes.Push(new FluentdElement(name, argument.Source!, _nodes.TakeFrom(first))
        {
            RubyArgument = RubyOf(argument),
            Comment = Both(comment, trailing),
            EndComment = endComment,
            Origin = origin,
        });
    }

    // Most lines are parameters: inlined into the section, it would have no register left for itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Parameter(int start, bool isRoot, string section, int depth)
    {
        FluentdValue key = _strings.ToBlank()!;
        if (!_scanner.SkipBlanks(out bool hasLineFeed)) throw _scanner.Error("expected a blank after the name of a parameter");
        string? literal = key.Literal;
        if (hasLineFeed || _scanner.IsEnd)
        {
            Add(start, key, FluentdValue.Empty, _scanner.TakeComment());
        }
        else if (literal == "@include")
        {
            Include(start, depth);
        }
        else
        {
            string? comment = _scanner.TakeComment();
            if (literal is not null && ReservedKeys.Stops(literal, section, isRoot))
            {
                throw _scanner.Error($"'@' is the system reserved prefix. Don't use '@' prefix parameter in the configuration: {literal}");
            }

            FluentdValue value = _scanner.Current is '[' or '{' ? ConfJson.Scan(_scanner, _strings) : _strings.ToLineEnd() ?? FluentdValue.Empty;
            if (!_scanner.SkipLineEnd(out string? trailing)) throw _scanner.Error("expected end of line");
            Add(start, key, value, Both(comment, trailing));
        }
    }

    private void Add(int start, FluentdValue key, FluentdValue value, string? comment)
        => _nodes.Push(new FluentdParameter(key.Source!, value)
        {
            RubyKey = RubyOf(key),
            Comment = comment,
            Origin = _scanner.OriginAt(start),
        });

    // "include" without @ counts at the top level of a file only; a comment or line break may follow it, the path is then further down.
    private bool SkipIncludeWord()
    {
        int start = _scanner.Position;
        if (_scanner.Current is not ('@' or 'i')) return false;
        if ((_scanner.Skip("@include") || _scanner.Skip("include")) && _scanner.SkipSpacing()) return true;
        _scanner.Position = start;
        return false;
    }

    private void Include(int start, int depth)
    {
        string? comment = _scanner.TakeComment();
        Origin origin = _scanner.OriginAt(start);
        FluentdValue path = _strings.ToLineEnd() ?? throw _scanner.Error("expected the path of an include");
        if (path.Literal is not { } literal || _include?.Read(literal, _scanner.FileName) is not { } files)
        {
            _scanner.SkipLineEnd(out string? trailing);
            _nodes.Push(new FluentdInclude(path.Source!) { RubyPath = RubyOf(path), Comment = Both(comment, trailing), Origin = origin });
            return;
        }

        if (_includeDepth == DeepestInclude || _include.FilesRead > MostIncludedFiles) throw _scanner.Error($"include error {literal} - files include each other without end");
        if (files.Count == 0) _include.Empty.Add(new FluentdInclude(literal) { Origin = origin });
        foreach ((string name, string text) in files) new ConfParser(text, name, _include, _includeDepth + 1, _repeated, _nodes).Nodes(isRoot: true, "", 0, depth);
        _scanner.SkipLineEnd(out _);
    }

    private static FluentdValue? RubyOf(FluentdValue value) => value.HasRuby ? value : null;

    private static string? Both(string? above, string? behind) => string.IsNullOrEmpty(behind) ? above : above is null ? behind : above + "\n" + behind;

    // Asks for the files of an include, relative to the file that includes them.
    private sealed class IncludeReader(Func<string, IReadOnlyList<(string Name, string Text)>?> read)
    {
        public int FilesRead { get; private set; }

        public List<FluentdInclude> Empty { get; } = [];

        public IReadOnlyList<(string Name, string Text)>? Read(string path, string? from)
        {
            int folder = path.StartsWith("/", StringComparison.Ordinal) ? -1 : from?.LastIndexOf('/') ?? -1;
            IReadOnlyList<(string Name, string Text)>? files = read(folder < 0 ? path : from!.Substring(0, folder + 1) + path);
            FilesRead += files?.Count ?? 0;
            return files;
        }
    }
}
