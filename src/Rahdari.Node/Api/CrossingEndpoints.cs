using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Crossings and refusals, as recorded.</summary>
internal static class CrossingEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapCrossings(this IEndpointRouteBuilder api)
    {
        var crossings = api.MapGroup("/crossings").WithTags("Crossings").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor, Roles.Auditor));
        crossings.MapGet("/", ListAsync).WithSummary("List crossings")
            .WithDescription("Officer, supervisor, auditor; a user of a port sees that port's. Newest first, at most 500 a page. Audited.");
        crossings.MapGet("/{id:guid}", FindAsync).WithSummary("Read a crossing").WithProblems(404)
            .WithDescription("Officer, supervisor, auditor. Audited.");
        crossings.MapGet("/{id:guid}/corrections", CorrectionsAsync).WithSummary("Read what was corrected of a crossing").WithProblems(404)
            .WithDescription("Officer, supervisor, auditor. The first correction first, each with what stood before it and what stands since. Audited.");
        crossings.MapPost("/{id:guid}/corrections", CorrectAsync).RequireAuthorization(Roles.Supervisor).WithSummary("Correct a crossing").WithProblems(404, 409, 422)
            .WithDescription("Supervisor, at the crossing's port, and not who decided it. Direction, outcome (annulled where it never took place), permitted stay and conveyance; what is left out stays. The correction is a signed fact of its own: what was recorded stays in the ledger. 'seen' tells how many corrections were read, so that none is overwritten unread (409); the same sent again gives the same answer. Audited.");
        crossings.MapGet("/export", ExportAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Supervisor, Roles.Auditor)).WithSummary("Export crossings")
            .WithDescription("Supervisor, auditor. All that match, newest first, as CSV (RFC 4180, UTF-8, a header line; what a spreadsheet would take for a formula is escaped). Audited.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<Results<Ok<Page<Crossing>>, ProblemHttpResult>> ListAsync(
        [AsParameters] CrossingQuery query, CrossingRegister crossings, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await crossings.ListAsync(query.ToFilter(), offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Crossing>, ProblemHttpResult>> FindAsync(
        Guid id, CrossingRegister crossings, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await crossings.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<Correction>>, ProblemHttpResult>> CorrectionsAsync(
        Guid id, CorrectionRegister corrections, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await corrections.OfAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Correction>, ProblemHttpResult>> CorrectAsync(
        Guid id, CorrectionOrder order, CorrectionRegister corrections, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await corrections.CorrectAsync(id, order, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> ExportAsync(
        [AsParameters] CrossingQuery query, CrossingRegister crossings, TimeProvider clock, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellation)
    {
        response.ContentType = Csv;
        response.Headers.ContentDisposition = $"attachment; filename=\"crossings-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.csv\"";
        var exported = await crossings.ExportAsync(query.ToFilter(), response.Body, user.ToActor(), cancellation);
        if (exported.Succeeded)
            return TypedResults.Empty;
        // The rule that forbids it is known before the first byte: nothing was sent yet.
        response.Headers.ContentDisposition = default;
        return Problems.Of(exported.Problem);
    }
}

/// <summary>Which crossings; whatever is left out means any.</summary>
internal sealed record CrossingQuery
{
    /// <summary>At or after; UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before; UTC.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Which way.</summary>
    public Word<Direction>? Direction { get; init; }

    /// <summary>How it ended.</summary>
    public Word<CrossingOutcome>? Outcome { get; init; }

    /// <summary>Nationality code as read.</summary>
    public string? Nationality { get; init; }

    /// <summary>The exact document number.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The beginning of the surname, in any case.</summary>
    public string? Surname { get; init; }

    /// <summary>The counter.</summary>
    public string? Counter { get; init; }

    /// <summary>The kind of the conveyance.</summary>
    public Word<ConveyanceKind>? ConveyanceKind { get; init; }

    /// <summary>The number of the flight, ship, train or vehicle.</summary>
    public string? Conveyance { get; init; }

    /// <summary>The day of its coming or going at the port.</summary>
    public DateOnly? ConveyanceDay { get; init; }

    /// <summary>The traveller.</summary>
    public Guid? TravellerId { get; init; }

    public CrossingFilter ToFilter() => new()
    {
        From = From,
        To = To,
        Direction = Direction?.Value,
        Outcome = Outcome?.Value,
        Nationality = Nationality,
        DocumentNumber = DocumentNumber,
        Surname = Surname,
        Counter = Counter,
        ConveyanceKind = ConveyanceKind?.Value,
        Conveyance = Conveyance,
        ConveyanceDay = ConveyanceDay,
        TravellerId = TravellerId,
    };
}
