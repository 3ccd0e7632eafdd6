using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Evidence;
using Rahdari.Node.Api;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Evidence;

/// <summary>A file of evidence, handed out to who said what for.</summary>
internal static class EvidenceDownload
{
    public static void MapEvidenceDownload(this IEndpointRouteBuilder app) =>
        app.MapPost("/evidence/{id:guid}/file", SendAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Investigator, Roles.CaseSupervisor)).ExcludeFromDescription();

    private static async Task SendAsync(Guid id, HttpContext context, IAntiforgery antiforgery, ClaimsPrincipal user, EvidenceRegister register)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var file = await register.ReadAsync(id, form["why"].ToString(), user.ToActor(), context.RequestAborted);
        if (file.Succeeded)
            await EvidenceEndpoints.SendAsync(file.Value, context);
        else
            context.Response.Redirect($"/cases/{(Guid.TryParse(form["case"], out var of) ? of : Guid.Empty)}/evidence?refused={file.Problem.Code}");
    }
}
