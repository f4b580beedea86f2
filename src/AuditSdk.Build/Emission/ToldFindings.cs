namespace AuditSdk.Build.Emission;

/// <summary>
/// Findings that the build need not tell: the compiler told them at the exact place, or a <c>#pragma warning disable</c> or <c>[SuppressMessage]</c> says not to.
/// The files are read only when there is a finding at all.
/// </summary>
internal sealed class ToldFindings(ResponseFile arguments)
{
    private readonly PathMap _map = new(arguments.Find("pathMap"));
    private readonly Lazy<CompilerLog> _log = new(() => CompilerLog.Read(arguments.Find("compilerLog") is { } log ? Path.Combine(arguments["projectDir"], log) : null));
    private readonly Dictionary<string, PragmaWarnings> _pragmas = new(StringComparer.Ordinal);

    /// <summary>True for such a finding.</summary>
    /// <param name="id">The id.</param>
    /// <param name="member">The definition as <c>Class.Member</c>.</param>
    /// <param name="path">The place in the document; null for the whole.</param>
    /// <param name="file">The C# file, as recorded in the assembly; null where unknown.</param>
    /// <param name="line">Its line, from 1; 0 where unknown.</param>
    public bool Contains(string id, string member, string? path, string? file, int line)
        => _log.Value.Contains(id, member, path, line) || (file is not null && line > 0 && PragmasOf(file).IsDisabled(id, line));

    private PragmaWarnings PragmasOf(string file)
    {
        if (_pragmas.TryGetValue(file, out PragmaWarnings? known)) return known;
        string real = Path.Combine(arguments["projectDir"], _map.ToReal(file));
        return _pragmas[file] = File.Exists(real) ? PragmaWarnings.Read(File.ReadLines(real)) : PragmaWarnings.None;
    }
}
