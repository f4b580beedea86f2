using System.Text;

namespace AuditSdk.Build.Emission;

/// <summary>
/// The files of the last good build, one full path a line, in obj/. It is what may be removed, what MSBuild cleans and publishes,
/// and, by its time stamp, that the build is up to date.
/// </summary>
internal static class Manifest
{
    public static List<string> Read(string path)
    {
        List<string> files = [];
        if (!File.Exists(path)) return files;
        foreach (string line in File.ReadAllText(path, Encoding.UTF8).Split('\n'))
        {
            string file = line.TrimEnd('\r');
            if (file.Length > 0) files.Add(file);
        }

        return files;
    }

    public static void Write(string path, List<EmittedFile> files)
    {
        StringBuilder text = new();
        foreach (EmittedFile file in files) text.Append(file.Path).Append('\n');
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
