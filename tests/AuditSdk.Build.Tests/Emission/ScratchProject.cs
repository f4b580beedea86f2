using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuditSdk.Build.Tests.Emission;

/// <summary>
/// A project as the tool meets it: an assembly, the AuditSdk that it references, and a response file. This AuditSdk hands the tool's callbacks
/// to a method of the project, so a test says in C# what its definitions do.
/// </summary>
internal sealed class ScratchProject : IDisposable
{
    private const string Host = """
        using System; using System.Collections.Generic; using System.Reflection;
        namespace AuditSdk.Emission
        {
            public static class EmissionHost
            {
                public static void Run(Assembly project, IReadOnlyDictionary<string, string> settings, Func<string, string, string, string, int, bool> isTold, Action<string, string, int> defining, Action<string, string> file, Action<string, int, int, string, string, string> problem)
                {
                    var emit = project.GetType("Definitions").GetMethod("Emit");
                    var typed = (Action<IReadOnlyDictionary<string, string>, Func<string, string, string, string, int, bool>, Action<string, string, int>, Action<string, string>, Action<string, int, int, string, string, string>>)emit.CreateDelegate(
                        typeof(Action<IReadOnlyDictionary<string, string>, Func<string, string, string, string, int, bool>, Action<string, string, int>, Action<string, string>, Action<string, int, int, string, string, string>>));
                    typed(settings, isTold, defining, file, problem);
                }
            }
        }
        """;

    private static readonly byte[] HostImage = Compile("AuditSdk", Host);

    private readonly TemporaryFolder _folder = new();
    private int _builds;

    public ScratchProject() => File.WriteAllBytes(_folder.At("AuditSdk.dll"), HostImage);

    public TemporaryFolder Folder => _folder;

    public List<string> References { get; } = ["AuditSdk.dll"];

    /// <summary>More lines of the response file.</summary>
    public string Settings { get; set; } = "";

    /// <summary>The files in the output folder.</summary>
    public IEnumerable<string> Output => _folder.Files.Where(f => f.StartsWith("out/", StringComparison.Ordinal)).Select(f => f[4..]);

    public static byte[] Compile(string name, string source, params MetadataReference[] references)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source)], [.. Net100.References.All, .. references], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return image.ToArray();
    }

    /// <summary>Compiles the project anew: its definitions call <c>defining</c>, <c>file</c> and <c>problem</c>.</summary>
    public (int Code, string[] Lines) Emit(string definitions, params MetadataReference[] references) => Run(definitions, Build.Emission.EmitCommand.Run, references);

    public (int Code, string[] Lines) Verify(string definitions) => Run(definitions, Build.Emission.VerifyCommand.Run);

    public void Dispose() => _folder.Dispose();

    private (int Code, string[] Lines) Run(string definitions, Func<ResponseFile, TextWriter, int> command, params MetadataReference[] references)
    {
        // A loaded file is not overwritten: each build has a name of its own.
        string name = $"App{++_builds}";
        File.WriteAllBytes(_folder.At(name + ".dll"), Compile(name, Source(definitions), references));
        using StringWriter output = new() { NewLine = "\n" };
        int code = command(ResponseFile.Parse(Arguments(name)), output);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Source(string definitions) => $$"""
        using System; using System.Collections.Generic;
        public static class Definitions
        {
            public static void Emit(IReadOnlyDictionary<string, string> settings, Func<string, string, string, string, int, bool> isTold, Action<string, string, int> defining, Action<string, string> file, Action<string, int, int, string, string, string> problem)
            {
                {{definitions}}
            }
        }
        """;

    private string Arguments(string name) => $"""
        projectDir={_folder.Path}
        projectFile={_folder.At("App.csproj")}
        assembly={_folder.At(name + ".dll")}
        output=out/
        manifest=obj/emitted.txt
        diff=obj/verify.diff
        {Settings}
        {string.Join('\n', References.Select(r => "reference=" + _folder.At(r)))}
        """;
}
