using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>Lines and columns of a text.</summary>
internal sealed class TextPlaces
{
    private readonly string? _file;
    private readonly List<int> _lineStarts;

    public TextPlaces(string text, string? file)
    {
        _file = file;

        // A byte order mark is no column.
        _lineStarts = [text.Length > 0 && text[0] == '\ufeff' ? 1 : 0];
        for (int i = 0; i < text.Length; i++)
        {
            bool isEnd = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (isEnd) _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The file's beginning.</summary>
    public Origin Whole => new(_file, 1, 1);

    /// <summary>The place of some characters.</summary>
    public Origin At(int start, int end)
    {
        int line = _lineStarts.BinarySearch(start);
        if (line < 0) line = Math.Max(~line - 1, 0);
        return new Origin(_file, line + 1, Math.Max(start - _lineStarts[line], 0) + 1) { Start = start, Length = Math.Max(end - start, 0) };
    }
}
