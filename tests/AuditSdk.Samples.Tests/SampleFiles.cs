using AuditSdk.Semantics.Fluentd;
using YamlDotNet.RepresentationModel;

namespace AuditSdk.Samples.Tests;

/// <summary>Files of samples and of the guide, read as the programs read them.</summary>
internal static class SampleFiles
{
    public static string Expected(string sample, string file) => File.ReadAllText(Path.Combine(SourceTree.Root, "samples", sample, "expected", file));

    public static string Guide(string file) => File.ReadAllText(SourceTree.Data("guide", file));

    /// <summary>A YAML document as text that has nothing of its style left: keys in order, lists, quoted scalars.</summary>
    public static string YamlDocument(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        return Shape(Assert.Single(stream.Documents).RootNode);
    }

    /// <summary>A fluentd configuration as the tree that fluentd makes of it, without comments and places.</summary>
    public static string ConfTree(string conf)
    {
        ConfParseResult parsed = ConfParser.Parse(conf, "td-agent.conf");
        Assert.Null(parsed.Error);
        return Shape(parsed.Root!, 0);
    }

    private static string Shape(YamlNode node) => node switch
    {
        YamlMappingNode map => "{" + string.Join(", ", map.Children.OrderBy(c => ((YamlScalarNode)c.Key).Value, StringComparer.Ordinal).Select(c => $"{Shape(c.Key)}: {Shape(c.Value)}")) + "}",
        YamlSequenceNode list => "[" + string.Join(",\n", list.Children.Select(Shape)) + "]",
        YamlScalarNode scalar => $"\"{scalar.Value}\"",
        _ => throw new InvalidOperationException($"unexpected {node.NodeType}"),
    };

    private static string Shape(FluentdElement element, int depth)
    {
        string indent = new(' ', depth * 2);
        return $"{indent}<{element.Name}|{element.Argument}>\n"
            + string.Concat(element.Parameters.Select(p => $"{indent}  {p.Key} = {string.Concat(p.Value.Parts!.Select(part => part.IsRuby ? $"#{{{part.Text}}}" : part.Text))}\n"))
            + string.Concat(element.Elements.Select(e => Shape(e, depth + 1)));
    }
}
