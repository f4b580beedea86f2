using static AuditSdk.Semantics.Kubernetes.Files.Decoding.GoType;

namespace AuditSdk.Semantics.Kubernetes.Files.Decoding;

/// <summary>The server's types for a policy. A file without apiVersion is decoded into the internal ones, which have other field names; its rules are then unknown fields.</summary>
internal static class PolicySchema
{
    private static readonly (string Name, GoType Type)[] TypeMeta = [("kind", Text), ("apiVersion", Text)];

    private static readonly (string Name, GoType Type)[] ObjectMetaFields =
    [
        ("name", Text), ("generateName", Text), ("namespace", Text), ("selfLink", Text), ("uid", new(GoKind.Text, "types.UID")), ("resourceVersion", Text),
        ("generation", Integer), ("creationTimestamp", Time), ("deletionTimestamp", Time), ("deletionGracePeriodSeconds", Integer),
        ("labels", TextMap), ("annotations", TextMap), ("finalizers", TextList),
        ("ownerReferences", ListOf(Struct("v1.OwnerReference", [("apiVersion", Text), ("kind", Text), ("name", Text), ("uid", new(GoKind.Text, "types.UID")), ("controller", Switch), ("blockOwnerDeletion", Switch)]))),
        ("managedFields", ListOf(Struct("v1.ManagedFieldsEntry", [("manager", Text), ("operation", new(GoKind.Text, "v1.ManagedFieldsOperationType")), ("apiVersion", Text), ("time", Time), ("fieldsType", Text), ("fieldsV1", Anything), ("subresource", Text)]))),
    ];

    /// <summary><c>audit.k8s.io/v1</c>.</summary>
    public static GoType V1 { get; } = Struct("v1.Policy",
    [
        .. TypeMeta,
        ("metadata", Struct("v1.ObjectMeta", ObjectMetaFields)),
        ("rules", ListOf(Struct("v1.PolicyRule",
        [
            ("level", new(GoKind.Text, "v1.Level")),
            ("users", TextList),
            ("userGroups", TextList),
            ("verbs", TextList),
            ("resources", ListOf(Struct("v1.GroupResources", [("group", Text), ("resources", TextList), ("resourceNames", TextList)]))),
            ("namespaces", TextList),
            ("nonResourceURLs", TextList),
            ("omitStages", ListOf(new(GoKind.Text, "v1.Stage"))),
            ("omitManagedFields", Switch),
        ]))),
        ("omitStages", ListOf(new(GoKind.Text, "v1.Stage"))),
        ("omitManagedFields", Switch),
    ]);

    /// <summary>The internal version: the fields of metadata stand in the policy itself.</summary>
    public static GoType Internal { get; } = Struct("audit.Policy",
    [
        .. TypeMeta,
        .. ObjectMetaFields,
        ("Rules", ListOf(Struct("audit.PolicyRule",
        [
            ("Level", new(GoKind.Text, "audit.Level")),
            ("Users", TextList),
            ("UserGroups", TextList),
            ("Verbs", TextList),
            ("Resources", ListOf(Struct("audit.GroupResources", [("Group", Text), ("Resources", TextList), ("ResourceNames", TextList)]))),
            ("Namespaces", TextList),
            ("NonResourceURLs", TextList),
            ("OmitStages", ListOf(new(GoKind.Text, "audit.Stage"))),
            ("OmitManagedFields", Switch),
        ]))),
        ("OmitStages", ListOf(new(GoKind.Text, "audit.Stage"))),
        ("OmitManagedFields", Switch),
    ]);
}
