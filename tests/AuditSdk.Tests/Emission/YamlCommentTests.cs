using AuditSdk.Emission;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using AuditSdk.Tests.Kubernetes;
using CsCheck;

namespace AuditSdk.Tests.Emission;

public sealed class YamlCommentTests
{
    [Theory]
    [InlineData("one", "# one")]
    [InlineData("one\ntwo", "# one|# two")]
    [InlineData("one\r\ntwo\rthree", "# one|# two|# three")]
    [InlineData("one\u0085two\u2028three\u2029four", "# one|# two|# three|# four")]
    [InlineData("one\n\nthree\n", "# one|#|# three|#")]
    [InlineData("  kept, # and {[\"'", "#   kept, # and {[\"'")]
    [InlineData("end of blanks \t", "# end of blanks")]
    public void LineBreak_BeginsACommentLine(string text, string lines) => Assert.Equal(lines.Split('|'), YamlComment.Lines(text));

    [Theory]
    [InlineData("a\0", 1)]
    [InlineData("\u000b", 0)]
    [InlineData("\u000c", 0)]
    [InlineData("\u001b", 0)]
    [InlineData("\u007f", 0)]
    [InlineData("\u0080", 0)]
    [InlineData("\ufffe", 0)]
    [InlineData("tab\tbreaks\r\n\u0085\u2028\U0001f600", -1)]
    public void ControlCharacter_IsRefused(string text, int index) => Assert.Equal(index, YamlComment.IndexOfRefused(text));

    // Not InlineData: an attribute's text is stored as UTF-8, which has no half pairs.
    [Fact]
    public void HalfASurrogatePair_IsRefused()
    {
        Assert.Equal(2, YamlComment.IndexOfRefused("\U0001f600\ud83d"));
        Assert.Equal(0, YamlComment.IndexOfRefused("\ude00"));
    }

    [Fact]
    public void AnyComment_ChangesNoContentAndStaysAComment()
        => PolicyGen.Comment.Array[3].Sample(
            comments =>
            {
                PolicyRuleNode rule = new() { Level = Node<string>.Of("None") };
                PolicyDocument plain = new() { Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of([Node<PolicyRuleNode>.Of(rule), Node<PolicyRuleNode>.Of(rule)]) };
                PolicyDocument commented = plain with
                {
                    Comment = comments[0],
                    Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of([Node<PolicyRuleNode>.Of(rule with { Comment = comments[1] }), Node<PolicyRuleNode>.Of(rule with { Comment = comments[2] })]),
                };
                string yaml = PolicyYaml.Write(commented);

                Assert.Equal(plain, PolicyReader.Read(yaml));
                Assert.Equal(PolicyYaml.Write(plain), string.Concat(yaml.Split('\n')[..^1].Where(l => l.Length > 0 && !l.TrimStart(' ').StartsWith('#')).Select(l => l + "\n")));
            },
            iter: 2000);
}
