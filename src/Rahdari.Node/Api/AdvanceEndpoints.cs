using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Advance passenger information: carriers' lists taken, and who is expected.</summary>
internal static class AdvanceEndpoints
{
    private const string Edifact = "application/edifact";

    public static void MapAdvance(this IEndpointRouteBuilder api)
    {
        var advance = api.MapGroup("/advance").WithTags("Advance passenger information");
        advance.MapPost("/messages", ImportAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.CarrierGateway, Roles.Administrator))
            .Accepts<IFormFile>(Edifact, "text/plain", "application/octet-stream").WithMetadata(new RequestSizeLimitAttribute(EdifactReader.LargestBytes))
            .Produces<AdvanceImport>(200, "application/json", Edifact).WithSummary("Take a carrier's lists of travellers").WithProblems(413, 422)
            .WithDescription(
                "Carrier gateway, administrator. One or more UN/EDIFACT interchanges as the body: PAXLST (D:02B and later) of passengers and crew; PNRGOV (11.1 and later), of which who travels is taken, and not answered. Every traveller is screened and expected "
                + "on the flight; what is broken is told with its place, and the rest taken. The same file again is known by its content, recorded once and answered again. A list that closes or cancels a flight (BGM 266 CLOB, CLNB, XF; 745 XR) marks who comes. With Accept: application/edifact the answer is CUSRES. Audited.");
        advance.MapGet("/flights", FlightsAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor, Roles.Administrator))
            .WithSummary("The flights of which it is announced who comes").WithDescription("Officer, supervisor, administrator. From a day on (today where none is given), the earliest first; names nobody; at most 500 a page.");
        advance.MapGet("/travellers", TravellersAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor))
            .WithSummary("Who is expected on a flight").WithDescription("Officer, supervisor. By flight and day of arrival; those who resemble somebody listed first, then by name; with what the carrier says of their boarding, and whether the document passed a counter yet; at most 500 a page. Audited.");
    }

    private static async Task<Results<Ok<AdvanceImport>, FileContentHttpResult, ProblemHttpResult>> ImportAsync(HttpRequest request, AdvanceRegister register, ClaimsPrincipal user, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var imported = await register.ImportAsync(body.ToArray(), user.ToActor(), cancellation);
        if (!imported.Succeeded)
            return Problems.Of(imported.Problem);
        if (request.Headers.Accept.ToString().Contains(Edifact, StringComparison.OrdinalIgnoreCase))
            return TypedResults.File(imported.Value.Answers.SelectMany(answer => answer).ToArray(), Edifact);
        return TypedResults.Ok(imported.Value);
    }

    private static async Task<Results<Ok<Page<ExpectedFlight>>, ProblemHttpResult>> FlightsAsync(
        AdvanceRegister register, ClaimsPrincipal user, CancellationToken cancellation, DateOnly? from = null, int offset = 0, int take = 50) =>
        (await register.FlightsAsync(from, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<ExpectedTraveller>>, ProblemHttpResult>> TravellersAsync(
        string flight, DateOnly day, AdvanceRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.TravellersAsync(flight, day, offset, take, user.ToActor(), cancellation)).ToResult();
}
