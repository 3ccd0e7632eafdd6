using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Signing in and out for programs; the session is the cookie that the answer sets.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapPost("/", SignInAsync).AllowAnonymous().WithSummary("Sign in").WithProblems(429)
            .WithDescription("Everyone. Sets the session's cookie. A user with an authenticator gives its six digits as code. Five failures lock the user for a quarter of an hour. Audited.");
        session.MapGet("/", Show).RequireAuthorization(IdentityRegistration.SignedIn).WithSummary("Who is signed in")
            .WithDescription("Every signed-in user, also one with a step left to take before any work.");
        session.MapDelete("/", SignOutAsync).RequireAuthorization(IdentityRegistration.SignedIn).WithSummary("Sign out").WithDescription("Every signed-in user. Ends all sessions of the user. Audited.");
    }

    private static async Task<Results<Ok<Session>, ProblemHttpResult>> SignInAsync(Credentials credentials, SignIn signIn)
    {
        var signedIn = await signIn.WithPasswordAsync(credentials.Name, credentials.Password, credentials.Code);
        if (!signedIn.Succeeded)
            return Problems.Of(signedIn.Problem);
        var user = signedIn.Value;
        return TypedResults.Ok(new Session(user.UserName!, user.Port, user.Language, null, null));
    }

    private static Ok<Session> Show(ClaimsPrincipal user)
    {
        var actor = user.ToActor();
        return TypedResults.Ok(new Session(actor.Name, actor.Port, user.FindFirstValue(ActorClaims.Language) ?? "en", [.. actor.Roles.Order(StringComparer.Ordinal)], user.PendingStep()));
    }

    private static async Task<NoContent> SignOutAsync(ClaimsPrincipal user, SignIn signIn)
    {
        await signIn.SignOutAsync(user.ToActor());
        return TypedResults.NoContent();
    }
}

/// <summary>What a user signs in with.</summary>
/// <param name="Name">The user name.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">The authenticator's six digits, where the user has one.</param>
internal sealed record Credentials(string Name, string Password, string? Code = null);

/// <summary>Who is signed in.</summary>
/// <param name="Name">The user name.</param>
/// <param name="Port">The port, or null for headquarters.</param>
/// <param name="Language">The language of sentences.</param>
/// <param name="Roles">The roles; null in the answer to a sign-in.</param>
/// <param name="Pending">What the user must do in the console before any work, or null.</param>
internal sealed record Session(string Name, string? Port, string Language, IReadOnlyList<string>? Roles, PendingStep? Pending);
