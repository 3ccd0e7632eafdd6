using System.Security.Claims;
using Rahdari.Border;

namespace Rahdari.Node.Identity;

/// <summary>From a signed-in user's claims to who acts.</summary>
public static class ActorClaims
{
    /// <summary>The claim that carries the user's port.</summary>
    public const string Port = "rahdari:port";

    /// <summary>Who acts. The user must be signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal user) => new(
        user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in."),
        user.FindAll(ClaimTypes.Role).Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
        user.FindFirstValue(Port));
}
