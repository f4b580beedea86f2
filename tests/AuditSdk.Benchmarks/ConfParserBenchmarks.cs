using System.Globalization;
using System.Text;
using AuditSdk.Semantics.Fluentd;
using BenchmarkDotNet.Attributes;

namespace AuditSdk.Benchmarks;

/// <summary>
/// The text of a configuration to its tree. The bar is 100 MB/s, 50 ms for the configuration, and twice the time for twice the JSON value.
/// </summary>
[MemoryDiagnoser]
public class ConfParserBenchmarks
{
    private string _configuration = "";
    private string _json1 = "";
    private string _json2 = "";

    [GlobalSetup]
    public void Setup()
    {
        _configuration = Configuration(5_000_000);
        _json1 = Json(1_000_000);
        _json2 = Json(2_000_000);
    }

    [Benchmark(Description = "configuration of 5 MB")]
    public ConfParseResult FiveMegabytes() => Parsed(_configuration);

    /// <summary>A yardstick for the machine: no parser that gives its lines as objects can be much faster.</summary>
    [Benchmark(Description = "the same cut into lines")]
    public string[] Lines() => _configuration.Split('\n');

    [Benchmark(Description = "JSON value of 1 MB")]
    public ConfParseResult JsonOfOneMegabyte() => Parsed(_json1);

    [Benchmark(Description = "JSON value of 2 MB")]
    public ConfParseResult JsonOfTwoMegabytes() => Parsed(_json2);

    private static ConfParseResult Parsed(string text)
    {
        ConfParseResult result = ConfParser.Parse(text, "fluent.conf");
        return result.Error is null ? result : throw new InvalidOperationException(result.Error.Message);
    }

    // A match with a buffer for each of many namespaces, as generated configurations have them: paths and ids differ, the rest repeats.
    private static string Configuration(int length)
    {
        StringBuilder text = new();
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"""
                # namespace {i}
                <match audit.ns{i}.**>
                  @type file
                  @id out_{i}
                  path /var/log/audit/ns{i}/audit.%Y%m%d%H
                  append true
                  compress gzip # small
                  <format>
                    @type json
                  </format>
                  <buffer tag,time>
                    @type file
                    path "/var/log/td-agent/buffer/ns{i}"
                    timekey 1h
                    timekey_wait 10m
                    timekey_use_utc true
                    flush_mode interval
                    chunk_limit_size 8m
                  </buffer>
                </match>


                """);
        }

        return text.ToString();
    }

    private static string Json(int length)
    {
        StringBuilder text = new("key [\n");
        for (int i = 0; text.Length < length; i++) text.Append(CultureInfo.InvariantCulture, $"  {{\"key\": \"value {i}\", \"n\": {i}, \"nested\": {{\"list\": [1, 2.5, true, null]}}}},\n");
        return text.Append("  1]\n").ToString();
    }
}
