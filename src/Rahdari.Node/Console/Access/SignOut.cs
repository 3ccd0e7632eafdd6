using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Access;

/// <summary>Ends the session.</summary>
internal static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder app) =>
        app.MapPost("/sign-out", EndAsync).RequireAuthorization(IdentityRegistration.SignedIn).ExcludeFromDescription();

    private static async Task<Results<BadRequest, RedirectHttpResult>> EndAsync(HttpContext context, IAntiforgery antiforgery, ClaimsPrincipal user, SignIn signIn)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        await signIn.SignOutAsync(user.ToActor());
        return TypedResults.LocalRedirect(SignInPage.Path);
    }
}
