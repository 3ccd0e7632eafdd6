using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Htcds;
using Rahdari.Casework.Shelter;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Node.Cabinets;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Shelter;

/// <summary>What the pages of the victims' store send that is no page: the cabinet is locked, an export is saved.</summary>
internal static class ShelterActions
{
    public static void MapShelterActions(this IEndpointRouteBuilder app)
    {
        var caseworkers = IdentityRegistration.AnyOf(Roles.Caseworker);
        app.MapPost("/shelter/lock", LockAsync).RequireAuthorization(caseworkers).ExcludeFromDescription();
        app.MapPost("/shelter/files/{id:guid}/case-data", CaseDataAsync).RequireAuthorization(caseworkers).ExcludeFromDescription();
        app.MapPost("/shelter/files/{id:guid}/export", ExportAsync).RequireAuthorization(caseworkers).ExcludeFromDescription();
    }

    private static async Task<Results<BadRequest, RedirectHttpResult>> LockAsync(HttpContext context, IAntiforgery antiforgery, OpenCabinets cabinets)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        cabinets.Close(context);
        return TypedResults.LocalRedirect(UnlockPage.Path + "?locked=true");
    }

    private static async Task<IResult> ExportAsync(Guid id, HttpContext context, IAntiforgery antiforgery, OpenCabinets cabinets, VictimFiles files, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        var form = await context.Request.ReadFormAsync(cancellation);
        if (cabinets.Of(context) is not { } cabinet)
            return TypedResults.LocalRedirect(UnlockPage.To($"/shelter/files/{id}/consents"));
        if (!Enum.TryParse<Purpose>(form["purpose"], out var purpose) || form["recipient"].ToString() is not { Length: > 0 } recipient)
            return TypedResults.BadRequest();
        var exported = await files.ExportAsync(cabinet, id, purpose, recipient, user.ToActor(), cancellation);
        return exported.Succeeded
            ? TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(exported.Value, ShelterJson.Options), "application/json; charset=utf-8", $"{exported.Value.Pseudonym}-{purpose}.json")
            : TypedResults.LocalRedirect($"/shelter/files/{id}/consents?refused=true");
    }

    private static async Task<IResult> CaseDataAsync(Guid id, HttpContext context, IAntiforgery antiforgery, OpenCabinets cabinets, CaseDataDesk desk, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        if (cabinets.Of(context) is not { } cabinet)
            return TypedResults.LocalRedirect(UnlockPage.To($"/shelter/files/{id}"));
        var told = await desk.ExportAsync(cabinet, id, null, user.ToActor(), cancellation);
        return told.Succeeded
            ? TypedResults.File(Encoding.UTF8.GetBytes(HtcdsJsonWriter.Written(told.Value)), "application/json; charset=utf-8", $"{id:N}.json")
            : TypedResults.LocalRedirect($"/shelter/files/{id}");
    }
}
