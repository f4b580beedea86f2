using System.Reflection;

namespace AuditSdk.Build.Emission;

/// <summary>
/// Where the compiler could not load the generator it says so with a mere warning, and the project then looks as if it had no definitions.
/// To take that for none would remove the files of the last good build.
/// </summary>
internal static class GeneratorCheck
{
    private const string Registry = "AuditSdk.Generated.AuditSdkEmissions";
    private const string ClassMark = "AuditSdk.AuditConfigAttribute";
    private const string MemberMark = "AuditSdk.EmitAsAttribute";
    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>A marked member of a project whose registry was not generated; null where all is well.</summary>
    public static string? ForgottenMember(Assembly project)
    {
        if (project.GetType(Registry) is not null) return null;
        foreach (Type type in TypesOf(project))
        {
            if (!IsMarked(type, ClassMark)) continue;
            foreach (MemberInfo member in type.GetMembers(Members))
            {
                if (IsMarked(member, MemberMark)) return $"{type.Name}.{member.Name}";
            }
        }

        return null;
    }

    private static IEnumerable<Type> TypesOf(Assembly project)
    {
        try
        {
            return project.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }

    private static bool IsMarked(MemberInfo member, string attribute)
    {
        foreach (CustomAttributeData data in member.GetCustomAttributesData())
        {
            if (data.AttributeType.FullName == attribute) return true;
        }

        return false;
    }
}
