using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Rahdari.Node.Identity;
using Rahdari.Node.Operation;

namespace Rahdari.Node.Console.Access;

/// <summary>Changes the language: in this browser by a cookie, and for a signed-in user for every later sign-in.</summary>
internal static class Language
{
    public static void MapLanguage(this IEndpointRouteBuilder app) =>
        app.MapGet("/language/{language}", ChooseAsync).AllowAnonymous().ExcludeFromDescription();

    /// <summary>A path of this site, or the start page: nobody is led elsewhere.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";

    private static async Task<Results<NotFound, RedirectHttpResult>> ChooseAsync(string language, string? returnUrl, HttpContext context, SignIn signIn)
    {
        if (!OperationRegistration.Languages.Contains(language))
            return TypedResults.NotFound();
        context.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("en", language)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true });
        if (context.User.Identity is { IsAuthenticated: true, Name: { } name })
            await signIn.SetLanguageAsync(name, language);
        return TypedResults.LocalRedirect(Local(returnUrl));
    }
}
