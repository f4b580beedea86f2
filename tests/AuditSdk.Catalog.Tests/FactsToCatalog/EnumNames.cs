using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Catalog.Tests.FactsToCatalog;

/// <summary>
/// C# names for the sets of values that parameters take. Made in two passes: the first meets every parameter, the second asks for names.
/// The most used set of a parameter's name is called like it, others have the section or kind in front; the table has what would clash or mislead.
/// </summary>
internal sealed class EnumNames
{
    // Parameter and its values in ordinal order.
    private static readonly Dictionary<string, string> Chosen = new(StringComparer.Ordinal)
    {
        ["compress gz,gzip,text,zstd"] = "Compress",
        ["compress gzip,text,zstd"] = "BufferCompress",
        ["compress gzip,text"] = "GzipCompress",
        ["compression_level best_compression,best_speed,default_compression,no_compression"] = "RequestCompressionLevel",
        ["content_type application/json,application/x-ndjson"] = "BulkContentType",
        ["format json,text"] = "SystemLogFormat",
        ["generate_cert_digest sha1,sha256,sha384,sha512"] = "CertificateDigest",
        ["http_method post,put"] = "HttpOutputMethod",
        ["json_parser json,oj,yajl"] = "JsonLibrary",
        ["log_level debug,error,fatal,info,trace,warn"] = "SystemLogLevel",
        ["max_version TLS1_1,TLS1_2,TLS1_3,TLSv1_1,TLSv1_2,TLSv1_3"] = "TlsVersion",
        ["message_format auto,rfc3164,rfc5424"] = "SyslogMessageFormat",
        ["method aws_sigv4,basic"] = "HttpAuthMethod",
        ["min_version TLS1_1,TLS1_2,TLS1_3,TLSv1_1,TLSv1_2,TLSv1_3"] = "TlsVersion",
        ["parser_engine fast,normal"] = "CsvParserEngine",
        ["parser_engine regexp,string"] = "SyslogParserEngine",
        ["protocol tcp,tls"] = "TransportProtocol",
        ["protocol tcp,tls,udp"] = "SyslogTransportProtocol",
        ["protocol udp"] = "UdpTransportProtocol",
        ["protocol_type tcp,udp"] = "SyslogProtocol",
        ["scheme http,https"] = "UrlScheme",
        ["ssl_max_version TLSv1,TLSv1_1,TLSv1_2,TLSv1_3"] = "SslVersion",
        ["ssl_min_version TLSv1,TLSv1_1,TLSv1_2,TLSv1_3"] = "SslVersion",
        ["ssl_version SSLv23,TLSv1,TLSv1_1,TLSv1_2"] = "InputSslVersion",
        ["ssl_version TLSv1,TLSv1_1,TLSv1_2,TLSv1_3"] = "SslVersion",
        ["tls_version TLS1_1,TLS1_2,TLS1_3,TLSv1_1,TLSv1_2,TLSv1_3"] = "TlsVersion",
        ["transport tcp,tls"] = "TransportProtocol",
        ["version TLS1_1,TLS1_2,TLS1_3,TLSv1_1,TLSv1_2,TLSv1_3"] = "TlsVersion",
    };

    private readonly Dictionary<(string Parameter, string Values), Use> _uses = [];
    private Dictionary<(string, string), string>? _names;

    /// <summary>The enumerations, by name. What is named first here ends the first pass.</summary>
    public IEnumerable<CatalogEnum> Enums()
    {
        Dictionary<(string, string), string> names = Names();
        return _uses.GroupBy(u => names[u.Key]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CatalogEnum(g.Key, ValueList.From(Values([.. g.Select(u => u.Value)]))));
    }

    /// <summary>The name of the values that versions gave for a parameter; empty during the first pass.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="given">The values with versions that take them, oldest first.</param>
    /// <param name="place">The section that it is in, or else the kind of the plugin.</param>
    public string Of(string parameter, IReadOnlyList<(string Version, string Value)> given, string place)
    {
        string[] values = [.. given.GroupBy(g => g.Version).OrderByDescending(g => g.Key, CatalogVersions.Order).SelectMany(g => g.Select(v => v.Value)).Distinct()];
        (string, string) key = (parameter, string.Join(',', values.Order(StringComparer.Ordinal)));
        if (_names is not null) return _names[key];
        if (!_uses.TryGetValue(key, out Use? use)) _uses[key] = use = new Use(values, place);
        use.Count++;
        use.Seen.UnionWith(given);
        return "";
    }

    private Dictionary<(string, string), string> Names()
    {
        if (_names is not null) return _names;
        Dictionary<(string, string), string> names = [];
        foreach (IGrouping<string, KeyValuePair<(string Parameter, string Values), Use>> sets in _uses.GroupBy(u => u.Key.Parameter))
        {
            string plain = CatalogNaming.Pascal(sets.Key);
            bool isFirst = true;
            foreach ((var key, Use use) in sets.OrderByDescending(s => s.Value.Count).ThenBy(s => s.Key.Values, StringComparer.Ordinal))
            {
                names[key] = Chosen.TryGetValue($"{key.Parameter} {key.Values}", out string? chosen) ? chosen : isFirst ? plain : CatalogNaming.Pascal(use.Place) + plain;
                isFirst = false;
            }
        }

        return _names = names;
    }

    // A value has the version that brought it where older versions have the enumeration without it.
    private static IEnumerable<CatalogEnumValue> Values(IReadOnlyList<Use> uses)
    {
        HashSet<(string Version, string Value)> seen = [.. uses.SelectMany(u => u.Seen)];
        string[] versions = [.. seen.Select(s => s.Version).Distinct().Order(CatalogVersions.Order)];
        return uses.SelectMany(u => u.Values).Distinct().Select(value =>
        {
            string first = versions.First(v => seen.Contains((v, value)));
            return new CatalogEnumValue(value, first == versions[0] ? null : first);
        });
    }

    private sealed record Use(IReadOnlyList<string> Values, string Place)
    {
        public int Count { get; set; }

        public HashSet<(string Version, string Value)> Seen { get; } = [];
    }
}
