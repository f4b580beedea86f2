namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Names of encodings that Ruby takes, and its message for others.</summary>
internal static class RubyEncodings
{
    private static readonly HashSet<string> Known = new(
        ("ASCII-8BIT BINARY UTF-8 CP65001 US-ASCII ASCII ANSI_X3.4-1968 646 Big5 CP950 Big5-HKSCS Big5-HKSCS:2008 CP951 Big5-UAO CESU-8 CP949 Emacs-Mule EUC-JP eucJP EUC-KR eucKR EUC-TW eucTW "
        + "GB18030 GBK CP936 ISO-8859-1 ISO8859-1 ISO-8859-2 ISO8859-2 ISO-8859-3 ISO8859-3 ISO-8859-4 ISO8859-4 ISO-8859-5 ISO8859-5 ISO-8859-6 ISO8859-6 ISO-8859-7 ISO8859-7 ISO-8859-8 ISO8859-8 "
        + "ISO-8859-9 ISO8859-9 ISO-8859-10 ISO8859-10 ISO-8859-11 ISO8859-11 ISO-8859-13 ISO8859-13 ISO-8859-14 ISO8859-14 ISO-8859-15 ISO8859-15 ISO-8859-16 ISO8859-16 KOI8-R CP878 KOI8-U "
        + "Shift_JIS Windows-31J CP932 csWindows31J SJIS PCK UTF-16 UTF-16BE UCS-2BE UTF-16LE UTF-32 UTF-32BE UCS-4BE UTF-32LE UCS-4LE UTF-7 CP65000 UTF8-MAC UTF-8-MAC UTF-8-HFS "
        + "Windows-1250 CP1250 Windows-1251 CP1251 Windows-1252 CP1252 Windows-1253 CP1253 Windows-1254 CP1254 Windows-1255 CP1255 Windows-1256 CP1256 Windows-1257 CP1257 Windows-1258 CP1258 "
        + "IBM437 CP437 IBM720 CP720 IBM737 CP737 IBM775 CP775 IBM850 CP850 IBM852 CP852 IBM855 CP855 IBM857 CP857 IBM860 CP860 IBM861 CP861 IBM862 CP862 IBM863 CP863 IBM864 CP864 IBM865 CP865 "
        + "IBM866 CP866 IBM869 CP869 IBM037 ebcdic-cp-us GB2312 EUC-CN eucCN GB12345 ISO-2022-JP ISO2022-JP ISO-2022-JP-2 ISO2022-JP2 ISO-2022-JP-KDDI CP50220 CP50221 CP51932 EUC-JIS-2004 EUC-JISX0213 "
        + "eucJP-ms euc-jp-ms EUC-JP-ms stateless-ISO-2022-JP TIS-620 Windows-874 CP874 macCroatian macCyrillic macGreek macIceland macRoman macRomania macThai macTurkish macUkraine MacJapanese MacJapan "
        + "locale external filesystem internal").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static void Validate(Plugin plugin, string encoding, string parameter)
    {
        if (!Known.Contains(encoding)) throw plugin.Refuse(FluentdCause.ValueInvalid, $"unknown encoding name - {encoding}", plugin.Settings.OriginOf(parameter), encoding);
    }
}
