using System.Text;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Build.Catalogs;

/// <summary><c>catalogs</c>: turns a project's CRDs into catalogs, and checks its plugin catalogs, before the compiler's generator reads them. With any error nothing is written.</summary>
internal static class CatalogsCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static int Run(ResponseFile arguments, TextWriter output)
    {
        Report report = new(output, arguments);
        List<KeyValuePair<string, string>> catalogs = [];
        foreach (string pair in arguments.All("crd")) Convert(pair, FromCrd, "AUD9007", catalogs, report);
        foreach (string pair in arguments.All("plugin")) Convert(pair, FromPlugin, "AUD9008", catalogs, report);
        if (!report.HasErrors) Write(catalogs, report);
        return report.Finish();
    }

    // A pair is the source and the catalog, with a tab between.
    private static void Convert(string pair, Func<string, string, Report, string> convert, string id, List<KeyValuePair<string, string>> catalogs, Report report)
    {
        string source = pair[..pair.IndexOf('\t', StringComparison.Ordinal)];
        try
        {
            catalogs.Add(new(pair[(source.Length + 1)..], convert(File.ReadAllText(source, Utf8), source, report)));
        }
        catch (CrdException e)
        {
            report.Error(id, e.Message, source, e.Line, e.Column);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            report.Error(id, $"The file cannot be read: {e.Message}", source);
        }
    }

    private static string FromCrd(string text, string source, Report report)
        => CatalogWriter.Write(CrdReader.Read(text), $"Made from {Path.GetFileName(source)} by the build.");

    private static string FromPlugin(string text, string source, Report report)
    {
        foreach (Finding finding in CatalogReader.Read(text, source).Findings)
            report.Error(finding.Id, finding.Message, finding.Origin.File, finding.Origin.Line, finding.Origin.Column);
        return text;
    }

    private static void Write(List<KeyValuePair<string, string>> catalogs, Report report)
    {
        foreach ((string path, string text) in catalogs)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                AtomicFile.Write(path, Utf8.GetBytes(text));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                report.Error("AUD9006", $"{path} cannot be written: {e.Message}");
                return;
            }
        }
    }
}
