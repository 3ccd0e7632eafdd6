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
}
