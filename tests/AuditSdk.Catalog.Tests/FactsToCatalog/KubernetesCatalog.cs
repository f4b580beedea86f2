using System.Text.Json;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Catalog.Tests.FactsToCatalog;

/// <summary>The catalog of Kubernetes: what the newest release serves, and since when.</summary>
internal static class KubernetesCatalog
{
    private const string Comment = "Made from the recorded facts in tests/data by the tests of the catalog. Do not edit: change the facts.";

    // Short, and apart from the words that users call their own members.
    private static readonly Dictionary<string, string> ClassNames = new(StringComparer.Ordinal)
    {
        ["events.k8s.io"] = "EventsGroup",
        ["flowcontrol.apiserver.k8s.io"] = "FlowControl",
        ["internal.apiserver.k8s.io"] = "InternalApiServer",
        ["admissionregistration.k8s.io"] = "AdmissionRegistration",
        ["apiextensions.k8s.io"] = "ApiExtensions",
        ["apiregistration.k8s.io"] = "ApiRegistration",
        ["node.k8s.io"] = "NodeGroup",
        ["policy"] = "PolicyGroup",
        ["rbac.authorization.k8s.io"] = "Rbac",
        ["resource.k8s.io"] = "ResourceGroup",
        ["storagemigration.k8s.io"] = "StorageMigration",
    };

    // The kinds of subresources that are not those of their resource; the recorded facts do not have them.
    private static readonly Dictionary<string, string> SubresourceKinds = new(StringComparer.Ordinal)
    {
        ["nodes/proxy"] = "NodeProxyOptions",
        ["pods/attach"] = "PodAttachOptions",
        ["pods/binding"] = "Binding",
        ["pods/eviction"] = "Eviction",
        ["pods/exec"] = "PodExecOptions",
        ["pods/portforward"] = "PodPortForwardOptions",
        ["pods/proxy"] = "PodProxyOptions",
        ["serviceaccounts/token"] = "TokenRequest",
        ["services/proxy"] = "ServiceProxyOptions",
    };

    // Words that the name in URLs runs together.
    private static readonly Dictionary<string, string> SubresourceNames = new(StringComparer.Ordinal) { ["ephemeralcontainers"] = "EphemeralContainers", ["portforward"] = "PortForward" };

    // Gone before the newest release, so without verbs in the facts: unknown.
    private static readonly Dictionary<string, string> KindsOfThePast = new(StringComparer.Ordinal) { ["podschedulingcontexts"] = "PodSchedulingContext" };

    /// <summary>The text of the catalog.</summary>
    public static string Text()
    {
        JsonElement history = JsonFacts.Read("kubernetes", "resources-history.json");
        string[] releases = [.. history.Items("releases").Select(r => r.GetString()!)];
        Dictionary<(string, string), JsonElement> newest = JsonFacts.Read("kubernetes", "resources.json").Items("resources").ToDictionary(r => (r.Text("group")!, r.Text("resource")!));
        IEnumerable<CatalogGroup> groups = history.Items("resources").GroupBy(r => r.Text("group")!).Select(g => new CatalogGroup(
            g.Key, ClassNames.GetValueOrDefault(g.Key, ""), ValueList.From(g.Select(r => Resource(r, newest.TryGetValue((g.Key, r.Text("resource")!), out JsonElement n) ? n : null, releases)))));
        return CatalogWriter.Write(new CatalogFile { Releases = ValueList.From(releases), Groups = ValueList.From(groups) }, Comment);
    }

    private static CatalogResource Resource(JsonElement history, JsonElement? newest, string[] releases)
    {
        string name = history.Text("resource")!;
        string[] served = Releases(history.GetProperty("in"), releases);
        Dictionary<string, JsonElement> verbs = newest?.Items("subresources").ToDictionary(s => s.Text("name")!) ?? [];
        string kind = newest?.Text("kind") ?? KindsOfThePast[name];
        return new CatalogResource
        {
            Name = name,
            Kind = kind,
            Namespaced = newest?.Flag("namespaced") ?? true,
            Verbs = Verbs(newest),
            ShortNames = newest is { } known ? [.. known.Items("shortNames").Select(n => n.GetString()!)] : [],
            Since = VersionMerge.Since(served, releases),
            Until = VersionMerge.Until(served, releases),
            Subresources = history.TryGetProperty("subresources", out JsonElement subs) ? [.. subs.EnumerateObject().Select(s => Subresource(name, s.Name, verbs.TryGetValue(s.Name, out JsonElement v) ? v : null, Releases(s.Value, releases), served))] : [],
        };
    }

    private static CatalogResource Subresource(string resource, string name, JsonElement? newest, string[] served, string[] resourceServed) => new()
    {
        Name = name,
        MemberName = SubresourceNames.GetValueOrDefault(name, ""),
        Kind = name == "scale" ? "Scale" : SubresourceKinds.GetValueOrDefault($"{resource}/{name}", ""),
        Verbs = Verbs(newest),
        Since = VersionMerge.Since(served, resourceServed),
        Until = VersionMerge.Until(served, resourceServed),
    };

    private static ValueList<string> Verbs(JsonElement? facts) => facts is { } known ? [.. known.Items("verbs").Select(v => v.GetString()!)] : [];

    private static string[] Releases(JsonElement served, string[] all) => served.ValueKind == JsonValueKind.String ? all : [.. served.EnumerateArray().Select(r => r.GetString()!)];
}
