namespace AuditSdk.Build.Emission;

/// <summary><c>emit</c>: writes the files of a project that just compiled. With any error nothing is written.</summary>
internal static class EmitCommand
{
    public static int Run(ResponseFile arguments, TextWriter output)
    {
        Report report = new(output, arguments);
        if (new ProjectEmission(arguments, report).Run() is List<EmittedFile> files) Write(files, arguments, report);
        return report.Finish();
    }

    private static void Write(List<EmittedFile> files, ResponseFile arguments, Report report)
    {
        string path = OutputFolder.FullPath(arguments);
        string manifest = Path.Combine(arguments["projectDir"], arguments["manifest"]);
        OutputFolder folder = new(path);
        try
        {
            int written = OutputFolder.Write(files);
            int removed = folder.Prune(Manifest.Read(manifest), files);
            Manifest.Write(manifest, files);
            Tell(OutputFolder.Display(arguments, path), files.Count, written, removed, report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.Error("AUD9006", $"The files cannot be written to {OutputFolder.Display(arguments, path)}/: {e.Message.TrimEnd('.')}. Make the folder writable, or set AuditSdkOutputDir to another one.");
        }
    }

    private static void Tell(string folder, int total, int written, int removed, Report report)
    {
        if (written > 0) report.Line($"AuditSdk: wrote {Files(written)} to {folder}/");
        if (removed > 0) report.Line($"AuditSdk: removed {Files(removed)} from {folder}/ that no definition writes any more");
        if (total > 0 && written + removed == 0) report.Line($"AuditSdk: {folder}/ is up to date");
    }

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";
}
