using Microsoft.AspNetCore.Identity;

namespace Rahdari.Node.Identity;

/// <summary>A user of the site. The user name is a service number or a function, never a personal name.</summary>
public sealed class SiteUser : IdentityUser
{
    /// <summary>The port (UN/LOCODE) that the user may act for, or null for headquarters' users.</summary>
    public string? Port { get; set; }

    /// <summary>The Anti Human Trafficking circle whose cases the user keeps, <see cref="UserAccounts.AllPorts"/> for every circle's, or null for none.</summary>
    public string? Circle { get; set; }

    /// <summary>The organisation that the user helps victims for, or null.</summary>
    public string? Organisation { get; set; }

    /// <summary>The language of the console: <c>en</c> or <c>ur</c>.</summary>
    public string Language { get; set; } = "en";

    /// <summary>True until the user has chosen an own password.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The time step of the authenticator's code that was accepted last: neither it nor an earlier one is accepted again.</summary>
    public long? LastCodeStep { get; set; }
}
