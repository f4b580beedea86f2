using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using static AuditSdk.Analyzers.Tests.Fixes.FixedPolicy;

namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>Each kind of change, made in C#: the text that people get, and that its policy is the one that the change makes of the document.</summary>
public sealed class FixTests
{
    [Fact]
    public void InsertRuleBeforeAnother_StandsAboveItsComment()
        => AssertRules(new InsertRule("t", 1, AuditLevel.Metadata, Names(("", "secrets"), ("", "serviceaccounts/token"), ("authentication.k8s.io", "tokenreviews")), ValueList<string>.Empty), InLines, """
        [
            new(None) { Users = ["a"] }, // noise
            new(Metadata) { Resources = [Core.Secrets, Core.ServiceAccounts.Token, Authentication.TokenReviews] },
            // Why this one.
            new(Request)
            {
                Users = ["b"],
            },

            new(Metadata) { Users = ["c"] },
            new(None)
        ]
        """);

    [Fact]
    public void CatchAll_StandsAtTheEnd() => AssertRules(new InsertRule("t", 4, AuditLevel.Metadata, ValueList<ResourceName>.Empty, ValueList<string>.Empty), InLines, """
        [
            new(None) { Users = ["a"] }, // noise
            // Why this one.
            new(Request)
            {
                Users = ["b"],
            },

            new(Metadata) { Users = ["c"] },
            new(None),
            new(Metadata)
        ]
        """);

    [Theory]
    [InlineData("[new(None)]", "[new(None), new(Metadata)]")]
    [InlineData("[new(None),]", "[new(None), new(Metadata),]")]
    [InlineData("[\n    new(None),\n]", "[\n    new(None),\n    new(Metadata),\n]")]
    [InlineData("[\n    new(None), // noise\n]", "[\n    new(None), // noise\n    new(Metadata),\n]")]
    [InlineData("[\n    new(None) // noise\n]", "[\n    new(None), // noise\n    new(Metadata)\n]")]
    [InlineData("[\r\n    new(None),\r\n]", "[\r\n    new(None),\r\n    new(Metadata),\r\n]")]
    [InlineData("[\n    .. More,\n]", "[\n    .. More,\n    new(Metadata),\n]")]
    [InlineData("new[] { new PolicyRule(None) }", "new[] { new PolicyRule(None), new PolicyRule(Metadata) }")]
    [InlineData("new List<PolicyRule> { new(None) }.ToArray()", "[.. new List<PolicyRule> { new(None) }.ToArray(), new(Metadata)]")]
    [InlineData("More", "[.. More, new(Metadata)]")]
    public void CatchAll_IsWrittenAsTheOthers(string before, string after)
        => AssertRules(new InsertRule("t", 1, AuditLevel.Metadata, ValueList<ResourceName>.Empty, ValueList<string>.Empty), before, after);

    [Fact]
    public void InsertRule_NamesPaths()
        => AssertRules(new InsertRule("t", 0, AuditLevel.None, ValueList<ResourceName>.Empty, ValueList.From(["/livez*", "/readyz*"])), "[new(Metadata)]", "[new(None) { NonResourceUrls = [\"/livez*\", \"/readyz*\"] }, new(Metadata)]");

    [Theory]
    [InlineData("Verb.Watch", "get", "Verb.Get")]
    [InlineData("\"GET\"", "get", "\"get\"")]
    [InlineData("Verb.Watch", "proxy", "\"proxy\"")]
    [InlineData("\"a\" + \"b\"", "say \"x\"", "\"say \\\"x\\\"\"")]
    public void ReplaceVerb_IsWrittenAsBefore(string before, string text, string after)
        => AssertRules(new ReplaceText("t", new(0, PolicyField.Verbs, Index: 1), text), $"[new(Metadata) {{ Verbs = [Verb.Create, {before}] }}]", $"[new(Metadata) {{ Verbs = [Verb.Create, {after}] }}]");

