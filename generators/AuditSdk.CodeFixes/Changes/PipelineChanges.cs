using AuditSdk.Analyzers.Remedies;
using AuditSdk.CodeFixes.Syntax;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Fluentd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.CodeFixes.Changes;

/// <summary>Changes of a pipeline: what its sections set, and directives that come, go and move.</summary>
internal static class PipelineChanges
{
    public static bool TryMake(FluentdEdit change, SourceEdit edit, SourceFiles files, SourceChanges changes) => change switch
    {
        SetParameters set => Section(edit.At, files) is var (file, section) && TrySet(set.Parameters, section, file, changes),
        RenameNode rename => TryRename(rename.Name, edit, files, changes),
        RemoveNode when edit.Key is null => RuleChanges.TryRemove(Directive(edit, files), files, changes),
        RemoveNode => TryRemove(edit, files, changes),
        MoveSection => RuleChanges.TryMove(Directive(edit, files), files, changes),
        SetArgument set => TrySetArgument(set.Argument, edit, files, changes),
        AddSections { Sections: [{ Name: "match" } match] } => TryAppend(match, edit, files, changes),
        AddSections add => TryAdd(add, edit, files, changes),
        AddChunkKeys add => TryAdd(add, edit, files, changes),
        ReplacePlugin replace => TryReplace(replace, edit, files, changes),
        _ => false,
    };

    private static (SourceFile File, BaseObjectCreationExpressionSyntax Section)? Section(SourcePlace? place, SourceFiles files)
        => files.Of(place) is { } file && file.FindSection(place!) is { } section ? (file, section) : null;

    // The finding names the head of a directive, and its list has all of it.
    private static SourceEdit Directive(SourceEdit edit, SourceFiles files) => edit with { Element = Whole(edit.Element, files), Before = Whole(edit.Before, files) };

    private static SourcePlace? Whole(SourcePlace? place, SourceFiles files) => files.Of(place)?.FindDirective(place!) is { } directive ? SourcePlace.Of(directive) : null;

    private static ITypeSymbol? TypeOf(SourceFile file, SyntaxNode node) => file.Model.GetTypeInfo(node).Type;

    private static bool TrySet(IEnumerable<FluentdParameter> parameters, BaseObjectCreationExpressionSyntax section, SourceFile file, SourceChanges changes)
    {
        FluentdCode code = new(file.Model, section.SpanStart);
        ITypeSymbol? type = TypeOf(file, section);
        List<string> added = [];
        foreach (FluentdParameter parameter in parameters)
        {
            IPropertySymbol? property = code.Property(type, parameter.Key, isSection: false);
            AssignmentExpressionSyntax? own = property is null ? Extra(section, parameter.Key) : Assignment(section, property.Name) ?? Extra(section, parameter.Key);
            string? value = property is null || own?.Left is ImplicitElementAccessSyntax ? code.Text(parameter.Value) : code.Value(parameter.Value, property);
            if (value is null || (own is null && property is null) || (own is not null && !changes.TryReplace(file, own.Right, value))) return false;
            if (own is null) added.Add($"{property!.Name} = {value}");
        }

        return added.Count == 0 || FieldChanges.TryAppend(section, added, file, changes);
    }

