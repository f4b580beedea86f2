using System.Text;
using DiffPlex.Renderer;

namespace AuditSdk.Build.Emission;

/// <summary><c>verify</c>, for CI: compares the files in the output folder with what the definitions give, and writes none of them.</summary>
internal static class VerifyCommand
{
    private const string Advice = "Run 'dotnet build' without AuditSdkVerify and commit the result.";

    public static int Run(ResponseFile arguments, TextWriter output)
    {
        Report report = new(output, arguments);
        if (new ProjectEmission(arguments, report).Run() is List<EmittedFile> files) Compare(files, arguments, report);
        return report.Finish();
    }

    private static void Compare(List<EmittedFile> files, ResponseFile arguments, Report report)
    {
        StringBuilder diff = new();
        foreach (EmittedFile file in files) Compare(file, OutputFolder.Display(arguments, file.Path), diff, report);

        OutputFolder folder = new(OutputFolder.FullPath(arguments));
        string manifest = Path.Combine(arguments["projectDir"], arguments["manifest"]);
        foreach (string stale in folder.Stale(Manifest.Read(manifest), files))
            report.Error("AUD9011", $"{OutputFolder.Display(arguments, stale)} is there, but no definition writes it any more. {Advice}", stale);

        // A file, because MSBuild would take a line such as 'level: error x:' on stdout for an error of its own.
        string diffFile = Path.Combine(arguments["projectDir"], arguments["diff"]);
        Directory.CreateDirectory(Path.GetDirectoryName(diffFile)!);
        AtomicFile.Write(diffFile, Encoding.UTF8.GetBytes(diff.ToString()));
        if (!report.HasErrors && files.Count > 0) report.Line($"AuditSdk: {OutputFolder.Display(arguments, OutputFolder.FullPath(arguments))}/ is as the definitions say");
    }

    private static void Compare(EmittedFile file, string name, StringBuilder diff, Report report)
    {
        if (!File.Exists(file.Path))
        {
            report.Error("AUD9011", $"{name} is missing. {Advice}", file.Path);
            return;
        }

        byte[] bytes = File.ReadAllBytes(file.Path);
        if (bytes.AsSpan().SequenceEqual(file.Bytes)) return;
        string there = Encoding.UTF8.GetString(bytes);
        string wanted = Encoding.UTF8.GetString(file.Bytes);
        if (there.Replace("\r\n", "\n", StringComparison.Ordinal) == wanted)
        {
            report.Error("AUD9011", $"{name} has CRLF line ends where the definitions give LF. Put '{Path.GetFileName(name)} text eol=lf' into .gitattributes and check it out again.", file.Path, 1);
            return;
        }

        diff.Append(Diff(there, wanted, name));
        report.Error("AUD9011", $"{name} is not what the definitions give. {Advice}", file.Path, FirstDifference(there, wanted));
    }

    // A line break at the very end is none between two lines; the library would count an empty line after it.
    private static string Diff(string there, string wanted, string name)
    {
        if (there.EndsWith('\n') && wanted.EndsWith('\n')) (there, wanted) = (there[..^1], wanted[..^1]);
        return UnidiffRenderer.GenerateUnidiff(there, wanted, name, name + " (from the definitions)").ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    private static int FirstDifference(string left, string right)
    {
        int line = 1;
        for (int i = 0; i < left.Length && i < right.Length && left[i] == right[i]; i++)
        {
            if (left[i] == '\n') line++;
        }

        return line;
    }
}
