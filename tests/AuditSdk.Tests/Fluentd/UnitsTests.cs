using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using AuditSdk.Fluentd;
using CsCheck;
using Size = AuditSdk.Fluentd.Size;

namespace AuditSdk.Tests.Fluentd;

public class UnitsTests
{
    [Fact]
    public void SizeBeyondSixtyFourBits_Throws()
    {
        Assert.Equal(1L << 62, (1 << 22).TiB().Bytes);
        Assert.Throws<OverflowException>(() => (1 << 23).TiB());
    }

    [Fact]
    public void TheReadingUsedHere_IsTheRecordedOne()
    {
        int checkedLiterals = 0;
        foreach (JsonElement vector in JsonDocument.Parse(File.ReadAllText(SourceTree.Vectors("values.json"))).RootElement.GetProperty("typed").EnumerateArray())
        {
            string literal = vector.GetProperty("literal").GetString()!.Trim('"');
            string type = vector.GetProperty("type").GetString()!;
            if (type == "size") Assert.Equal(vector.GetProperty("value").GetInt64(), (long)ReadSize(literal));
            else if (type == "time") Assert.Equal(vector.GetProperty("value").GetDouble(), ReadTime(literal));
            else continue;
            checkedLiterals++;
        }

        Assert.InRange(checkedLiterals, 25, 100);
    }

    [Fact]
    public void AnySize_IsReadBack()
        => Gen.OneOf(Gen.Long, Gen.Select(Gen.Long[0, 5000], Gen.Int[0, 50], (n, shift) => n << shift)).Sample(bytes => Assert.Equal(bytes, ReadSize(new Size(bytes).ToString())), iter: 20_000);

    [Fact]
    public void AnyDuration_IsReadBack()
    {
        Gen<long> ticks = Gen.OneOf(Gen.Long, Gen.Long[-100_000_000, 100_000_000], Gen.Select(Gen.Long[0, 100_000], Gen.OneOf(Gen.Const(TimeSpan.TicksPerMillisecond), Gen.Const(TimeSpan.TicksPerSecond), Gen.Const(TimeSpan.TicksPerMinute), Gen.Const(TimeSpan.TicksPerHour), Gen.Const(TimeSpan.TicksPerDay)), (n, unit) => n * unit));
        ticks.Sample(t => Assert.Equal(t / 1e7, ReadTime(new Duration(TimeSpan.FromTicks(t)).ToString()), Math.Abs(t / 1e7) * 1e-15), iter: 20_000);
    }

    [Theory]
    [InlineData("8m", 8L << 20)]
    [InlineData("1536k", 1536L << 10)]
    [InlineData("1t", 1L << 40)]
    [InlineData("1000", 1000)]
    [InlineData("0", 0)]
    [InlineData("-1024", -1024)]
    public void Size_IsWrittenInTheLargestUnit(string text, long bytes) => Assert.Equal(text, new Size(bytes).ToString());

    [Fact]
    public void Durations_AreWrittenInTheLargestUnit()
    {
        Assert.Equal(["1h", "90m", "90s", "0.5", "2d", "0s", "1.001"], [.. new[] { 1.Hours(), 90.Minutes(), 90.Seconds(), 500.Milliseconds(), 48.Hours(), 0.Days(), 1001.Milliseconds() }.Select(d => d.ToString())]);
    }

    // fluentd's regular expressions are not anchored: the first unit that occurs anywhere counts.
    private static BigInteger ReadSize(string text)
    {
        (string Unit, int Shift)[] units = [("k", 10), ("m", 20), ("g", 30), ("t", 40)];
        foreach ((string unit, int shift) in units)
        {
            if (Regex.Match(text, $"([0-9]+){unit}", RegexOptions.IgnoreCase) is { Success: true } match) return Whole(match.Groups[1].Value) << shift;
        }

        return Regex.Match(text, @"\A\s*([+-]?[0-9]+)") is { Success: true } number ? Whole(number.Groups[1].Value) : 0;
    }

    private static double ReadTime(string text)
    {
        (string Unit, int Seconds)[] units = [("s", 1), ("m", 60), ("h", 3600), ("d", 86400)];
        foreach ((string unit, int seconds) in units)
        {
            if (Regex.Match(text, $"([0-9]+){unit}") is { Success: true } match) return (double)(Whole(match.Groups[1].Value) * seconds);
        }

        return Regex.Match(text, @"\A\s*([+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)") is { Success: true } number ? double.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static BigInteger Whole(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);
}
