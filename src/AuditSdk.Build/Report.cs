using System.Globalization;
using System.Text;

namespace AuditSdk.Build;

/// <summary>What the run tells MSBuild: problems in its canonical form, which makes them errors with a file and line, and plain lines.</summary>
internal sealed class Report(TextWriter output, ResponseFile arguments)
{
    private readonly PathMap _map = new(arguments.Find("pathMap"));
    private readonly string _projectFolder = arguments.Find("projectDir") ?? "";
    private readonly string _projectFile = arguments.Find("projectFile") ?? "AuditSdk";

    public bool HasErrors { get; private set; }

    public void Error(string id, string message, string? file = null, int line = 0, int column = 0) => Add(file, line, column, "error", id, message);

    /// <summary>One problem, one line. Without a file it is the project's.</summary>
    public void Add(string? file, int line, int column, string severity, string id, string message)
    {
        if (severity == "error") HasErrors = true;
        string place = file is null || line <= 0 ? " "
            : column <= 0 ? string.Create(CultureInfo.InvariantCulture, $"({line})")
            : string.Create(CultureInfo.InvariantCulture, $"({line},{column})");
        Line($"{(file is null ? _projectFile : Path.Combine(_projectFolder, _map.ToReal(file)))}{place}: {severity} {id}: {message}");
    }

    /// <summary>A line of text; line breaks in it would make MSBuild see more than one.</summary>
    public void Line(string text) => output.WriteLine(OneLine(text));

    /// <summary>Ends the report.</summary>
    /// <returns>The exit code.</returns>
    public int Finish()
    {
        output.Flush();
        return HasErrors ? 1 : 0;
    }

    private static string OneLine(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsControl(c) && c is not ('\u2028' or '\u2029')) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString();
    }
}
