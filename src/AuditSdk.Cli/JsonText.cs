using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuditSdk.Cli;

/// <summary>JSON as text: characters as they are, lines ended by line feeds.</summary>
internal static class JsonText
{
    public static string Of(bool isIndented, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = isIndented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) write(json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length).ReplaceLineEndings("\n");
    }
}
