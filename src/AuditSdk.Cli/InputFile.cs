using System.Buffers;
using System.Text;

namespace AuditSdk.Cli;

/// <summary>Files named on the command line.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a policy, with bytes that are no UTF-8 in it as <see cref="AuditSdk.Semantics.Kubernetes.PolicyFile"/> takes them: the server refuses YAML that has some, and reads U+FFFD for them in JSON.</summary>
    /// <exception cref="InputException">The file is not there.</exception>
    public static string ReadPolicy(string path)
    {
        byte[] bytes = ReadBytes(path);
        try
        {
            return Decode(bytes);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(bytes) is var text && text.TrimStart().StartsWith('{') ? text : DecodeWithRawBytes(bytes);
        }
    }

    /// <summary>The text of a file. A byte order mark stays in it: kube-apiserver looks at the first character.</summary>
    /// <exception cref="InputException">The file is not there, or no text.</exception>
    public static string Read(string path)
    {
        try
        {
            return Decode(ReadBytes(path));
        }
        catch (ArgumentException)
        {
            throw new InputException($"{path} cannot be read: it is no UTF-8 text.");
        }
    }

    private static string Decode(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes),
        _ => Utf8.GetString(bytes),
    };

    private static string DecodeWithRawBytes(ReadOnlySpan<byte> bytes)
    {
        const char firstRawByte = '\udc00';
        StringBuilder text = new();
        while (bytes.Length > 0)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int count) == OperationStatus.Done) text.Append(rune.ToString());
            else foreach (byte raw in bytes[..count]) text.Append((char)(firstRawByte + raw));
            bytes = bytes[count..];
        }

        return text.ToString();
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            string why = exception is FileNotFoundException or DirectoryNotFoundException ? "it is not there." : Directory.Exists(path) ? "it is a folder." : exception.Message;
            throw new InputException($"{path} cannot be read: {why}");
        }
    }
}
