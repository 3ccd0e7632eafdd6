namespace Rahdari.Node.Console.Users;

/// <summary>A user as an administrator's form gives them.</summary>
public sealed class GivenUser
{
    /// <summary>The user name.</summary>
    public string? Name { get; set; }

    /// <summary>The roles ticked.</summary>
    public string[]? Roles { get; set; }

    /// <summary>The port, or all of them.</summary>
    public string? Port { get; set; }

    /// <summary>The circle, or all of them; empty for none.</summary>
    public string? Circle { get; set; }

    /// <summary>The organisation; empty for none.</summary>
    public string? Organisation { get; set; }

    /// <summary>A code as it is kept: in capitals, <see cref="Rahdari.Node.Identity.UserAccounts.AllPorts"/> in small letters; null for none.</summary>
    public static string? Code(string? given) => given?.Trim() switch
    {
        null or "" => null,
        { } text when text.Equals(Rahdari.Node.Identity.UserAccounts.AllPorts, StringComparison.OrdinalIgnoreCase) => Rahdari.Node.Identity.UserAccounts.AllPorts,
        { } text => text.ToUpperInvariant(),
    };
}
