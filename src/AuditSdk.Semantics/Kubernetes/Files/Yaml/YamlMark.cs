namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>A place in the text. Lines and columns count from 0 and in whole characters, as the server's parser counts them; <see cref="Offset"/> counts UTF-16 units.</summary>
internal readonly record struct YamlMark(int Offset, int Characters, int Line, int Column);
