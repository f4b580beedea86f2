using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AuditSdk.Emission;

/// <summary>Writes a policy as the YAML that kube-apiserver reads. Through YamlDotNet's events: its serializer's reflection alone costs 40 ms of a build.</summary>
internal sealed class PolicyYaml
{
    private const int WidestFlowList = 100;

    private static readonly EmitterSettings Settings = new(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, indentSequences: true, newLine: "\n");

    private readonly StringWriter _text = new() { NewLine = "\n" };
    private readonly Emitter _emitter;

    private PolicyYaml() => _emitter = new Emitter(_text, Settings);

    /// <summary>The policy's YAML: LF, one newline at the end. Places left out stay out.</summary>
    /// <exception cref="InvalidOperationException">A place of the document is unknown.</exception>
    public static string Write(PolicyDocument document)
    {
        PolicyYaml yaml = new();
        yaml.WriteDocument(document);
        return yaml._text.ToString();
    }

    private void WriteDocument(PolicyDocument document)
    {
        if (document.Comment is { } comment)
        {
            foreach (string line in YamlComment.Lines(comment)) _text.WriteLine(line);
        }

        _emitter.Emit(new StreamStart());
        _emitter.Emit(new DocumentStart());
        WritePolicy(document);
        _emitter.Emit(new DocumentEnd(isImplicit: true));
        _emitter.Emit(new StreamEnd());
    }

    private void WritePolicy(PolicyDocument policy)
    {
        StartMapping();
        Field("apiVersion", "audit.k8s.io/v1");
        Field("kind", "Policy");
        if (policy.Name.State != NodeState.Absent)
        {
            Raw("metadata");
            StartMapping();
            Field("name", policy.Name);
            EndMapping();
        }

        Field("omitStages", policy.OmitStages);
        Field("omitManagedFields", policy.OmitManagedFields);
        WriteRules(policy.Rules);
        EndMapping();
    }

    private void WriteRules(Node<ValueList<Node<PolicyRuleNode>>> rules)
    {
        if (rules.State == NodeState.Absent) return;
        Raw("rules");
        ValueList<Node<PolicyRuleNode>> list = rules.Value;
        if (list.Count > 0) WriteRuleComment(list[0].Value, isFirst: true);
        StartSequence(list.Count == 0);
        for (int i = 0; i < list.Count; i++)
        {
            PolicyRuleNode rule = list[i].Value;
            if (i > 0) WriteRuleComment(rule, isFirst: false);
            WriteRule(rule);
        }

        EndSequence();
    }

    // The emitter's own comment events put the comment of a first item in the wrong column. It writes a line break before an item and none after a value,
    // so between two of its events the text always ends behind the last value.
    private void WriteRuleComment(PolicyRuleNode rule, bool isFirst)
    {
        if (rule.Comment is null) return;
        if (!isFirst) _text.WriteLine();
        foreach (string line in YamlComment.Lines(rule.Comment))
        {
            _text.Write("\n  ");
            _text.Write(line);
        }
    }

    private void WriteRule(PolicyRuleNode rule)
    {
        StartMapping();
        Field("level", rule.Level);
        Field("users", rule.Users);
        Field("userGroups", rule.UserGroups);
        Field("verbs", rule.Verbs);
        WriteResources(rule.Resources);
        Field("namespaces", rule.Namespaces);
        Field("nonResourceURLs", rule.NonResourceUrls);
        Field("omitStages", rule.OmitStages);
        Field("omitManagedFields", rule.OmitManagedFields);
        EndMapping();
    }

    private void WriteResources(Node<ValueList<Node<GroupResourcesNode>>> resources)
    {
        if (resources.State == NodeState.Absent) return;
        Raw("resources");
        ValueList<Node<GroupResourcesNode>> list = resources.Value;
        StartSequence(list.Count == 0);
        for (int i = 0; i < list.Count; i++)
        {
            GroupResourcesNode entry = list[i].Value;
            StartMapping();
            Field("group", entry.Group);
            Field("resources", entry.Resources);
            Field("resourceNames", entry.ResourceNames);
            EndMapping();
        }

        EndSequence();
    }

    private void Field(string name, Node<string> value)
    {
        if (value.State != NodeState.Absent) Field(name, value.Value);
    }

    private void Field(string name, string value)
    {
        Raw(name);
        Raw(YamlScalar.Of(value));
    }

    private void Field(string name, Node<bool> value)
    {
        if (value.State == NodeState.Absent) return;
        Raw(name);
        Raw(value.Value ? "true" : "false");
    }

    // In a list every text has quotes: a list of one kind reads better, and some YAML readers stumble over a colon in a plain flow item.
    private void Field(string name, Node<ValueList<Node<string>>> values)
    {
        if (values.State == NodeState.Absent) return;
        ValueList<Node<string>> list = values.Value;
        string[] quoted = new string[list.Count];
        int width = name.Length;
        for (int i = 0; i < quoted.Length; i++)
        {
            quoted[i] = YamlScalar.Quoted(list[i].Value);
            width += quoted[i].Length + 2;
        }

        Raw(name);
        StartSequence(isFlow: quoted.Length < 2 || width <= WidestFlowList);
        foreach (string value in quoted) Raw(value);
        EndSequence();
    }

    // Written as it stands: keys of ours, and scalars that YamlScalar made.
    private void Raw(string literal)
        => _emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, literal, ScalarStyle.ForcePlain, isPlainImplicit: true, isQuotedImplicit: true));

    private void StartMapping() => _emitter.Emit(new MappingStart());

    private void EndMapping() => _emitter.Emit(new MappingEnd());

    private void StartSequence(bool isFlow)
        => _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, isFlow ? SequenceStyle.Flow : SequenceStyle.Block));

    private void EndSequence() => _emitter.Emit(new SequenceEnd());
}
