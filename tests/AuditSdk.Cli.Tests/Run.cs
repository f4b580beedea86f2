namespace AuditSdk.Cli.Tests;

/// <summary>A command line run in this process.</summary>
internal sealed record Run(int Code, string Out, string Error)
{
    public static Run Of(params string[] args) => Coloured(false, args);

    public static Run WithInput(string input, params string[] args) => Of(input, false, args);

    public static Run Coloured(bool hasColour, params string[] args) => Of("", hasColour, args);

    private static Run Of(string input, bool hasColour, string[] args)
    {
        using StringReader reader = new(input);
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int code = CommandLine.RunAsync(args, new Terminal(reader, output, error, hasColour)).GetAwaiter().GetResult();
        return new Run(code, output.ToString(), error.ToString());
    }
}

/// <summary>A folder of files that goes with the test.</summary>
public abstract class FolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("auditsdk-cli");

    protected string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    protected string At(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
