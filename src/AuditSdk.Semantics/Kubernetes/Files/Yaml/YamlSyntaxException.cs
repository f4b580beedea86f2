namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>YAML that kube-apiserver's parser (go-yaml v2) refuses. Never leaves the reader.</summary>
internal sealed class YamlSyntaxException : Exception
{
    private YamlSyntaxException(string problem, int line, YamlMark? place)
        : base("yaml: " + (line > 0 ? $"line {line}: " : "") + problem)
        => (Problem, Place) = (problem, place);

    /// <summary>What is wrong, in go-yaml's words.</summary>
    public string Problem { get; }

    /// <summary>Where; null where go-yaml knows no place.</summary>
    public YamlMark? Place { get; }

    /// <summary>A character or token that cannot stand where it stands.</summary>
    public static YamlSyntaxException Scanning(string problem, YamlMark place)
        => new(problem, place.Line == 0 ? 0 : place.Line + 1, place);

    /// <summary>A token that the grammar does not allow. go-yaml counts these lines from 0, so its number is one less than an editor's.</summary>
    public static YamlSyntaxException Parsing(string problem, YamlMark place, YamlMark context = default)
        => new(problem, place.Line == 0 ? context.Line : place.Line, place);

    /// <summary>A problem of the document as a whole, or one that go-yaml reports without a line.</summary>
    public static YamlSyntaxException Whole(string problem, YamlMark? place = null) => new(problem, 0, place);
}
