using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Rahdari.Border.Crossings;
using Rahdari.Border.Sites;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Crossings;

/// <summary>The crossings of a search as a CSV file, streamed.</summary>
internal static class CrossingExport
{
    /// <summary>Who may export.</summary>
    public static IReadOnlyList<string> Roles { get; } = [Records.Roles.Supervisor, Records.Roles.Auditor];

    public static void MapCrossingExport(this IEndpointRouteBuilder app) =>
        app.MapPost("/crossings/export", ExportAsync).RequireAuthorization(IdentityRegistration.AnyOf([.. Roles])).ExcludeFromDescription();

    private static async Task ExportAsync(HttpContext context, IAntiforgery antiforgery, ClaimsPrincipal user, CrossingRegister register, SiteSettings settings, PortTime times)
    {
        var response = context.Response;
        if (!await antiforgery.IsRequestValidAsync(context)
            || CrossingSearch.From(await context.Request.ReadFormAsync(context.RequestAborted)).ToFilter(times, out _) is not { } filter)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"crossings-{settings.Port}-{Days.Text(times.Today)}.csv" }.ToString();
        var exported = await register.ExportAsync(filter, response.Body, user.ToActor(), context.RequestAborted);
        if (!exported.Succeeded)
            response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
