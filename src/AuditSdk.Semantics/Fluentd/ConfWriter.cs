using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>
/// Writes a fluentd tree as the text of a configuration file. Nothing in a key, value, argument or comment can leave its place: it is written so that the targeted
/// fluentd reads back the same text, or refused with a finding.
/// </summary>
public sealed class ConfWriter
{
    private readonly StringBuilder _text = new();
    private readonly FluentdTarget _target;
    private readonly FindingSink _findings;

    private ConfWriter(FluentdTarget target, FindingSink findings) => (_target, _findings) = (target, findings);

    /// <summary>The text of a configuration. Where a finding is an error the text is not to be used.</summary>
    /// <param name="root">The root of the tree.</param>
    /// <param name="target">The fluentd that is to read it.</param>
    /// <param name="findings">Gets AUD9010 for what cannot be written safely and AUD9016 for what the target cannot take.</param>
    public static string Write(FluentdElement root, FluentdTarget target, FindingSink findings)
    {
        ConfWriter writer = new(target, findings);
        if (writer.Comment(root.Comment, 0, root.Origin)) writer._text.Append('\n');
        writer.Nodes(root, isRoot: true, 0);
        if (!string.IsNullOrWhiteSpace(root.EndComment) && root.Nodes.Count > 0) writer._text.Append('\n');
        writer.Comment(root.EndComment, 0, root.Origin);
        return writer._text.ToString();
    }

    private void Nodes(FluentdElement section, bool isRoot, int depth)
    {
        FluentdNode? previous = null;
        foreach (FluentdNode node in section.Nodes)
        {
            if (isRoot && previous is not null && (previous is not FluentdParameter || node is not FluentdParameter)) _text.Append('\n');
            Comment(node.Comment, depth, node.Origin);
            switch (node)
            {
                case FluentdElement element: Section(element, depth); break;
                case FluentdParameter parameter: Parameter(parameter, section.Name, isRoot, depth); break;
                case FluentdInclude include: Include(include, depth); break;
                case FluentdUnknown unknown: Refuse($"what stands in <{section.Name}> is not known in full, so it cannot be written.", unknown.Origin); break;
            }

            previous = node;
        }
    }