    [Theory]
    [InlineData("Users = [\"kube-proxy\"]", PolicyField.Users, "system:kube-proxy", "Users = [\"system:kube-proxy\"]")]
    [InlineData("UserGroups = [SystemGroups.Masters]", PolicyField.UserGroups, "system:nodes", "UserGroups = [SystemGroups.Nodes]")]
    [InlineData("Namespaces = [\"a\"]", PolicyField.Namespaces, "b", "Namespaces = [\"b\"]")]
    [InlineData("NonResourceUrls = [\"/a\"]", PolicyField.NonResourceUrls, "/b", "NonResourceUrls = [\"/b\"]")]
    [InlineData("OmitStages = [Stage.Panic]", PolicyField.OmitStages, "RequestReceived", "OmitStages = [Stage.RequestReceived]")]
    public void ReplaceText_ChangesTheValue(string before, PolicyField field, string text, string after)
        => AssertRules(new ReplaceText("t", new(0, field, Index: 0), text), $"[new(Metadata) {{ {before} }}]", $"[new(Metadata) {{ {after} }}]");

    [Fact]
    public void ReplaceObjectName_ChangesTheArgument()
        => AssertRules(new ReplaceText("t", new(0, PolicyField.ResourceNames, 0, 1), "c"), "[new(Metadata) { Resources = [Core.Pods.Named(\"a\", \"b\")] }]", "[new(Metadata) { Resources = [Core.Pods.Named(\"a\", \"c\")] }]");

    [Theory]
    [InlineData("new(Request)", "new(Metadata)")]
    [InlineData("new(Level.Request)", "new(Level.Metadata)")]
    [InlineData("new(None) { Level = Request }", "new(None) { Level = Metadata }")]
    public void ReplaceLevel_IsWrittenAsBefore(string before, string after)
        => AssertRules(new ReplaceText("t", new(0, PolicyField.Level), "Metadata"), $"[{before}]", $"[{after}]");

    [Fact]
    public void ReplaceValueOfASharedList_ChangesTheList() => AssertMembers(
        new ReplaceText("t", new(0, PolicyField.Verbs, Index: 1), "get"), "Rules = [new(None) { Verbs = Reads }] }; static string[] Reads => [\"list\", \"Get\"", "Rules = [new(None) { Verbs = Reads }] }; static string[] Reads => [\"list\", \"get\"");

    [Theory]
    [InlineData("Core.Pods", "apps", "deployments", "Apps.Deployments")]
    [InlineData("Core.Pods", "", "pods/log", "Core.Pods.Log")]
    [InlineData("Core.Pods.Log", "", "pods/*", "Core.Pods.WithSubresources")]
    [InlineData("Core.Pods", "", "pods/nothing", "Core.Pods.Subresource(\"nothing\")")]
    [InlineData("Core.Pods", "", "*/status", "Core.EverySubresource(\"status\")")]
    [InlineData("Core.Pods", "", null, "Core.All")]
    [InlineData("Core.Pods", "", "*", "ApiGroup.Named(\"\").Resource(\"*\")")]
    [InlineData("Core.Pods", "example.com", "things", "ApiGroup.Named(\"example.com\").Resource(\"things\")")]
    [InlineData("Core.Pods", "example.com", null, "ApiGroup.Named(\"example.com\").All")]
    [InlineData("Core.Pods.Named(\"x\")", "", "secrets", "Core.Secrets.Named(\"x\")")]
    [InlineData("ApiGroup.Named(\"extensions\").Resource(\"deploymnts\")", "apps", "deployments", "Apps.Deployments")]
    [InlineData("ApiGroup.Named(\"apps\").Resource(\"deploymnts\").Named(\"x\")", "apps", "deployments", "Apps.Deployments.Named(\"x\")")]
    [InlineData("Core.Group.Resource(\"pod\").Subresource(\"log\")", "", "pods/log", "Core.Pods.Log")]
    public void ReplaceResource_PrefersTypedMembers(string before, string group, string? resource, string after)
        => AssertRules(new ReplaceResource("t", new(0, PolicyField.EntryResources, 1, 0), group, resource), $"[new(Metadata) {{ Resources = [Rbac.Roles, {before}] }}]", $"[new(Metadata) {{ Resources = [Rbac.Roles, {after}] }}]");

    [Fact]
    public void ReplaceWholeGroup_IsAResource()
        => AssertRules(new ReplaceResource("t", new(0, PolicyField.EntryResources, 0), "apps", null), "[new(Metadata) { Resources = [ApiGroup.Named(\"app\").All] }]", "[new(Metadata) { Resources = [Apps.All] }]");

    [Fact]
    public void ReplaceTextOfAResource_KeepsTheGroup()
        => AssertRules(new ReplaceText("t", new(0, PolicyField.EntryResources, 0, 1), "secrets"), "[new(Metadata) { Resources = [Core.Pods, Core.Group.Resource(\"secret\")] }]", "[new(Metadata) { Resources = [Core.Pods, Core.Secrets] }]");

