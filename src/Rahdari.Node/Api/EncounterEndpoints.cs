using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border;
using Rahdari.Border.Chips;
using Rahdari.Border.Encounters;
using Rahdari.Border.Pictures;
using Rahdari.Border.Visas;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Lds;
using Rahdari.Imaging.Portraits;
using Rahdari.Node.Identity;
using Rahdari.Node.Pictures;

namespace Rahdari.Node.Api;

/// <summary>The counter's work: present a document, read the advice, decide.</summary>
internal static class EncounterEndpoints
{
    public static void MapEncounters(this IEndpointRouteBuilder api)
    {
        var encounters = api.MapGroup("/encounters").WithTags("Encounters").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor));
        encounters.MapPost("/", OpenAsync).WithSummary("Present a document at a counter").WithProblems(422)
            .WithDescription("Officer, supervisor. Reads, inspects, identifies and screens; answers with the advice and every reason, worst first. Audited.");
        encounters.MapGet("/{id:guid}", FindAsync).WithSummary("Read an encounter again").WithProblems(404).WithDescription("Officer, supervisor. Audited.");
        encounters.MapGet("/waiting", WaitingAsync).RequireAuthorization(Roles.Supervisor).WithSummary("Encounters that wait for the second line")
            .WithDescription("Supervisor. Referred, or with an open hit; oldest first, at most 100 a page. Audited.");
        encounters.MapPost("/{id:guid}/chip", PresentChipAsync).WithSummary("Present the document's chip").WithProblems(404, 409, 413, 422)
            .WithMetadata(new RequestSizeLimitAttribute(2 * ChipPresented.LargestChip))
            .WithDescription("Officer, supervisor. What a counter's reader read of the chip: its files by their standard names in Base64, how it was opened, by what it proved to be the original, and the findings of the reading, which are weighed here. Verified against the certificates in force, held against the zone, and added to the advice; presented again it takes the place of the reading before. Audited.");
        encounters.MapGet("/{id:guid}/portrait", PortraitAsync).WithSummary("The portrait on the document's chip").WithProblems(404)
            .Produces(200, contentType: "image/jpeg").WithDescription("Officer, supervisor. JPEG 2000, as many chips have it, is converted. Audited.");
        encounters.MapPost("/{id:guid}/page", PresentPageAsync).WithSummary("Present a picture of the document's page").WithProblems(404, 409, 413, 422)
            .Accepts<IFormFile>("image/jpeg", "image/png", "image/tiff", "image/bmp", "image/webp", "image/jp2", "application/octet-stream").WithMetadata(new RequestSizeLimitAttribute(CounterPictures.LargestBytes))
            .WithDescription("Officer, supervisor. The picture as the body: JPEG, PNG, TIFF, BMP, WebP or JPEG 2000 of at most 24 MiB. Its zone is held against the zone presented (that of a visa against the passport), its seals are verified and held against the document, and what differs is added to the advice; the portrait alone is kept. Presented again it takes the place of the one before. Takes a second or more. Audited.");
        encounters.MapGet("/{id:guid}/page-portrait", PagePortraitAsync).WithSummary("The portrait on the document's page").WithProblems(404)
            .Produces(200, contentType: "image/jpeg").WithDescription("Officer, supervisor. Cut out of the picture presented. Audited.");
        encounters.MapPost("/{id:guid}/visual-zone", PresentVisualZoneAsync).WithSummary("Present what the document's page says to the eye").WithProblems(404, 409, 422)
            .WithDescription("Officer, supervisor. What a reader of whole pages read of the visual inspection zone (Doc 9303-3), or what somebody sees; what is not read is left out. Held against the machine readable zone field by field, and added to the advice; presented again it takes the place of the one before. Audited.");
        encounters.MapPost("/{id:guid}/visa", PresentVisaAsync).WithSummary("Present the visa in the document").WithProblems(404, 409, 422)
            .WithDescription("Officer, supervisor. The visa's machine readable zone (MRV-A or MRV-B), held against the passport presented; what differs is added to the advice. Presented again it takes the place of the one before. A picture of a visa is presented as one of the page is. Audited.");
        encounters.MapPost("/{id:guid}/decision", DecideAsync).WithSummary("Decide").WithProblems(404, 409, 422)
            .WithDescription("Officer, supervisor; what was referred, and a confirmed hit, needs a supervisor. Records the crossing or refusal, or refers to the second line. The header Idempotency-Key (8 to 64 visible ASCII characters) makes it safe to send again: the same key gives the same crossing. Audited.");
    }

    private static async Task<Results<Ok<Encounter>, ProblemHttpResult>> OpenAsync(Presentation presentation, EncounterDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.OpenAsync(presentation, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Encounter>, ProblemHttpResult>> FindAsync(Guid id, EncounterDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<Encounter>>, ProblemHttpResult>> WaitingAsync(
        EncounterDesk desk, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await desk.WaitingAsync(offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Encounter>, ProblemHttpResult>> PresentChipAsync(Guid id, ChipPresented chip, ChipDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.PresentAsync(id, chip, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PortraitAsync(Guid id, ChipDesk desk, ClaimsPrincipal user, HttpContext http, CancellationToken cancellation)
    {
        var portrait = await desk.PortraitAsync(id, user.ToActor(), cancellation);
        if (!portrait.Succeeded)
            return Problems.Of(portrait.Problem);
        var jpeg = portrait.Value.Kind == ImageKind.Jpeg ? portrait.Value.Encoded.ToArray() : PortraitConverter.ToJpeg(portrait.Value.Encoded.Span);
        return jpeg is null ? Problems.Of(BorderRule.ChipPortraitAbsent.Broken(null, ("encounter", id.ToString()))) : Face(jpeg, http);
    }

    private static async Task<Results<Ok<Encounter>, ProblemHttpResult>> PresentPageAsync(Guid id, HttpRequest request, CounterPictures pictures, ClaimsPrincipal user, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        var reading = await pictures.ReadAsync(body.GetBuffer().AsMemory(0, (int)body.Length), cancellation);
        return (await pictures.PresentAsync(id, reading, user.ToActor(), cancellation)).ToResult();
    }

    private static async Task<Results<Ok<Encounter>, ProblemHttpResult>> PresentVisualZoneAsync(Guid id, VisualZone page, PageDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.PresentAsync(id, page, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Encounter>, ProblemHttpResult>> PresentVisaAsync(Guid id, VisaZone visa, VisaDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.PresentAsync(id, visa.Mrz, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PagePortraitAsync(Guid id, PictureDesk desk, ClaimsPrincipal user, HttpContext http, CancellationToken cancellation)
    {
        var portrait = await desk.PortraitAsync(id, user.ToActor(), cancellation);
        return portrait.Succeeded ? Face(portrait.Value, http) : Problems.Of(portrait.Problem);
    }

    private static FileContentHttpResult Face(byte[] jpeg, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store"; // A face stays on no counter's disk.
        return TypedResults.File(jpeg, "image/jpeg");
    }

    private static async Task<Results<Ok<DecidedEncounter>, ProblemHttpResult>> DecideAsync(
        Guid id,
        Decision decision,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        EncounterDesk desk,
        ClaimsPrincipal user,
        CancellationToken cancellation) =>
        (await desk.DecideAsync(id, decision, idempotencyKey ?? "", user.ToActor(), cancellation)).ToResult();

    /// <summary>A visa's machine readable zone.</summary>
    /// <param name="Mrz">As scanned, pasted or typed.</param>
    internal sealed record VisaZone(string Mrz);
}
