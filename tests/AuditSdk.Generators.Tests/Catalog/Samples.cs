namespace AuditSdk.Generators.Tests.Catalog;

/// <summary>Catalogs as a user's project has them.</summary>
internal static class Samples
{
    public const string Certificates = """
        group cert-manager.io
          resource certificates kind Certificate namespaced verbs create,delete,get,list,patch,update,watch
            subresource status kind Certificate verbs get,patch,update
          resource issuers kind Issuer namespaced verbs get,list

        """;

    public const string Routes = """
        releases 1.35 1.36
        group routes.example.com
          resource routes kind Route verbs get,list since 1.36 doc "Where <traffic> goes."

        """;

    public const string Plugins = """
        enum Flavour sweet sour@1.18 es-v1 TLSv1_2 1
        plugin output shop gem fluent-plugin-shop since 1.16
          doc "Sells events & more."
          param endpoint string required doc "Where the shop is."
          param api_key string secret alias token
          param retries integer default 5
          param ratio float
          param max_size size default 8388608
          param wait time default 60
          param dry_run bool default false
          param flavour enum(Flavour) default sweet
          param keys array(string)
          param ports array(integer)
          param headers hash
          param pattern regexp
          param mode symbol
          param fallback label
          param old_way string deprecated doc "Use endpoint."
          param gone string removed 1.18 doc "Use endpoint instead."
          param buffer_path string legacy doc "Set path of the buffer."
          section buffer plugin buffer
          section format plugin formatter
          section store plugin output multi required
          section template plugin output untyped
          section labels free
          section rule multi since 1.18
            doc "A rule of the shop."
            argument flavour enum(Flavour)
            param key string required
            section inner
              param name string
              param pin string secret
        plugin buffer shelf
          param path string required
        plugin parser receipt
          param time_key string

        """;

    public static readonly (string Name, string Text)[] All = [("certificates.catalog", Certificates), ("routes.catalog", Routes), ("plugins.catalog", Plugins)];
}
