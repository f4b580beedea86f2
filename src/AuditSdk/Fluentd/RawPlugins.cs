using System.Runtime.CompilerServices;

namespace AuditSdk.Fluentd;

/// <summary>A filter that no type describes: <c>new RawFilter("type") { Extra = new() { ["parameter"] = "value" } }</c>.</summary>
/// <remarks>Where nothing knows which of its parameters are secret, a password in clear is written as it is: use <c>Env("NAME")</c>.</remarks>
public sealed record RawFilter : FilterPlugin
{
    /// <summary>A plugin of that type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RawFilter(string type, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(type, file, line)
    {
    }
}

/// <summary>An input that no type describes: <c>new RawInput("type") { Extra = new() { ["parameter"] = "value" } }</c>.</summary>
/// <remarks>Where nothing knows which of its parameters are secret, a password in clear is written as it is: use <c>Env("NAME")</c>.</remarks>
public sealed record RawInput : InputPlugin
{
    /// <summary>A plugin of that type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RawInput(string type, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(type, file, line)
    {
    }
}

/// <summary>An output that no type describes: <c>new RawOutput("type") { Extra = new() { ["parameter"] = "value" } }</c>.</summary>
/// <remarks>Where nothing knows which of its parameters are secret, a password in clear is written as it is: use <c>Env("NAME")</c>.</remarks>
public sealed record RawOutput : OutputPlugin
{
    /// <summary>A plugin of that type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RawOutput(string type, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(type, file, line)
    {
    }
}

/// <summary>A parser that no type describes: <c>new RawParser("type") { Extra = new() { ["parameter"] = "value" } }</c>.</summary>
/// <remarks>Where nothing knows which of its parameters are secret, a password in clear is written as it is: use <c>Env("NAME")</c>.</remarks>
public sealed record RawParser : ParserPlugin
{
    /// <summary>A plugin of that type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RawParser(string type, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(type, file, line)
    {
    }
}

/// <summary>A formatter that no type describes: <c>new RawFormatter("type") { Extra = new() { ["parameter"] = "value" } }</c>.</summary>
/// <remarks>Where nothing knows which of its parameters are secret, a password in clear is written as it is: use <c>Env("NAME")</c>.</remarks>
public sealed record RawFormatter : FormatterPlugin
{
    /// <summary>A plugin of that type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RawFormatter(string type, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(type, file, line)
    {
    }
}

/// <summary>A storage that no type describes: <c>new RawStorage("type") { Extra = new() { ["parameter"] = "value" } }</c>.</summary>
/// <remarks>Where nothing knows which of its parameters are secret, a password in clear is written as it is: use <c>Env("NAME")</c>.</remarks>
public sealed record RawStorage : StoragePlugin
{
    /// <summary>A plugin of that type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RawStorage(string type, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(type, file, line)
    {
    }
}

/// <summary>A service discovery that no type describes: <c>new RawServiceDiscovery("type") { Extra = new() { ["parameter"] = "value" } }</c>.</summary>
/// <remarks>Where nothing knows which of its parameters are secret, a password in clear is written as it is: use <c>Env("NAME")</c>.</remarks>
public sealed record RawServiceDiscovery : ServiceDiscoveryPlugin
{
    /// <summary>A plugin of that type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RawServiceDiscovery(string type, [CallerFilePath] string? file = null, [CallerLineNumber] int line = 0)
        : base(type, file, line)
    {
    }
}

/// <summary>A buffer that no type describes.</summary>
/// <remarks>Where nothing knows which of its parameters are secret, a password in clear is written as it is: use <c>Env("NAME")</c>.</remarks>
public sealed record RawBuffer : BufferPlugin
{
    /// <summary>A plugin of that type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="chunkKeys">What events are grouped by.</param>
    public RawBuffer(string type, params ChunkKey[] chunkKeys)
        : base(type, chunkKeys)
    {
    }
}
