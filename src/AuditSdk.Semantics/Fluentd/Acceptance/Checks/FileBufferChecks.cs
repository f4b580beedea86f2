namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Buffers in files: a path of their own (fluentd 1.18).</summary>
/// <param name="use">buf_file or buf_file_single, which fluentd keeps apart.</param>
internal sealed class FileBufferChecks(string use) : PluginChecks
{
    private bool IsSingle => use == "buf_file_single";

    public override void After(Plugin plugin)
    {
        Plugin owner = plugin.Owner!;
        if (IsSingle) CheckKeys(plugin, owner);
        if (!plugin.Settings.TryText("path", out string? path)) return;
        bool usesRoot = path is null;
        if (path is null)
        {
            if (plugin.Run.RootFolder is not { } root || owner.Id is not { } id)
            {
                throw plugin.Refuse(FluentdCause.BufferPathMissing, "buffer path is not configured. specify 'path' in <buffer>", plugin.Element.Origin, "path");
            }

            path = $"{root.TrimEnd('/')}/worker0/{id}/buffer";
        }

        bool isFolder = !path.Contains(".*");
        string taken = IsSingle ? Final(plugin, path, isFolder, usesRoot) : path;
        Take(plugin, taken, owner.Schema.Type);
        plugin.IsMultiWorker = isFolder;
    }

    private static void CheckKeys(Plugin plugin, Plugin owner)
    {
        if (owner.Output?.Keys is not { Count: > 0 } keys) return;
        if (owner.Output.ByTag) throw plugin.Refuse(FluentdCause.ChunkKeyInvalid, "chunk keys must be tag or one field", plugin.Element.Origin, "chunk_keys");
        if (keys.Count > 1) throw plugin.Refuse(FluentdCause.ChunkKeyInvalid, "2 or more chunk keys is not allowed", plugin.Element.Origin, "chunk_keys");
    }

    private static string Final(Plugin plugin, string path, bool isFolder, bool usesRoot)
    {
        if (isFolder) return $"{path.TrimEnd('/')}/{(usesRoot || plugin.Workers <= 1 ? "" : "worker0/")}fsb.*.buf";
        string name = path.Substring(path.LastIndexOf('/') + 1);
        if (!name.Contains(".*.")) return name.EndsWith(".*", StringComparison.Ordinal) ? path + ".buf" : path + ".*.buf";
        string made = path.Substring(0, path.Length - name.Length) + "fsb.*.buf";
        plugin.Warn(FluentdCause.ValueInvalid, $"file_single doesn't allow user specified 'prefix.*.suffix' style path. Use '{made}' for file instead: {path}", plugin.Settings.OriginOf("path"), path);
        return made;
    }

    private void Take(Plugin plugin, string path, string type)
    {
        if (plugin.Run.Paths.TryGetValue((use, path), out var taken))
        {
            string message = $"Other '{taken.By}' plugin already {(IsSingle ? "uses" : "use")} same buffer path: type = {type}, buffer path = {path}";
            throw new RefusedException(plugin.Refuse(FluentdCause.PathShared, message, "path").Problem with { Other = taken.Origin });
        }

        plugin.Run.Paths.Add((use, path), (type, plugin.Settings.OriginOf("path")));
    }
}