    [Fact]
    public void ReplaceGroup_ChangesEveryResourceOfTheEntry()
        => AssertRules(
            new ReplaceText("t", new(0, PolicyField.Group, 0), "apps"),
            "[new(Metadata) { Resources = [ApiGroup.Named(\"apps/v1\").Resource(\"deployments\"), ApiGroup.Named(\"apps/v1\").Resource(\"other\")] }]",
            "[new(Metadata) { Resources = [Apps.Deployments, ApiGroup.Named(\"apps\").Resource(\"other\")] }]");

    [Theory]
    [InlineData("[Verb.Get, \"list\", \"watch\"]", 1, "[Verb.Get, \"watch\"]")]
    [InlineData("[Verb.Get, \"list\"]", 1, "[Verb.Get]")]
    [InlineData("new[] { \"get\", \"list\" }", 0, "new[] { \"list\" }")]
    [InlineData("[\n    Verb.Get,\n    Verb.List, // all\n    Verb.Watch,\n]", 1, "[\n    Verb.Get,\n    Verb.Watch,\n]")]
    public void RemoveValue_LeavesTheOthers(string before, int index, string after)
        => AssertRules(new RemoveValue("t", new(0, PolicyField.Verbs, Index: index)), $"[new(Metadata) {{ Verbs = {before} }}]", $"[new(Metadata) {{ Verbs = {after} }}]");

    [Theory]
    [InlineData("[Core.Pods, Core.Secrets.Named(\"x\"), Apps.Deployments]", 1, "[Core.Pods, Apps.Deployments]")]
    [InlineData("[Apps.Deployments, ApiGroup.Named(\"\").Resource(\"x\")]", 1, "[Apps.Deployments]")]
    public void RemoveResource_LeavesTheOthers(string before, int entry, string after)
        => AssertRules(new RemoveValue("t", new(0, PolicyField.EntryResources, entry, 0)), $"[new(Metadata) {{ Resources = {before} }}]", $"[new(Metadata) {{ Resources = {after} }}]");

    [Fact]
    public void RemoveObjectName_LeavesTheOthers()
        => AssertRules(new RemoveValue("t", new(0, PolicyField.ResourceNames, 0, 0)), "[new(Metadata) { Resources = [Core.Pods.Named(\"a\", \"b\")] }]", "[new(Metadata) { Resources = [Core.Pods.Named(\"b\")] }]");

    [Theory]
    [InlineData("new(Metadata) { Verbs = [\"get\"], Namespaces = [\"a\"] }", "new(Metadata) { Namespaces = [\"a\"] }")]
    [InlineData("new(Metadata) { Namespaces = [\"a\"], Verbs = [\"get\"] }", "new(Metadata) { Namespaces = [\"a\"] }")]
    [InlineData("new(Metadata) { Verbs = [\"get\"] }", "new(Metadata)")]
    [InlineData("new PolicyRule(Metadata) { Verbs = [\"get\"] }", "new PolicyRule(Metadata)")]
    [InlineData("new(Metadata)\n{\n    Comment = \"c\",\n    Verbs = [\"get\"], // only\n    Namespaces = [\"a\"],\n}", "new(Metadata)\n{\n    Comment = \"c\",\n    Namespaces = [\"a\"],\n}")]
    public void RemoveField_LeavesTheOthers(string before, string after)
        => AssertRules(new RemoveField("t", new(0, PolicyField.Verbs)), $"[{before}]", $"[{after}]");

    [Fact]
    public void RemoveFieldOfThePolicy_LeavesTheOthers()
        => AssertMembers(new RemoveField("t", new(-1, PolicyField.OmitStages)), "OmitStages = [Stage.Panic], Rules = [new(None)", "Rules = [new(None)");

    [Theory]
    [InlineData("Verbs = [Verb.Delete]", "Verbs = [Verb.Delete, Verb.DeleteCollection, Verb.Get]")]
    [InlineData("Verbs = [\"delete\"]", "Verbs = [\"delete\", \"deletecollection\", \"get\"]")]
    [InlineData("Verbs = Reads", "Verbs = [.. Reads, Verb.DeleteCollection, Verb.Get]")]
    [InlineData("Verbs = [\n    Verb.Delete,\n]", "Verbs = [\n    Verb.Delete,\n    Verb.DeleteCollection,\n    Verb.Get,\n]")]
    [InlineData("Comment = \"c\"", "Comment = \"c\", Verbs = [Verb.DeleteCollection, Verb.Get]")]
    public void AddValues_StandAtTheEnd(string before, string after) => AssertMembers(
        new AddValues("t", new(0, PolicyField.Verbs), ValueList.From(["deletecollection", "get"])), $"Rules = [new(Metadata) {{ {before} }}] }}; static string[] Reads => [\"list\"", $"Rules = [new(Metadata) {{ {after} }}] }}; static string[] Reads => [\"list\"");