    private static AssignmentExpressionSyntax? Assignment(BaseObjectCreationExpressionSyntax section, string name)
        => section.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left is IdentifierNameSyntax { Identifier.ValueText: var set } && set == name);

    private static AssignmentExpressionSyntax? Extra(BaseObjectCreationExpressionSyntax section, string key)
    {
        InitializerExpressionSyntax? map = Assignment(section, "Extra")?.Right switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            InitializerExpressionSyntax initializer => initializer,
            _ => null,
        };
        return map?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(a => a.Left is ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var name } }] } && name == key);
    }

    private static bool TryRename(string name, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        string text = SymbolDisplay.FormatLiteral(name, quote: true);
        if (edit.Element is not null) return Section(edit.Element, files) is var (file, section) && section.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax literal && changes.TryReplace(file, literal, text);
        if (edit.Key is null || Section(edit.At, files) is not var (around, owner) || Extra(owner, edit.Key) is not { Left: ImplicitElementAccessSyntax access }) return false;
        return changes.TryReplace(around, access.ArgumentList.Arguments[0].Expression, text);
    }

    private static bool TryRemove(SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (Section(edit.At, files) is not var (file, section)) return false;
        FluentdCode code = new(file.Model, section.SpanStart);
        bool isSection = edit.Element is not null;
        if (code.Property(TypeOf(file, section), edit.Key!, isSection) is { } property && Assignment(section, property.Name) is { } assignment)
        {
            if (assignment.Right is not CollectionExpressionSyntax) return FieldChanges.TryRemove(assignment, file, changes);
            return isSection && RuleChanges.TryRemove(edit with { Element = Section(edit.Element, files) is var (_, element) ? SourcePlace.Of(element) : null }, files, changes);
        }

        if (!isSection) return edit.Key switch { "@id" => Assignment(section, "Id"), _ => Extra(section, edit.Key!) } is { } own && FieldChanges.TryRemove(own, file, changes);
        return RuleChanges.TryRemove(edit with { Element = Section(edit.Element, files) is var (_, raw) ? SourcePlace.Of(raw) : null }, files, changes);
    }

    private static bool TrySetArgument(string argument, SourceEdit edit, SourceFiles files, SourceChanges changes)
        => files.Of(edit.Element) is { } file && file.FindDirective(edit.Element!) is { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax literal }, ..] }
            && changes.TryReplace(file, literal, SymbolDisplay.FormatLiteral(argument, quote: true));

    private static bool TryAppend(FluentdElement match, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (files.Of(edit.At) is not { } file) return false;
        SyntaxNode? list = file.Find(edit.At!) as CollectionExpressionSyntax ?? file.FindDirective(edit.At!)?.ArgumentList?.Arguments.LastOrDefault()?.Expression;
        if (ElementList.Of(list) is not { } directives || file.Model.Compilation.GetTypeByMetadataName("AuditSdk.Fluentd.OutputPlugin") is not { } output) return false;
        FluentdCode code = new(file.Model, directives.Open.SpanStart);
        if (code.Section(output, match with { Argument = "" }, "") is not { } plugin) return false;
        string text = $"new {file.Model.Compilation.GetTypeByMetadataName("AuditSdk.Fluentd.Match")!.ToMinimalDisplayString(file.Model, directives.Open.SpanStart)}({SymbolDisplay.FormatLiteral(match.Argument, quote: true)}, {plugin})";
        foreach (TextChange change in directives.Append([text], file.Root.GetText())) changes.Add(file, change);
        return true;
    }

    private static bool TryAdd(AddSections add, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (Section(edit.At, files) is not var (file, section)) return false;
        FluentdCode code = Code(edit, section, file);
        ITypeSymbol? type = TypeOf(file, section);
        List<AssignmentExpressionSyntax> removed = [];
        foreach (string name in add.Removed)
        {
            if (((code.Property(type, name, isSection: false) is { } property ? Assignment(section, property.Name) : null) ?? Extra(section, name)) is not { } assignment) return false;
            removed.Add(assignment);
        }

        List<string> set = [];
        if (edit.Element is not null)
        {
            if (Section(edit.Element, files) is not var (_, inner) || !TrySet(add.Sections[0].Parameters, inner, file, changes)) return false;
        }
        else
        {
            foreach (FluentdElement made in add.Sections)
            {
                if (code.Set(type, made, Indent(removed.FirstOrDefault() ?? section.Initializer?.Expressions.LastOrDefault() ?? (SyntaxNode)section, file)) is not { } text) return false;
                set.Add(text);
            }
        }

        return FieldChanges.TryReplace(removed, set, section, file, changes);
    }

    private static bool TryAdd(AddChunkKeys add, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (Section(edit.At, files) is not var (file, buffer) || Assignment(buffer, "ChunkKeys") is not null) return false;
        FluentdCode code = new(file.Model, buffer.SpanStart);
        string[] keys = [.. add.Keys.Select(code.ChunkKey)];
        if (buffer.ArgumentList is not { } arguments)
        {
            if (buffer is not ObjectCreationExpressionSyntax creation) return false;
            changes.Add(file, new TextSpan(creation.Type.Span.End, 0), $"({string.Join(", ", keys)})");
        }
        else if (ElementList.Of(arguments) is { } list)
        {
            foreach (TextChange change in list.Append(keys, file.Root.GetText())) changes.Add(file, change);
        }
        else
        {
            return false;
        }

        return add.Timekey is not { } timekey || TrySet([new FluentdParameter("timekey", FluentdValue.Text(timekey))], buffer, file, changes);
    }

    private static bool TryReplace(ReplacePlugin replace, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (Section(edit.At, files) is not var (file, section) || TypeOf(file, section)?.BaseType is not { } kind) return false;
        FluentdCode code = Code(edit, section, file);
        return code.Section(kind, replace.Plugin with { Argument = "" }, Indent(section, file)) is { } text && changes.TryReplace(file, section, text);
    }

    // Texts that C# says otherwise than by themselves stay so.
    private static FluentdCode Code(SourceEdit edit, BaseObjectCreationExpressionSyntax section, SourceFile file)
    {
        FluentdCode code = new(file.Model, section.SpanStart);
        ILookup<string?, ExpressionSyntax> set = section.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(a => a.Left is IdentifierNameSyntax)
            .ToLookup(a => code.ParameterOf(file.Model.GetSymbolInfo(a.Left).Symbol), a => a.Right);
        Dictionary<string, ExpressionSyntax> known = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> text in edit.Texts)
        {
            if (set[text.Key].Take(2).ToArray() is [not LiteralExpressionSyntax and var value]) known[text.Value] = value;
        }

        return code with { Known = known };
    }

    private static string Indent(SyntaxNode node, SourceFile file)
    {
        string line = file.Root.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
