namespace Rahdari.Records;

/// <summary>Who acts: the signed-in user, their roles, and the port that they may act for.</summary>
/// <param name="Name">The user name; never a personal name.</param>
/// <param name="Roles">Names from <see cref="Records.Roles"/>.</param>
/// <param name="Port">The port (UN/LOCODE), or null for a user of headquarters who may see every port.</param>
public sealed record Actor(string Name, IReadOnlySet<string> Roles, string? Port)
{
    /// <summary>The Anti Human Trafficking circle whose cases the user keeps, or null for who sees every circle's: headquarters, auditors, analysts.</summary>
    public string? Circle { get; init; }

    /// <summary>The organisation that the user helps victims for, or null.</summary>
    public string? Organisation { get; init; }

    /// <summary>The command line on the site's own machine: whoever may read the site's files. What victims told those who help them, it may not.</summary>
    public static Actor CommandLine { get; } = new("command-line", new HashSet<string>(Records.Roles.All.Except([Records.Roles.Caseworker])), null);

    /// <summary>True where the actor has the role.</summary>
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>True where the actor may see and do things at the port.</summary>
    public bool MayActAt(string port) => Port is null || string.Equals(Port, port, StringComparison.Ordinal);
}