    [Fact]
    public void AddValues_MakeTheFieldWhereThereIsNone()
        => AssertRules(new AddValues("t", new(0, PolicyField.Namespaces), ValueList.From(["a"])), "[new(Metadata)]", "[new(Metadata) { Namespaces = [\"a\"] }]");

    [Fact]
    public void AddStages_ToThePolicy()
        => AssertMembers(new AddValues("t", new(-1, PolicyField.OmitStages), ValueList.From(["RequestReceived"])), "Rules = [new(None)]", "Rules = [new(None)], OmitStages = [Stage.RequestReceived]", end: " };");

    [Theory]
    [InlineData("Resources = [Core.Pods]", "Resources = [Core.Pods, Core.Pods.Log, Apps.Deployments]")]
    [InlineData("Verbs = [\"get\"]", "Verbs = [\"get\"], Resources = [Core.Pods.Log, Apps.Deployments]")]
    public void AddResources_StandAtTheEnd(string before, string after)
        => AssertRules(new AddResources("t", 0, Names(("", "pods/log"), ("apps", "deployments"))), $"[new(Metadata) {{ {before} }}]", $"[new(Metadata) {{ {after} }}]");

    [Theory]
    [InlineData("Core.Pods, Apps.Deployments", "Core.Pods, Core.Pods.Log, Core.Pods.Exec, Apps.Deployments")]
    [InlineData("Apps.Deployments, Core.Pods", "Apps.Deployments, Core.Pods, Core.Pods.Log, Core.Pods.Exec")]
    [InlineData("\n    Core.Group.Resource(\"pods\"),\n", "\n    Core.Group.Resource(\"pods\"),\n    Core.Pods.Log,\n    Core.Pods.Exec,\n")]
    public void AddValuesToAnEntry_StandBesideItsResources(string before, string after)
        => AssertRules(new AddValues("t", new(0, PolicyField.EntryResources, before.StartsWith("Apps", StringComparison.Ordinal) ? 1 : 0), ValueList.From(["pods/log", "pods/exec"])), $"[new(Metadata) {{ Resources = [{before}] }}]", $"[new(Metadata) {{ Resources = [{after}] }}]");

    [Fact]
    public void ReplaceField_PutsTheOtherInItsPlace()
        => AssertRules(new ReplaceField("t", 0, PolicyField.Users, PolicyField.UserGroups, ValueList.From(["system:nodes", "admins"])), "[new(None) { Users = [\"system:nodes\", \"admins\"], Verbs = [\"get\"] }]", "[new(None) { UserGroups = [SystemGroups.Nodes, \"admins\"], Verbs = [\"get\"] }]");

    [Fact]
    public void Definition_IsChangedInItsOwnFile()
    {
        string[] after = Fixed.By(
            new ReplaceText("t", new(0, PolicyField.Verbs, Index: 0), "get"),
            Source("Rules = [new(None) { Verbs = Shared.Verbs }"),
            "static class Shared { public static string[] Verbs => [\"GET\"]; }")!;

        Assert.Equal([Source("Rules = [new(None) { Verbs = Shared.Verbs }"), "static class Shared { public static string[] Verbs => [\"get\"]; }"], after);
    }

