using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Sources;

/// <summary>An input that takes events from everybody.</summary>
internal static class ListenerIsOpen
{
    /// <summary>AUD2032.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2032", "A listener takes events from everybody", FindingSeverity.Info);

    private static readonly string[] Types = ["forward", "http", "syslog", "tcp", "udp"];

    /// <summary>Looks at inputs of the network that listen on all addresses and ask for neither a key nor a certificate.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection input in context.Plugins.Where(p => p.Kind == "input" && Types.Contains(p.Type.Or(null))))
        {
            Node<string> bind = input.Element.Text("bind");
            bool isOpen = bind.State == NodeState.Absent || (bind.IsKnown && bind.Value is "0.0.0.0" or "::");
            bool asks = input.Element.IsOpen || input.Element.Elements.Any(e => e.Name is "security" or "client" || (e.Name == "transport" && e.Text("client_cert_auth").State != NodeState.Absent));
            if (!isOpen || asks) continue;
            string how = bind.State == NodeState.Absent ? "Without bind it listens on every address of the host" : $"With bind {bind.Value} it listens on every address of the host";
            findings.Add(Descriptor.At(input.Element.OriginOf("bind"), $"{how}, and whoever reaches it can write events. Write bind 127.0.0.1 where only this host sends some, or ask for a key or a certificate.") with { Remedy = context.Set("Listen on 127.0.0.1 only: other hosts can no longer send events", input.Element, ("bind", "127.0.0.1")) });
        }
    }
}
