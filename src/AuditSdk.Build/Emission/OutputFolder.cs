namespace AuditSdk.Build.Emission;

/// <summary>The folder the files go to. Nothing outside it is touched, and in it nothing that the manifest does not list.</summary>
internal sealed class OutputFolder(string path)
{
    public static StringComparison PathComparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public static string FullPath(ResponseFile arguments) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(arguments["projectDir"], arguments["output"])));

    /// <summary>The folder or a file of it as people say it: relative to the project, with <c>/</c>.</summary>
    public static string Display(ResponseFile arguments, string path) => Path.GetRelativePath(arguments["projectDir"], path).Replace('\\', '/');

    /// <summary>Writes the files that differ: all beside first, so that a full disk or a refused folder leaves every file as it was.</summary>
    /// <returns>How many differed.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static int Write(List<EmittedFile> files)
    {
        List<EmittedFile> changed = files.FindAll(file => !AtomicFile.Has(file.Path, file.Bytes));
        try
        {
            foreach (EmittedFile file in changed) Prepare(file);
            foreach (EmittedFile file in changed) AtomicFile.Commit(file.Path);
        }
        catch
        {
            foreach (EmittedFile file in changed) Discard(file.Path);
            throw;
        }

        return changed.Count;
    }

    /// <summary>Removes what an earlier build wrote and this one does not, and the folders that this empties.</summary>
    /// <returns>How many files were removed.</returns>
    public int Prune(List<string> earlier, List<EmittedFile> files)
    {
        int removed = 0;
        foreach (string stale in Stale(earlier, files))
        {
            File.Delete(stale);
            RemoveEmptied(Path.GetDirectoryName(stale)!);
            removed++;
        }

        return removed;
    }

    /// <summary>Files of an earlier build that are still there and that no definition gives any more.</summary>
    public List<string> Stale(List<string> earlier, List<EmittedFile> files)
        => earlier.FindAll(path => IsInside(path) && File.Exists(path) && !files.Exists(file => string.Equals(file.Path, path, PathComparison)));

    private static void Prepare(EmittedFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        if (Directory.Exists(file.Path)) throw new IOException($"{file.Path} is a folder");
        AtomicFile.Prepare(file.Path, file.Bytes);
    }

    private static void Discard(string path)
    {
        try
        {
            AtomicFile.Discard(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be written cannot be removed either; the first error tells why.
        }
    }

    private bool IsInside(string file)
        => Path.GetFullPath(file).StartsWith(path + Path.DirectorySeparatorChar, PathComparison);

    private void RemoveEmptied(string folder)
    {
        while (IsInside(folder + Path.DirectorySeparatorChar + "x") && Directory.Exists(folder) && Directory.GetFileSystemEntries(folder).Length == 0)
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }
}
