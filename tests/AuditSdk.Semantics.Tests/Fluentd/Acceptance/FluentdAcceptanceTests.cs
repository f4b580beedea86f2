using System.Text.RegularExpressions;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Tests.Fluentd.Acceptance;

/// <summary>What the recordings do not say: places, causes, near names, and what stays open.</summary>
public class FluentdAcceptanceTests
{
    private const string Source = "<source>\n  @type tail\n  path /x.log\n  pos_file /x.pos\n  tag a\n  <parse>\n    @type json\n  </parse>\n</source>\n";

    [Fact]
    public void MissingParameter_IsToldAtItsSection()
    {
        FluentdProblem error = Refused(Source + "<match a>\n  @type forward\n  <server>\n    port 1\n  </server>\n</match>\n");

        Assert.Equal((FluentdCause.ParameterMissing, "host", "output.forward", 12), (error.Cause, error.Subject, error.Plugin, error.Origin.Line));
        Assert.True(error.PrintsSection);
    }

    [Theory]
    [InlineData("<match a>\n  @type fiel\n</match>\n", FluentdCause.PluginUnknown, "file")]
    [InlineData("<match a>\n  @type file\n  path /o\n  compress gzpi\n</match>\n", FluentdCause.EnumValueUnknown, "gzip")]
    [InlineData("<match a>\n  @type relabel\n  @label @AUDI\n</match>\n<label @AUDIT>\n  <match>\n    @type null\n  </match>\n</label>\n", FluentdCause.LabelUnknown, "@AUDIT")]
    public void MisspeltName_HasItsNearest(string config, FluentdCause cause, string nearest)
    {
        FluentdProblem error = Refused(config);

        Assert.Equal((cause, nearest), (error.Cause, error.Nearest));
    }

    [Theory]
    [InlineData("<match a>\n  @type file\n  path /o\n  compres gzip\n</match>\n", FluentdCause.ParameterUnknown, "compress", 4)]
    [InlineData("<match a>\n  @type file\n  path /o\n  <bufer>\n    timekey 1\n  </bufer>\n</match>\n", FluentdCause.SectionUnknown, "buffer", 4)]
    [InlineData("<match a>\n  @type file\n  path /o\n  <buffer time>\n    timekay 1\n  </buffer>\n</match>\n", FluentdCause.ParameterUnknown, "timekey", 5)]
    [InlineData("<match a>\n  @type file\n  path /o\n  <buffer time>\n    chunk_limit_siz 1\n  </buffer>\n</match>\n", FluentdCause.ParameterUnknown, "chunk_limit_size", 5)]
    [InlineData("<match a>\n  @type file\n  path /o\n  <inject>\n    time_keyy t\n  </inject>\n</match>\n", FluentdCause.ParameterUnknown, "time_key", 5)]
    public void MisspeltNameThatFluentdOnlyWarnsOf_HasItsNearest(string config, FluentdCause cause, string nearest, int line)
    {
        FluentdProblem warning = Of(config).Warnings.Single(w => w.Cause == cause);

        Assert.Equal((nearest, line), (warning.Nearest, warning.Origin.Line));
    }

    [Fact]
    public void SecondOfTwo_KnowsTheFirst()
    {
        FluentdProblem error = Refused("<match a>\n  @type null\n  @id x\n</match>\n<match b>\n  @type null\n  @id x\n</match>\n");

        Assert.Equal((FluentdCause.IdRepeated, 7, 3), (error.Cause, error.Origin.Line, error.Other.Line));
    }

    [Theory]
    [InlineData("read_lines_limit \"#{ENV['LINES']}\"", FluentdVerdict.Undecided)]
    [InlineData("path_key \"#{ENV['KEY']}\"", FluentdVerdict.Accepted)]
    [InlineData("read_lines_limit \"#{use_default}\"", FluentdVerdict.Accepted)]
    [InlineData("read_lines_limit \"#{use_nil}\"", FluentdVerdict.Refused)]
    public void Ruby_LeavesOpenOnlyWhatDependsOnIt(string line, FluentdVerdict verdict)
        => Assert.Equal(verdict, Of(Source.Replace("tag a", "tag a\n  " + line, StringComparison.Ordinal)).Verdict);

    [Fact]
    public void RubyThatIsGiven_IsRead()
    {
        string config = "<match a>\n  @type file\n  path /o\n  compress \"#{ENV['HOW'] || use_default}\"\n</match>\n";

        Assert.Equal(FluentdVerdict.Undecided, Of(config).Verdict);
        Assert.Equal(FluentdVerdict.Accepted, Of(config, new AcceptanceOptions { Environment = _ => null }).Verdict);
        Assert.Equal("valid options are text,gz,gzip but got zip", Of(config, new AcceptanceOptions { Environment = _ => "zip" }).Error?.Message);
    }

    [Fact]
    public void ErrorBesideUnknown_IsStillRefused()
        => Assert.Equal(FluentdCause.ParameterMissing, Refused(Source.Replace("tag a", "rotate_wait \"#{x}\"", StringComparison.Ordinal)).Cause);

