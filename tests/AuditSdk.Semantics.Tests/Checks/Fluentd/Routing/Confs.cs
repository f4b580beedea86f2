namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

/// <summary>Pieces of configurations.</summary>
internal static class Confs
{
    public static string Tail(string tag, string more = "", string path = "/var/log/audit.log")
        => $"<source>\n@type tail\npath {path}\npos_file /var/lib/fluentd/audit.pos\ntag {tag}\n{more}\n<parse>\n@type json\n</parse>\n</source>\n";

    public static string Forward => "<source>\n@type forward\nbind 127.0.0.1\n</source>\n";

    public static string Match(string pattern, string inside = "@type null") => $"<match {pattern}>\n{inside}\n</match>\n";

    public static string Filter(string pattern, string inside = "@type stdout") => $"<filter {pattern}>\n{inside}\n</filter>\n";

    public static string Label(string name, string inside) => $"<label {name}>\n{inside}</label>\n";

    public static string Rewrite(string pattern, params string[] rules) => Match(pattern, "@type rewrite_tag_filter\n" + string.Join("\n", rules));

    public static string Rule(string key, string pattern, string tag, string more = "") => $"<rule>\nkey {key}\npattern {pattern}\ntag {tag}\n{more}\n</rule>";
}
