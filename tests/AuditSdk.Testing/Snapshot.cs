using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace AuditSdk.Testing;

/// <summary>Snapshot tests in Verify's file conventions; Verify itself depends on a package that the registry in reach does not serve.</summary>
public static class Snapshot
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Compares a text with <c>Class.Method.verified.EXTENSION</c> beside the test; on a difference writes <c>.received.</c> and fails.</summary>
    public static void Match(string text, string extension = "txt", [CallerFilePath] string file = "", [CallerMemberName] string method = "")
        => MatchFile(text, Path.Combine(SourceTree.Locate(Path.GetDirectoryName(file)!), $"{Path.GetFileNameWithoutExtension(file)}.{method}.verified.{extension}"));

    /// <summary>Compares a text with a committed file; on a difference writes it beside, with <c>.received</c> before the extension, and fails.</summary>
    public static void MatchFile(string text, string verified)
    {
        string received = verified.Contains(".verified.", StringComparison.Ordinal)
            ? verified.Replace(".verified.", ".received.", StringComparison.Ordinal)
            : Path.ChangeExtension(verified, ".received" + Path.GetExtension(verified));
        string expected = File.Exists(verified) ? File.ReadAllText(verified, Utf8) : "";
        if (string.Equals(expected, text, StringComparison.Ordinal) && File.Exists(verified))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text, Utf8);
        Assert.Fail($"{Path.GetFileName(verified)} differs. Look at {Path.GetFileName(received)} beside it; if it is right, it takes the other's place.{Environment.NewLine}{FirstDifference(expected, text)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] left = expected.Split('\n');
        string[] right = actual.Split('\n');
        int line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => i >= left.Length || i >= right.Length || left[i] != right[i]);
        return $"line {line + 1}: expected <{left.ElementAtOrDefault(line)}>, was <{right.ElementAtOrDefault(line)}>";
    }
}