    [Fact]
    public void UnresolvedInclude_LeavesOpenWhatItMayHold()
    {
        Assert.Equal(FluentdVerdict.Undecided, Of("@include more.conf\n<match a>\n  @type relabel\n  @label @MORE\n</match>\n").Verdict);
        Assert.Equal(FluentdVerdict.Undecided, Of("<match a>\n  @type file\n  @include path.conf\n</match>\n").Verdict);
    }

    [Theory]
    [InlineData("filter", "concat")]
    [InlineData("match", "splunk_hec")]
    [InlineData("match", "gelf")]
    public void PluginOfAnotherGem_IsNoErrorAndLeavesOpen(string section, string type)
    {
        FluentdAcceptance acceptance = Of($"<{section} a>\n  @type {type}\n  any thing\n</{section}>\n");

        Assert.Equal(FluentdVerdict.Undecided, acceptance.Verdict);
        Assert.Empty(acceptance.Warnings);
    }

    [Fact]
    public void DeclaredPlugin_HasItsParametersChecked()
    {
        AcceptanceOptions options = new() { Catalogs = [CatalogReader.Read("plugin filter audit_seal gem g\n  param key string required\n  param interval time default 60\n")] };

        Assert.Equal("'key' parameter is required", Of("<filter a>\n  @type audit_seal\n</filter>\n", options).Error?.Message);
        FluentdAcceptance acceptance = Of("<filter a>\n  @type audit_seal\n  key k\n  intervall 1\n</filter>\n", options);
        Assert.Equal(("intervall", "interval"), (acceptance.Warnings.Single().Subject, acceptance.Warnings.Single().Nearest));
        Assert.Equal(FluentdVerdict.Undecided, acceptance.Verdict);
    }

    [Fact]
    public void Host_IsAsked()
    {
        string config = "<match a>\n  @type file\n  path /o\n</match>\n";

        Assert.Equal("out_file: `/o.%Y%m%d_**.log` is not writable", Of(config, new AcceptanceOptions { IsWritable = _ => false }).Error?.Message);
        Assert.Equal(FluentdVerdict.Undecided, Of(config, new AcceptanceOptions { IsWritable = _ => null }).Verdict);
    }

    [Theory]
    [InlineData("<source>\n  @type forward\n  <transport tls>\n    cert_path /c\n    private_key_path /k\n  </transport>\n</source>\n", "No such file or directory @ rb_sysopen - /k")]
    [InlineData("<match a>\n  @type forward\n  <service_discovery>\n    @type file\n    path /s.yml\n  </service_discovery>\n</match>\n", "sd_file: path=/s.yml not found")]
    [InlineData("<match a>\n  @type http\n  endpoint https://x\n  tls_ca_cert_path /ca\n</match>\n", "tls_ca_cert_path is wrong: /ca")]
    public void FileThatIsRead_IsRefusedOnlyWhereItIsKnownNotToBeThere(string config, string message)
    {
        Assert.Equal(message, Of(config, new AcceptanceOptions { Exists = _ => false }).Error?.Message);
        Assert.Equal(FluentdVerdict.Undecided, Of(config).Verdict);
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("0-1", null)]
    [InlineData("1-0", "greater first_worker_id<1> than last_worker_id<0> specified by <worker> directive is not allowed. Available multi worker assign syntax is <smaller_worker_id>-<greater_worker_id>")]
    [InlineData("0-1>\n</worker>\n<worker 1-1", "specified worker_id<1> collisions is detected on <worker> directive. Available worker id(s): []")]
    public void Workers_AreInRangeAndTakenOnce(string worker, string? message)
        => Assert.Equal(message, Of($"<system>\n  workers 2\n</system>\n<worker {worker}>\n</worker>\n").Error?.Message);

    [Theory]
    [InlineData("0", FluentdVerdict.Accepted)]
    [InlineData("0-1", FluentdVerdict.Refused)]
    public void SingleWorkerPlugin_RunsInOneWorker(string worker, FluentdVerdict verdict)
        => Assert.Equal(verdict, Of($"<system>\n  workers 2\n</system>\n<worker {worker}>\n{Source}</worker>\n").Verdict);

    [Theory]
    [InlineData("", "dump.%Y", "out_secondary_file: basename or directory has an incompatible placeholder, remove time formats, like `%Y%m%d`, from basename or directory")]
    [InlineData("tag", "dump.${tag}", null)]
    [InlineData("", "dump.${tag[1]}", "out_secondary_file: basename or directory has an incompatible placeholder tag[1], remove tag placeholder, like `${tag}`, from basename or directory")]
    [InlineData("ns", "dump.${pod}", "out_secondary_file: basename or directory has an incompatible placeholder pod, remove variable placeholder, like `${varname}`, from basename or directory")]
    public void SecondaryFile_AsksOnlyForChunkKeysOfItsPrimary(string keys, string name, string? message)
    {
        string config = $"<match a>\n  @type exec\n  command c\n  <format>\n    @type json\n  </format>\n  <buffer {(keys.Length == 0 ? "[]" : keys)}>\n  </buffer>\n  <secondary>\n    @type secondary_file\n    directory /d\n    basename {name}\n  </secondary>\n</match>\n";

        Assert.Equal(message, Of(config).Error?.Message);
    }

