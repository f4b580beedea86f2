using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using static AuditSdk.Analyzers.Tests.Fixes.FixedPolicy;

namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>Rules that are deleted or moved, with what belongs to them.</summary>
public sealed class RuleFixTests
{
    [Fact]
    public void RemoveRule_TakesItsCommentsAlong() => AssertRules(new RemoveRule("t", 1), InLines, """
        [
            new(None) { Users = ["a"] }, // noise
            new(Metadata) { Users = ["c"] },
            new(None)
        ]
        """);

    [Fact]
    public void RemoveFirstRule_TakesTheCommentBehindItAlong() => AssertRules(new RemoveRule("t", 0), InLines, """
        [
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
    public void RemoveLastRule_TakesTheCommaBeforeItAlong() => AssertRules(new RemoveRule("t", 3), InLines, """
        [
            new(None) { Users = ["a"] }, // noise
            // Why this one.
            new(Request)
            {
                Users = ["b"],
            },

            new(Metadata) { Users = ["c"] }
        ]
        """);

    [Theory]
    [InlineData(0, "[new(Request), new(Metadata)]")]
    [InlineData(1, "[new(None), new(Metadata)]")]
    [InlineData(2, "[new(None), new(Request)]")]
    public void RemoveRuleInALine_LeavesTheOthers(int rule, string after) => AssertRules(new RemoveRule("t", rule), "[new(None), new(Request), new(Metadata)]", after);

    [Fact]
    public void RemoveRule_TakesOutWhatStandsForIt()
        => AssertRules(new RemoveRule("t", 1), "[new(None), Last, .. More]", "[new(None), .. More]");

    [Fact]
    public void RemoveRuleOfASpread_ChangesTheMember() => AssertMembers(
        new RemoveRule("t", 2), "Rules = [new(None), .. Mine, new(Metadata)] }; static PolicyRule[] Mine => [new(Request), new(None)", "Rules = [new(None), .. Mine, new(Metadata)] }; static PolicyRule[] Mine => [new(Request)");

    [Fact]
    public void MoveRule_TakesItsCommentsAlong() => AssertRules(new MoveRule("t", 1, 0), InLines, """
        [
            // Why this one.
            new(Request)
            {
                Users = ["b"],
            },
            new(None) { Users = ["a"] }, // noise
            new(Metadata) { Users = ["c"] },
            new(None)
        ]
        """);

    [Fact]
    public void MoveLastRule_KeepsTheListWhole() => AssertRules(new MoveRule("t", 3, 1), InLines, """
        [
            new(None) { Users = ["a"] }, // noise
            new(None),
            // Why this one.
            new(Request)
            {
                Users = ["b"],
            },

            new(Metadata) { Users = ["c"] }
        ]
        """);

    [Theory]
    [InlineData(1, 0, "[new(Request), new(None), new(Metadata)]")]
    [InlineData(2, 0, "[new(Metadata), new(None), new(Request)]")]
    [InlineData(0, 2, "[new(Request), new(None), new(Metadata)]")]
    public void MoveRuleInALine_KeepsTheListWhole(int rule, int before, string after) => AssertRules(new MoveRule("t", rule, before), "[new(None), new(Request), new(Metadata)]", after);

    [Theory]
    [InlineData(1, 0, "[ new(None),\n    new(Request), // dead\n]", "[ new(Request), // dead\n    new(None),\n]")]
    [InlineData(1, 0, "[ new(None), // first\n    new(Request) // dead\n]", "[ new(Request), // dead\n    new(None) // first\n]")]
    [InlineData(1, 0, "[\r\n    new(None),\r\n    new(Request), // dead\r\n]", "[\r\n    new(Request), // dead\r\n    new(None),\r\n]")]
    [InlineData(2, 1, "[ new(None), /* b */ new(Metadata),\n    // c\n    new(Request), /* tail */\n    new(RequestResponse) ]", "[ new(None), \n    // c\n    new(Request), /* tail */ /* b */ new(Metadata),\n    new(RequestResponse) ]")]
    [InlineData(1, 0, "[new(None), /* b */ new(Metadata) /* c */, new(Request)]", "[/* b */ new(Metadata), /* c */ new(None), new(Request)]")]
    [InlineData(1, 0, "[new(None), new(Metadata), // both\n    new(Request)]", "[new(Metadata), new(None), // both\n    new(Request)]")]
    [InlineData(1, 0, "[new(None) /* a */, new(Metadata) /* b */]", "[new(Metadata), new(None) /* a */ /* b */]")]
    [InlineData(2, 0, "[ new(None) // a\n, new(Metadata) // b\n, new(Request) // c\n]", "[ new(Request), new(None) // a\n, new(Metadata) // b\n // c\n]")]
    public void MoveRule_LosesNoComment(int rule, int before, string rules, string after) => AssertRules(new MoveRule("t", rule, before), rules, after);

    [Theory]
    [InlineData(1, "[ new(Metadata), /* keep */ new(None) /* dead */ ]", "[ new(Metadata) /* keep */  /* dead */ ]")]
    [InlineData(1, "[ new(Metadata), /* keep */ new(None), new(Request) ]", "[ new(Metadata), /* keep */ new(Request) ]")]
    [InlineData(1, "[new(None), new(Metadata), // both\n    new(Request)]", "[new(None), // both\n    new(Request)]")]
    [InlineData(0, "[new(None), // one\n    new(Request)]", "[// one\n    new(Request)]")]
    [InlineData(1, "[new(None), // one\n    new(Request)]", "[new(None) // one\n]")]
    [InlineData(1, "[new(None), new(Request), // both\n]", "[new(None), // both\n]")]
    [InlineData(1, "[\r\n    new(None), // one\r\n    new(Request), // two\r\n    new(Metadata)\r\n]", "[\r\n    new(None), // one\r\n    new(Metadata)\r\n]")]
    public void RemoveRule_LeavesTheCommentsOfOthers(int rule, string rules, string after) => AssertRules(new RemoveRule("t", rule), rules, after);

    [Theory]
    [InlineData("new(None),\n#if DEBUG\n    new(Request),\n    new(RequestResponse),\n    new(Level.Request),\n#endif\n    new(Metadata)")]
    [InlineData("new(None), new(Request),\n#if !DEBUG\n    new(RequestResponse),\n#endif\n    new(Metadata)")]
    public void ListWithConditions_HasNoFix(string rules)
    {
        Assert.Null(Fixed.By(new MoveRule("t", 1, 0), Source($"Rules = [{rules}")));
        Assert.Null(Fixed.By(new RemoveRule("t", 1), Source($"Rules = [{rules}")));
        Assert.Null(Fixed.By(new InsertRule("t", 2, AuditLevel.Metadata, ValueList<ResourceName>.Empty, ValueList<string>.Empty), Source($"Rules = [{rules}")));
    }

    [Theory]
    [InlineData("ApiGroup.Named(\"apps\") // why\n    .Resource(\"deploymnts\")")]
    [InlineData("ApiGroup.Named(/* old */ \"apps\").Resource(\"deploymnts\")")]
    public void ReplacedTextWithAComment_HasNoFix(string resource)
        => Assert.Null(Fixed.By(new ReplaceResource("t", new(0, PolicyField.EntryResources, 0, 0), "apps", "deployments"), Source($"Rules = [new(None) {{ Resources = [{resource}] }}")));

    [Fact]
    public void MoveRule_KeepsARawString() => AssertRules(
        new MoveRule("t", 1, 0),
        "[ new(None),\n    new(Request) { Comment = \"\"\"\n        two\n          lines\n        \"\"\" }, // raw\n]",
        "[ new(Request) { Comment = \"\"\"\n        two\n          lines\n        \"\"\" }, // raw\n    new(None),\n]");

    [Fact]
    public void MoveRuleToAnotherMember_IsMadeWhereBothSeeTheSame() => AssertMembers(
        new MoveRule("t", 3, 1), "Rules = [new(None), .. Mine, new(Metadata)] }; static PolicyRule[] Mine => [new(Request), new(None) { Users = [\"x\"] }", "Rules = [new(None), .. Mine] }; static PolicyRule[] Mine => [new(Metadata), new(Request), new(None) { Users = [\"x\"] }");
}
