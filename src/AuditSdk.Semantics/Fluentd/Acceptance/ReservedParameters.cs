namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Parameters with <c>@</c> in inner sections, of which fluentd's parser warns before anything is configured.</summary>
internal static class ReservedParameters
{
    public static void Warn(FluentdElement element, ConfigurationRun run)
    {
        foreach (FluentdNode node in element.Nodes)
        {
            if (node is FluentdElement inner) Warn(inner, run);
            else if (node is FluentdParameter { Key: ['@', ..] key } parameter && !ReservedKeys.Known.Contains(key) && parameter.Value != FluentdValue.Empty)
                run.Warn(FluentdCause.ParameterUnknown, $"'@' is the system reserved prefix. It works in the nested configuration for now but it will be rejected: {key}", parameter.Origin, key);
        }
    }
}