    [Fact]
    public void Target_ChoosesTheSchema()
    {
        string config = "<match a>\n  @type file\n  path /o\n  compress zstd\n</match>\n";

        Assert.Equal(FluentdVerdict.Refused, Of(config).Verdict);
        Assert.Equal(FluentdVerdict.Accepted, Of(config, new AcceptanceOptions { Target = FluentdTarget.Parse("1.19")! }).Verdict);
        Assert.Equal(FluentdVerdict.Accepted, Of(Source.Replace("tag a", "tag a\n  read_from_head maybe", StringComparison.Ordinal), new AcceptanceOptions { Target = FluentdTarget.Parse("td-agent 3.3")! }).Verdict);
    }

    [Theory]
    [InlineData("td-agent 3", "AUD2104", "It came with fluentd 1.12.0; 'td-agent 3' may be 1.3.3.")]
    [InlineData("1.17", "AUD2104", null)]
    [InlineData("1.6", "AUD2102", "It came with fluentd 1.7.0; '1.6' is older.")]
    [InlineData("1.7", "AUD2102", null)]
    [InlineData("1.9", "AUD2088", "It came with fluentd 1.18.0; '1.9' is older.")]
    public void WhatCameLater_IsToldWithItsRelease(string target, string id, string? told)
    {
        string config = "<system>\n  with_source_only true\n</system>\n" + Source.Replace("tag a", "tag a\n  follow_inodes true\n  <group>\n    pattern /a/\n  </group>", StringComparison.Ordinal)
            + (id == "AUD2102" ? "<match a>\n  @type http\n  endpoint http://a\n</match>\n" : "<match a>\n  @type null\n</match>\n");

        string[] messages = [.. FluentdFindings.Of(id, config, target: target).Select(f => f.Message)];

        if (told is null) Assert.Empty(messages);
        else Assert.Contains(messages, m => m.Contains(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("retry_limit 5", "retry_max_times")]
    [InlineData("buffer_chunk_limit 8m", "chunk_limit_size")]
    [InlineData("disable_retry_limit true", "retry_forever")]
    [InlineData("flush_intervall 5s", "flush_interval")]
    [InlineData("retry_max_time 5", "retry_max_times")]
    [InlineData("flush_at_wait 5", null)]
    public void ParameterThatABufferDoesNotRead_IsToldWhatItIsCalled(string line, string? name)
    {
        Finding finding = Assert.Single(FluentdFindings.Of("AUD2104", Source + $"<match a>\n  @type file\n  path /o\n  <buffer time>\n    timekey 1h\n    {line}\n  </buffer>\n</match>\n"));

        Assert.Equal(name, Regex.Match(finding.Message, "Write '(.*)'").Groups[1].Value is { Length: > 0 } told ? told : null);
    }

    [Theory]
    [InlineData("AUD2130", "<match a>\n  @type file\n  path /o.%Y%m%d\n  <buffer time>\n    timekey 1h\n  </buffer>\n</match>\n", "such as %Y%m%d%H for 1h")]
    [InlineData("AUD2141", "<source>\n  @type forward\n  <transport tls>\n    cert_path /c\n    private_key_path /k\n  </transport>\n</source>\n<match a>\n  @type stdout\n</match>\n", "Write private_key_passphrase, from the environment")]
    [InlineData("AUD2107", "<source>\n  @type tail\n  path /x.log\n  pos_file /x.pos\n  tag a\n  encoding UTF8\n  <parse>\n    @type json\n  </parse>\n</source>\n<match a>\n  @type stdout\n</match>\n", "such as UTF-8")]
    public void WhatToWrite_IsSaid(string id, string config, string advice)
        => Assert.Contains(FluentdFindings.Of(id, config), f => f.Message.Contains(advice, StringComparison.Ordinal));

    [Fact]
    public void NameThatSaysAnother_IsNotOffered()
        => Assert.DoesNotContain("include_tag_key", Assert.Single(FluentdFindings.Of("AUD2104", Source + "<match a>\n  @type elasticsearch\n  include_time_key true\n</match>\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Labels_AreConfiguredBeforeTheRootAndSourcesLast()
    {
        string source = "<source>\n  @type no_source\n</source>\n", match = "<match a>\n  @type no_match\n</match>\n", label = "<label @L>\n  <match>\n    @type no_label\n  </match>\n</label>\n";

        Assert.Equal("no_label", Refused(source + match + label).Subject);
        Assert.Equal("no_match", Refused(source + match).Subject);
    }

    private static FluentdProblem Refused(string config)
    {
        FluentdAcceptance acceptance = Of(config);
        Assert.Equal(FluentdVerdict.Refused, acceptance.Verdict);
        return acceptance.Error!;
    }

    private static FluentdAcceptance Of(string config, AcceptanceOptions? options = null) => FluentdAcceptance.Of(ConfParser.Parse(config, "f.conf").Root!, options);
}
