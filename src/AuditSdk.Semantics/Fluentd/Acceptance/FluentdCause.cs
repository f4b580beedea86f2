namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>What an error or warning of fluentd is about: one for each that a person answers in another way.</summary>
public enum FluentdCause
{
    /// <summary>A section that needs <c>@type</c> has none.</summary>
    TypeMissing,

    /// <summary>No plugin has that type.</summary>
    PluginUnknown,

    /// <summary>A parameter that has to be there is not.</summary>
    ParameterMissing,

    /// <summary>A parameter that nothing reads.</summary>
    ParameterUnknown,

    /// <summary>A parameter is deprecated.</summary>
    ParameterDeprecated,

    /// <summary>A parameter was removed.</summary>
    ParameterRemoved,

    /// <summary>A value that its type does not take: a switch that is neither true nor false.</summary>
    ValueInvalid,

    /// <summary>None of the values of an enumeration.</summary>
    EnumValueUnknown,

    /// <summary>A regular expression that Ruby refuses, or without the names it needs.</summary>
    RegexpInvalid,

    /// <summary>Parameters that exclude or need one another.</summary>
    ParametersConflict,

    /// <summary>A section that has to be there is not.</summary>
    SectionMissing,

    /// <summary>A section that nothing reads.</summary>
    SectionUnknown,

    /// <summary>A section is written twice.</summary>
    SectionRepeated,

    /// <summary>A section needs an argument.</summary>
    ArgumentMissing,

    /// <summary>The pattern of a match or filter is none.</summary>
    PatternInvalid,

    /// <summary>No label has that name.</summary>
    LabelUnknown,

    /// <summary>A label is named twice, or as fluentd forbids.</summary>
    LabelInvalid,

    /// <summary>A label without a match.</summary>
    LabelWithoutMatch,

    /// <summary>A worker's number is out of range, or taken.</summary>
    WorkerInvalid,

    /// <summary>A plugin that cannot run in several workers.</summary>
    SingleWorkerPlugin,

    /// <summary>A parameter of <c>&lt;system&gt;</c>.</summary>
    SystemInvalid,

    /// <summary>Two plugins have one id.</summary>
    IdRepeated,

    /// <summary>A buffer on a plugin without one.</summary>
    BufferUnsupported,

    /// <summary>A buffer in files without a path.</summary>
    BufferPathMissing,

    /// <summary>Two plugins write one buffer, or one file of positions.</summary>
    PathShared,

    /// <summary>Chunk keys that cannot be.</summary>
    ChunkKeyInvalid,

    /// <summary>Many chunk keys.</summary>
    ChunkKeysMany,

    /// <summary>Chunk keys by time without a <c>timekey</c>, or with one that is no length of time.</summary>
    TimekeyInvalid,

    /// <summary>A placeholder whose chunk key is not configured.</summary>
    PlaceholderWithoutChunkKey,

    /// <summary>A chunk key without its placeholder, so that chunks would share a file.</summary>
    ChunkKeyWithoutPlaceholder,

    /// <summary>Flushing that contradicts itself.</summary>
    FlushConflict,

    /// <summary>A buffer in memory that is not flushed at shutdown.</summary>
    BufferLostAtShutdown,

    /// <summary>A secondary that cannot be one.</summary>
    SecondaryInvalid,

    /// <summary>A secondary of another kind than the primary.</summary>
    SecondaryDiffers,

    /// <summary>No such time zone.</summary>
    TimezoneUnknown,

    /// <summary>Time parameters that contradict one another.</summary>
    TimeFormatInvalid,

    /// <summary>A position file is missing.</summary>
    PositionFileMissing,

    /// <summary>A path that cannot be written or read.</summary>
    PathUnusable,

    /// <summary>fluentd's own log events are taken by a match at the top.</summary>
    LogEventsTaken,

    /// <summary>A record accessor that is none.</summary>
    AccessorInvalid,

    /// <summary>TLS settings.</summary>
    TlsInvalid,

    /// <summary>Anything else that one plugin alone says.</summary>
    PluginSpecific,
}
