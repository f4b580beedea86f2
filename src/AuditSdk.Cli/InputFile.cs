using System.Text;

namespace AuditSdk.Cli;

/// <summary>Files named on the command line.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file. A byte order mark stays in it: kube-apiserver looks at the first character.</summary>
    /// <exception cref="InputException">The file is not there, or no text.</exception>
    public static string Read(string path)
    {
        byte[] bytes = ReadBytes(path);
        try
        {
            return bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes),
                _ => Utf8.GetString(bytes),
            };
        }
        catch (ArgumentException)
        {
            throw new InputException($"{path} cannot be read: it is no UTF-8 text.");
        }
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
