using System.Text;

namespace AuditSdk.Build;

/// <summary>The arguments of a run: <c>key=value</c> lines written by the MSBuild targets. A key may come more than once.</summary>
internal sealed class ResponseFile
{
    private readonly List<KeyValuePair<string, string>> _lines = [];

    public string this[string key] => Find(key) ?? throw new InvalidDataException($"The response file has no '{key}'.");

    public static ResponseFile Read(string path) => Parse(File.ReadAllText(path, Encoding.UTF8));

    public static ResponseFile Parse(string text)
    {
        ResponseFile file = new();
        foreach (string line in text.Split('\n'))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) file._lines.Add(new(line[..equals], line[(equals + 1)..].TrimEnd('\r')));
        }

        return file;
    }

    /// <summary>The first value of a key; null where there is none or it is empty.</summary>
    public string? Find(string key)
    {
        foreach ((string name, string value) in _lines)
        {
            if (name == key && value.Length > 0) return value;
        }

        return null;
    }

    /// <summary>Every value of a key, in order.</summary>
    public List<string> All(string key)
    {
        List<string> values = [];
        foreach ((string name, string value) in _lines)
        {
            if (name == key && value.Length > 0) values.Add(value);
        }

        return values;
    }

    /// <summary>For the project's own AuditSdk; values of a key that comes more than once stand on a line each. References are the tool's business.</summary>
    public Dictionary<string, string> Settings()
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal);
        foreach ((string name, string value) in _lines)
        {
            if (name == "reference") continue;
            settings[name] = settings.TryGetValue(name, out string? before) ? before + "\n" + value : value;
        }

        return settings;
    }
}
