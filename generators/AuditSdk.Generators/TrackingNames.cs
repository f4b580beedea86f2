namespace AuditSdk.Generators;

/// <summary>Names of the generators' steps; tests watch by them that nothing is made again without need.</summary>
public static class TrackingNames
{
    /// <summary>One catalog file, read.</summary>
    public const string CatalogFiles = nameof(CatalogFiles);

    /// <summary>All catalog files in one.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>What the compilation says about the names that the catalog wants.</summary>
    public const string CatalogScope = nameof(CatalogScope);

    /// <summary>API groups, one source each.</summary>
    public const string Groups = nameof(Groups);

    /// <summary>API groups that are gone.</summary>
    public const string RemovedGroups = nameof(RemovedGroups);

    /// <summary>Plugins, one source each.</summary>
    public const string Plugins = nameof(Plugins);

    /// <summary>Enumerations, one source each.</summary>
    public const string Enums = nameof(Enums);

    /// <summary>Members marked with <c>[EmitAs]</c>.</summary>
    public const string EmissionMembers = nameof(EmissionMembers);

    /// <summary>The same with the severities that the project sets for all checks at once.</summary>
    public const string EmissionSeverities = nameof(EmissionSeverities);

    /// <summary>The registry of all marked members.</summary>
    public const string EmissionRegistry = nameof(EmissionRegistry);
}