    private void Section(FluentdElement element, int depth)
    {
        if (element.Name.Length == 0 || !element.Name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
        {
            Refuse($"{Shown(element.Name)} cannot be the name of a section: letters, digits and underscores only.", element.Origin);
            return;
        }

        string argument = Argument(element);
        Indent(depth).Append('<').Append(element.Name).Append(argument.Length > 0 ? " " : "").Append(argument).Append(">\n");
        Nodes(element, isRoot: false, depth + 1);
        Comment(element.EndComment, depth + 1, element.Origin);
        Indent(depth).Append("</").Append(element.Name).Append(">\n");
    }

    private string Argument(FluentdElement element)
    {
        FluentdValue value = element.RubyArgument ?? FluentdValue.Text(element.Argument);
        string what = $"the text after <{element.Name}";
        if (!IsWritable(value, what, element.Origin) || !HasNoControls(value, what, element.Origin)) return "";
        if (value.Literal is { } text && ConfText.IsBareArgument(text)) return text;
        if (!_target.UnquotesSectionArguments)
        {
            _findings.Error("AUD9016", $"{what} needs quotes ({Shown(value.Source!)}), and fluentd before 1.4 ({_target.Name}) takes the quotes as part of it: use a text without '>', '#', Ruby, quotes in front and blanks at the ends.", element.Origin);
        }

        return ConfText.Quote(value);
    }

    private void Parameter(FluentdParameter parameter, string section, bool isRoot, int depth)
    {
        string name = Shown(parameter.Key);
        if (Key(parameter, section, isRoot) is not { } key || !IsWritable(parameter.Value, $"the value of {name}", parameter.Origin)) return;
        Indent(depth).Append(key).Append(' ').Append(ConfText.Value(parameter.Value)).Append('\n');
    }

    private string? Key(FluentdParameter parameter, string section, bool isRoot)
    {
        FluentdValue key = parameter.RubyKey ?? FluentdValue.Text(parameter.Key);
        string name = Shown(parameter.Key);
        if (!IsWritable(key, $"the parameter name {name}", parameter.Origin) || !HasNoControls(key, $"the parameter name {name}", parameter.Origin)) return null;
        if (key.Literal is { } text)
        {
            if (Reason(text, section, isRoot) is { } reason) return Refuse($"{name} cannot be the name of a parameter: {reason}", parameter.Origin);
            if (ConfText.IsBareKey(text, isRoot)) return text;
        }

        if (_target.ReadsQuotedKeys) return ConfText.Quote(key);
        _findings.Error("AUD9016", $"the parameter name {name} needs quotes, which are not known to work on every fluentd of {_target.Name}: use a name without blanks, '#', Ruby, and '<' or quotes in front.", parameter.Origin);
        return null;
    }

    private static string? Reason(string key, string section, bool isRoot)
    {
        if (key.Length == 0) return "it is empty.";
        if (key == "@include") return "fluentd reads it as an include, even in quotes; use an include.";
        return ReservedKeys.Stops(key, section, isRoot) ? $"fluentd keeps names with '@' for itself and stops; it knows {string.Join(", ", ReservedKeys.Known)}." : null;
    }

    private void Include(FluentdInclude include, int depth)
    {
        FluentdValue path = include.RubyPath ?? FluentdValue.Text(include.Path);
        if (!IsWritable(path, "the path of an include", include.Origin)) return;
        string literal = string.Concat(path.Parts!.Where(p => !p.IsRuby).Select(p => p.Text));
        bool hasBlank = literal.IndexOf(' ') >= 0;
        if (!literal.All(IsPathCharacter) || (literal.Length == 0 && !path.HasRuby) || literal.StartsWith("//", StringComparison.Ordinal) || literal.Trim().Length != literal.Length)
        {
            Refuse($"the include of {Shown(include.Path)} cannot be written: fluentd takes the path for a URI, so only ASCII letters, digits, blanks inside and '/ . _ - * ~ ,' are safe.", include.Origin);
            return;
        }

        if (hasBlank && !_target.IncludesPathsWithBlanks)
        {
            _findings.Error("AUD9016", $"the include of {Shown(include.Path)} has a blank in its path, which fluentd before 1.9 ({_target.Name}) refuses: rename the file.", include.Origin);
        }

        Indent(depth).Append("@include ").Append(hasBlank || path.HasRuby ? ConfText.Quote(path) : literal).Append('\n');
    }

    private static bool IsPathCharacter(char c)
        => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '.' or '_' or '-' or '*' or '~' or ',' or ' ';

    // True where lines were written.
    private bool Comment(string? comment, int depth, Origin origin)
    {
        if (string.IsNullOrWhiteSpace(comment)) return false;
        string[] lines = comment!.Replace("\r\n", "\n").Split('\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029');
        foreach (string line in lines)
        {
            if (ConfText.IndexOfControl(line.Replace('\t', ' ')) is >= 0 and int at)
            {
                Refuse($"a comment holds the control character U+{(int)line[at]:X4}; take it out.", origin);
                return true;
            }

            if (Surrogates.IndexOfLone(line) >= 0)
            {
                Refuse("a comment holds half a character (a lone surrogate), which no file can hold; take it out.", origin);
                return true;
            }

            string shown = line.TrimEnd();
            Indent(depth).Append('#').Append(shown.Length > 0 ? " " : "").Append(shown).Append('\n');
        }

        return true;
    }

    private bool IsWritable(FluentdValue value, string what, Origin origin)
    {
        if (value.Parts is not { } parts)
        {
            Refuse($"{what} is not known, so it cannot be written.", origin);
            return false;
        }

        foreach (FluentdValuePart part in parts)
        {
            string? reason = Surrogates.IndexOfLone(part.Text) >= 0 ? "it holds half a character (a lone surrogate), which no file can hold."
                : part.IsRuby && !RubyCode.IsContained(part.Text)
                    ? $"fluentd may end the Ruby code {Shown(part.Text)} at another place than meant. Close every bracket and string; leave out comments, line breaks, heredocs, % literals, and blanks before the operators / and %."
                    : null;
            if (reason is not null)
            {
                Refuse($"{what} cannot be written: {reason}", origin);
                return false;
            }

            if (part.IsRuby && !_target.KnowsUseNil && (part.Text.Contains("use_nil") || part.Text.Contains("use_default")))
            {
                _findings.Error("AUD9016", $"{what} says use_nil or use_default, which fluentd before 1.8 ({_target.Name}) does not know: leave the parameter out or give a value.", origin);
            }
        }

        return true;
    }

    private bool HasNoControls(FluentdValue value, string what, Origin origin)
    {
        if (ConfText.IndexOfControl(value.Source!) < 0) return true;
        Refuse($"{what} holds a line break or another control character ({Shown(value.Source!)}); take it out.", origin);
        return false;
    }

    private string? Refuse(string message, Origin origin)
    {
        _findings.Error("AUD9010", message, origin);
        return null;
    }

    private static string Shown(string text) => text.Length > 60 ? $"'{text.Substring(0, 60)}...'" : $"'{text}'";

    private StringBuilder Indent(int depth) => _text.Append(' ', depth * 2);
}
