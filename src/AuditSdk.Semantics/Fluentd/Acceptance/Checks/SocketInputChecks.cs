using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>in_tcp and in_udp (fluentd 1.18).</summary>
internal sealed class SocketInputChecks : PluginChecks
{
    public override void Before(Plugin plugin)
    {
        CompatParameters.Parser(plugin);
        if (plugin.Element.First("parse") is null && !plugin.Element.IsOpen) throw plugin.Refuse(FluentdCause.SectionMissing, "<parse> section is required.", plugin.Element.Origin, "parse");
    }

    public override void After(Plugin plugin)
    {
        if (plugin.Settings.Section("security") is { } security) CheckClients(plugin, security);
    }

    /// <summary>The clients of a <c>&lt;security&gt;</c> section: a host or a network.</summary>
    internal static void CheckClients(Plugin plugin, ReadSection security)
    {
        foreach (ReadSection client in security.Sections("client"))
        {
            Origin origin = client.Element.Origin;
            bool isKnown = client.TryText("host", out string? host) & client.TryText("network", out string? network);
            bool hasHost = client.IsWritten("host"), hasNetwork = client.IsWritten("network");
            if (hasHost && hasNetwork) throw plugin.Refuse(FluentdCause.ParametersConflict, "both of 'host' and 'network' are specified for client", origin, "network");
            if (!hasHost && !hasNetwork) throw plugin.Refuse(FluentdCause.ParameterMissing, "Either of 'host' and 'network' must be specified for client", origin, "host");
            if (!isKnown) continue;
            if (host is not null && !NetworkAddress.IsAddress(host) && host != "localhost") plugin.Run.Unknown(client.OriginOf("host"));
            if (network is not null && !NetworkAddress.IsNetwork(network)) throw plugin.Refuse(FluentdCause.ValueInvalid, $"network '{network}' address format is invalid", client.OriginOf("network"), network);
        }
    }
}

/// <summary>Addresses and networks as Ruby's IPAddr reads them.</summary>
internal static class NetworkAddress
{
    public static bool IsAddress(string text)
        => text.Length > 0 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F') or '.' or ':')
            && (text.Contains(":") || text.Split('.').Length == 4) && System.Net.IPAddress.TryParse(text, out _);

    public static bool IsNetwork(string text)
    {
        string[] halves = text.Split('/');
        if (halves.Length > 2 || !IsAddress(halves[0])) return false;
        if (halves.Length == 1 || IsAddress(halves[1])) return true;
        return halves[1].Length is > 0 and < 4 && halves[1].All(c => c is >= '0' and <= '9') && int.Parse(halves[1], System.Globalization.CultureInfo.InvariantCulture) <= (halves[0].Contains(":") ? 128 : 32);
    }
}
