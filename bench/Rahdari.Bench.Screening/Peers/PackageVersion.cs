using System.Reflection;

namespace Rahdari.Bench.Screening.Peers;

/// <summary>The version of a package as its users know it; the assembly's own number often stays behind.</summary>
internal static class PackageVersion
{
    /// <summary>The informational version of the assembly that a type is in, without the commit.</summary>
    public static string Of(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? type.Assembly.GetName().Version?.ToString() ?? "";
}