    [Fact]
    public void LevelWithoutUsing_IsQualified()
    {
        const string Before = "[AuditConfig] public static class Cluster { const int Metadata = 1; [EmitAs(\"p.yaml\")] public static AuditPolicy Policy => new() { Rules = [new(Level.None)] }; }";

        Fixed.AssertGives(new InsertRule("t", 1, AuditLevel.Metadata, ValueList<ResourceName>.Empty, ValueList<string>.Empty), Before, Before.Replace("None)]", "None), new(Level.Metadata)]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("new(None), .. Twice, .. Twice, new(Metadata)", 1)]
    [InlineData("new(None),\n#pragma warning disable CS0618\nnew(Request),\n#pragma warning restore CS0618\nnew(Metadata)", 1)]
    public void RuleThatCannotGoAlone_HasNoFix(string rules, int rule)
        => Assert.Null(Fixed.By(new RemoveRule("t", rule), Source($"Rules = [{rules}] }}; static PolicyRule[] Twice => [new(Request)")));

    [Fact]
    public void LastValue_HasNoFix()
        => Assert.Null(Fixed.By(new RemoveValue("t", new(0, PolicyField.Verbs, Index: 0)), Source("Rules = [new(None) { Verbs = [\"get\"] }")));

    [Fact]
    public void FieldOfAnotherObject_HasNoFix()
        => Assert.Null(Fixed.By(new RemoveField("t", new(0, PolicyField.Verbs)), Source("Rules = [Base with { Users = [\"a\"] }] }; static PolicyRule Base => new(None) { Verbs = [\"get\"] }; static string[] X => [")));

    [Theory]
    [InlineData("")]
    [InlineData(" with { Comment = \"c\" }")]
    public void FieldThatHidesThatOfAnotherObject_HasNoFix(string with)
    {
        string source = Source($"Rules = [Base with {{ Verbs = [\"*\"] }}{with}] }}; static PolicyRule Base => new(None) {{ Verbs = [\"get\"] }}; static string[] X => [");

        Assert.Null(Fixed.By(new RemoveField("t", new(0, PolicyField.Verbs)), source));
        Assert.Null(Fixed.By(new ReplaceField("t", 0, PolicyField.Verbs, PolicyField.Users, ValueList.From(["a"])), source));
    }

    [Fact]
    public void ValueOfAParameter_HasNoFix()
        => Assert.Null(Fixed.By(new RemoveValue("t", new(0, PolicyField.Users, Index: 0)), Source("Rules = [For(\"a\")] }; static PolicyRule For(string user) => new(None) { Users = [user, \"b\"] }; static string[] X => [")));

    [Theory]
    [InlineData("[.. Common]", "[EmitAs(\"q.yaml\")] public static AuditPolicy Q => new() { Rules = Common }; static readonly PolicyRule[] Common = [new(None) { Verbs = [\"GET\"] }, new(Request)];")]
    [InlineData("[.. Common]", "[EmitAs(\"q.yaml\")] public static AuditPolicy Q => new() { Rules = [.. More] }; static PolicyRule[] More => [.. Common]; static readonly PolicyRule[] Common = [new(None) { Verbs = [\"GET\"] }, new(Request)];")]
    [InlineData("[new(None) { Verbs = [\"GET\"] }, new(Request)]", "[EmitAs(\"q.yaml\")] public static AuditPolicy Q => Policy with { Name = \"q\" };")]
    [InlineData("[.. Common, .. Common]", "static readonly PolicyRule[] Common = [new(None) { Verbs = [\"GET\"] }, new(Request)];")]
    [InlineData("[Base, Base with { Verbs = [\"list\"] }]", "static PolicyRule Base => new(None) { Verbs = [\"GET\"] };")]
    [InlineData("[new(None) { Verbs = [Get] }, new(Request) { Verbs = [Get] }]", "static readonly string Get = \"GET\";")]
    [InlineData("[For(\"a\"), For(\"b\")]", "static PolicyRule For(string user) => new(None) { Users = [user], Verbs = [\"GET\"] };")]
    [InlineData("[For(\"GET\"), new(Request)]", "static PolicyRule For(string verb) => new(None) { Verbs = [verb], Users = [verb] };")]
    [InlineData("[.. new[] { \"a\", \"b\" }.Select(n => new PolicyRule(None) { Users = [n], Verbs = [\"GET\"] })]", "")]
    [InlineData("[.. from n in new[] { \"a\", \"b\" } select new PolicyRule(None) { Users = [n], Verbs = [\"GET\"] }]", "")]
    [InlineData("[.. Verbs.Select(v => new PolicyRule(None) { Verbs = [v], Users = [v] })]", "static readonly string[] Verbs = [\"GET\", \"b\"];")]
    [InlineData("[new(None) { Verbs = [new Own { Verb = \"GET\" }.Twice] }, new(Request)]", "class Own { public string Verb { get; init; } = \"\"; public string Twice => Verb; }")]
    public void WhatMoreThanOneEvaluationReaches_HasNoFix(string rules, string members)
    {
        string source = $"[AuditConfig] public static class Cluster {{ [EmitAs(\"p.yaml\")] public static AuditPolicy Policy => new() {{ Rules = {rules} }}; {members} }}";
        UserProject.Of(source).Compiles();

        Assert.Null(Fixed.By(new ReplaceText("t", new(0, PolicyField.Verbs, Index: 0), "get"), source));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void RulesOfAnotherPolicyToo_StayWhereTheyAre(int rule, int before)
    {
        const string Source = "[AuditConfig] public static class Cluster { [EmitAs(\"p.yaml\")] public static AuditPolicy P => new() { Rules = [new(None), .. Common] }; static readonly PolicyRule[] Common = [new(Request), new(Metadata)]; static class Other { [EmitAs(\"q.yaml\")] public static AuditPolicy Q => new() { Rules = Common }; } }";
        string[] two = [Source.Replace("[EmitAs(\"q.yaml\")]", "", StringComparison.Ordinal)];

        Assert.Null(Fixed.By(new MoveRule("t", rule, before), Source));
        Assert.NotNull(Fixed.By(new MoveRule("t", rule, before), two));
    }

    [Theory]
    [InlineData("static class Tests { static void Test() { var decided = Cluster.Policy.Rules; var common = Cluster.Common.Length; } }")]
    [InlineData("class Tests { readonly AuditPolicy _policy = Cluster.Policy; readonly object _rules; public Tests() { _rules = Cluster.Common; } public object Test(string name) => _policy; }")]
    [InlineData("/// <summary><see cref=\"Cluster.Common\"/></summary>\nclass Documented { const string Name = nameof(Cluster.Common); }")]
    public void WhatOnlyTestsUseToo_IsFixed(string tests)
    {
        const string Source = "[AuditConfig] public static class Cluster { [EmitAs(\"p.yaml\")] public static AuditPolicy Policy => new() { Rules = [new(None), .. Common] }; internal static readonly PolicyRule[] Common = [new(Request), new(Metadata)]; }";

        Assert.Equal([Source.Replace("new(Request), new(Metadata)", "new(Metadata)", StringComparison.Ordinal), tests], Fixed.By(new RemoveRule("t", 1), Source, tests)!);
    }

    [Fact]
    public void PlaceOutsideThePolicy_HasNoFix()
        => Assert.Null(Fixed.By(new RemoveRule("t", 7), Source("Rules = [new(None)")));

    [Fact]
    public void FixAll_MakesEveryChange() => Assert.Equal(
        Source("Rules = [new(None) { Verbs = [\"get\", \"list\"] }, new(Metadata) { Verbs = [\"watch\"] }"),
        Fixed.ByAll(
            Source("Rules = [new(None) { Verbs = [\"GET\", \"LIST\"] }, new(Metadata) { Verbs = [\"WATCH\"] }"),
            new ReplaceText("t", new(0, PolicyField.Verbs, Index: 0), "get"), new ReplaceText("t", new(0, PolicyField.Verbs, Index: 1), "list"), new ReplaceText("t", new(1, PolicyField.Verbs, Index: 0), "watch")));

    [Fact]
    public void FixAll_RemovesNeighbours() => Assert.Equal(
        Source("Rules = [\n    new(None),\n    new(Metadata),\n]", ""),
        Fixed.ByAll(Source("Rules = [\n    new(None),\n    // one\n    new(Request), // two\n    new(RequestResponse),\n    new(Metadata),\n]", ""), new RemoveRule("t", 1), new RemoveRule("t", 2)));

    [Fact]
    public void FixAll_InsertsAtOnePlaceInOrderAndEachOnce() => Assert.Equal(
        Source("Rules = [new(Metadata) { Resources = [Core.Secrets] }, new(Metadata) { Resources = [Core.ConfigMaps] }, new(Request)"),
        Fixed.ByAll(Source("Rules = [new(Request)"), Sensitive("secrets"), Sensitive("configmaps"), Sensitive("secrets")));

    [Fact]
    public void FixAll_LeavesWhatTouchesTheSameText() => Assert.Equal(
        Source("Rules = [new(Request), new(None), new(Metadata)"),
        Fixed.ByAll(Source("Rules = [new(None), new(Request), new(Metadata)"), new MoveRule("t", 1, 0), new MoveRule("t", 1, 0)));

    private static InsertRule Sensitive(string resource) => new("t", 0, AuditLevel.Metadata, Names(("", resource)), ValueList<string>.Empty);

    private static ValueList<ResourceName> Names(params (string Group, string? Resource)[] names) => ValueList.From(names.Select(n => new ResourceName(n.Group, n.Resource)));
}
