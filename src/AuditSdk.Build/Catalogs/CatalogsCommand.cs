namespace AuditSdk.Build.Catalogs;

/// <summary><c>catalogs</c>: turns a project's CRDs into catalogs, and checks its plugin catalogs, before the compiler's generator reads them.</summary>
internal static class CatalogsCommand
{
    public static int Run(ResponseFile arguments, TextWriter output)
    {
        Report report = new(output, arguments);
        return report.Finish();
    }
}
