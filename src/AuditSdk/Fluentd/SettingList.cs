using System.Globalization;
using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>The value of an array parameter: <c>RemoveKeys = ["namespace"]</c>, or Ruby.</summary>
/// <typeparam name="T">string or long.</typeparam>
[CollectionBuilder(typeof(SettingList), nameof(SettingList.Create))]
public sealed record SettingList<T> : IFluentdText
    where T : notnull
{
    internal SettingList(ValueList<T> items, RubyText? ruby)
    {
        Items = items;
        Ruby = ruby;
    }

    /// <summary>The elements; empty where the value is Ruby.</summary>
    public ValueList<T> Items { get; }

    /// <summary>The Ruby, where the value is not a literal.</summary>
    public RubyText? Ruby { get; }

    /// <summary>Ruby.</summary>
    public static implicit operator SettingList<T>(RubyText ruby) => new([], ruby ?? throw new ArgumentNullException(nameof(ruby)));

    /// <summary>The elements.</summary>
    public IEnumerator<T> GetEnumerator() => Items.GetEnumerator();

    IEnumerable<(string Id, string Message)> IFluentdText.Problems
        => Items.Any(i => i is null) ? [("AUD9005", "has a null among its elements; take it out.")] : [];

    FluentdValue IFluentdText.ToValue() => Ruby?.Value ?? FluentdValue.Text(Text());

    // A comma list where that is unambiguous, else JSON: fluentd splits at commas and strips blanks.
    private string Text()
    {
        string[] texts = [.. Items.Select(i => Convert.ToString(i, CultureInfo.InvariantCulture)!)];
        bool plain = texts.Length > 0 && texts.All(IsPlain) && texts[0][0] is not ('[' or '{');
        return plain ? string.Join(',', texts) : FluentdJson.Write(Items, texts);
    }

    private static bool IsPlain(string text) => text.Length > 0 && text.Trim().Length == text.Length && !text.Any(c => c == ',' || char.IsControl(c));
}

/// <summary>Makes setting lists.</summary>
public static class SettingList
{
    /// <summary>A list of the elements; called by collection expressions.</summary>
    public static SettingList<T> Create<T>(ReadOnlySpan<T> items)
        where T : notnull
        => new(ValueList.Create(items), null);
}
