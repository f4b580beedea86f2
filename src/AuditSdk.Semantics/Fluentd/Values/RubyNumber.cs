using System.Globalization;
using System.Numerics;
using System.Text;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>A text in which Ruby looks for a number at the front: behind blanks, with single underscores between digits.</summary>
internal struct RubyNumber
{
    // BigInteger reads digits in square time before .NET 9; a number of more than these counts nothing that exists.
    private const int MostDigits = 4_000;

    private readonly string _text;
    private int _at;

    public RubyNumber(string text)
    {
        _text = text;
        while (IsBlank(Current)) _at++;
    }

    public readonly char Current => At(_at);

    public readonly char Next => At(_at + 1);

    /// <summary>True where nothing but blanks is left.</summary>
    public readonly bool IsWhole
    {
        get
        {
            int at = _at;
            while (at < _text.Length && IsBlank(_text[at])) at++;
            return at == _text.Length;
        }
    }

    public static bool IsBlank(char c) => c is ' ' or (>= '\t' and <= '\r');

    public void Skip(int count) => _at += count;

    public void Sign(StringBuilder number)
    {
        if (Current is not ('+' or '-')) return;
        if (Current == '-') number.Append('-');
        _at++;
    }

    /// <summary>Takes digits.</summary>
    public void Digits(StringBuilder number)
    {
        while (IsDigit(Current) || (Current == '_' && _at > 0 && IsDigit(At(_at - 1)) && IsDigit(Next)))
        {
            if (Current != '_') number.Append(Current);
            _at++;
        }
    }

    /// <summary>A whole number, 0 for no digits.</summary>
    public static BigInteger Whole(string digits)
        => BigInteger.TryParse(digits.Length > MostDigits ? digits.Substring(0, MostDigits) : digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger value) ? value : BigInteger.Zero;

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    private readonly char At(int index) => index < _text.Length ? _text[index] : '\0';
}
