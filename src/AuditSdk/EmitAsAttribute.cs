namespace AuditSdk;

/// <summary>
/// Marks a static property or parameterless method whose value is written to a file by <c>dotnet build</c>. It returns an audit policy, a fluentd configuration,
/// or several of one kind with a name each (a dictionary, or pairs of name and document); the file name then holds <c>{name}</c>.
/// </summary>
/// <param name="fileName">The file, relative to the output folder; <c>/</c> separates folders. It may not leave that folder.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class EmitAsAttribute(string fileName) : Attribute
{
    /// <summary>The file, relative to the output folder.</summary>
    public string FileName { get; } = fileName;
}
