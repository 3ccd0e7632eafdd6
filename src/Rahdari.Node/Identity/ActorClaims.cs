using System.Security.Claims;

namespace Rahdari.Node.Identity;

/// <summary>From a signed-in user's claims to who acts.</summary>
public static class ActorClaims
{
    /// <summary>The claim that carries the user's port.</summary>
    public const string Port = "rahdari:port";

    /// <summary>The claim that carries the user's circle, or <see cref="UserAccounts.AllPorts"/>.</summary>
    public const string Circle = "rahdari:circle";

    /// <summary>The claim that carries the user's organisation.</summary>
    public const string Organisation = "rahdari:organisation";

    /// <summary>The claim that carries the user's language: <c>en</c> or <c>ur</c>.</summary>
    public const string Language = "rahdari:language";

    /// <summary>The claim of a user who must do something before any work: its value is a <see cref="PendingStep"/>.</summary>
    public const string Pending = "rahdari:pending";

    /// <summary>Who acts. The user must be signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal user)
    {
        var actor = new Actor(
            user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in."),
            user.FindAll(ClaimTypes.Role).Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
            user.FindFirstValue(Port));
        // Whoever keeps cases has a circle: every circle's are never meant by silence. Whoever only counts or audits them need have none.
        var keeps = actor.Is(Roles.Investigator) || actor.Is(Roles.CaseSupervisor);
        return actor with
        {
            Circle = user.FindFirstValue(Circle) switch { null => keeps ? "" : null, UserAccounts.AllPorts => null, var circle => circle },
            Organisation = user.FindFirstValue(Organisation),
        };
    }

    /// <summary>What the user must do before any work, or null.</summary>
    public static PendingStep? PendingStep(this ClaimsPrincipal user) =>
        Enum.TryParse<PendingStep>(user.FindFirstValue(Pending), out var step) ? step : null;
}
