namespace AuditSdk.Semantics.Fluentd;

/// <summary>The text at the head of a node, its key or argument. Nearly none holds Ruby, so that text and Ruby share one place.</summary>
internal readonly record struct HeadText
{
    private readonly object? _textOrBoth;

    public HeadText(string text) => _textOrBoth = text;

    public string Text { get => _textOrBoth is Both both ? both.Text : (string)_textOrBoth!; init => _textOrBoth = Of(value, Ruby); }

    public FluentdValue? Ruby { get => (_textOrBoth as Both)?.Ruby; init => _textOrBoth = Of(Text, value); }

    private static object? Of(string text, FluentdValue? ruby) => ruby is null ? text : new Both(text, ruby);

    private sealed record Both(string Text, FluentdValue Ruby);
}
