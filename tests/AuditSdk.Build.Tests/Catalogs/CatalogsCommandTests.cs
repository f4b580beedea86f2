using AuditSdk.Build.Catalogs;

namespace AuditSdk.Build.Tests.Catalogs;

public sealed class CatalogsCommandTests : IDisposable
{
    private const string Crd = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        spec: { group: a.example.com, scope: Cluster, names: { kind: Thing, plural: things } }
        """;

    private const string Plugin = "plugin filter seal\n  param key string required secret\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CrdsAndPlugins_BecomeCatalogs()
    {
        _folder.Write("crds/things.yaml", Crd);
        _folder.Write("plugins/seal.catalog", Plugin);

        Assert.Equal((0, ""), Run());
        Assert.Equal("""
            # Made from things.yaml by the build.
            group a.example.com
              resource things kind Thing verbs create,delete,deletecollection,get,list,patch,update,watch

            """, _folder.Read("obj/things"));
        Assert.Equal(Plugin, _folder.Read("obj/seal"));
    }

    [Fact]
    public void BrokenFiles_AreAnErrorEachAndLeaveTheLastCatalogs()
    {
        _folder.Write("obj/things", "last good");
        _folder.Write("obj/seal", "last good");
        _folder.Write("crds/things.yaml", Crd + "\nspec: again");
        _folder.Write("plugins/seal.catalog", "plugin filter seal\n  parm key string\n");

        (int code, string output) = Run();

        Assert.Equal(1, code);
        Assert.Collection(
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.StartsWith(_folder.At("crds/things.yaml") + "(4,1): error AUD9007: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith(_folder.At("plugins/seal.catalog") + "(2,3): error AUD9008: ", line, StringComparison.Ordinal));
        Assert.Equal(["last good", "last good"], new[] { _folder.Read("obj/things"), _folder.Read("obj/seal") });
    }

    [Fact]
    public void MissingFile_IsAnError()
    {
        _folder.Write("plugins/seal.catalog", Plugin);

        Assert.StartsWith(_folder.At("crds/things.yaml") + " : error AUD9007: The file cannot be read: ", Run().Output, StringComparison.Ordinal);
    }

    private (int Code, string Output) Run()
    {
        using StringWriter output = new() { NewLine = "\n" };
        string arguments = $"projectDir={_folder.Path}\ncrd={_folder.At("crds/things.yaml")}\t{_folder.At("obj/things")}\nplugin={_folder.At("plugins/seal.catalog")}\t{_folder.At("obj/seal")}";
        return (CatalogsCommand.Run(ResponseFile.Parse(arguments), output), output.ToString());
    }
}
