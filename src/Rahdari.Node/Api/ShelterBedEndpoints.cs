using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Node.Cabinets;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>An organisation's beds, who stays in them and who waits. Caseworkers with an open cabinet alone.</summary>
internal static class ShelterBedEndpoints
{
    public static void MapShelterBeds(this IEndpointRouteBuilder shelter)
    {
        shelter.MapGet("/beds", OccupancyAsync).WithSummary("Beds and who stays in them").WithProblems(422, 423)
            .WithDescription("Caseworker with an open cabinet. In the night after a day. Audited.");
        shelter.MapPost("/beds", AddAsync).WithSummary("Add a bed").WithProblems(409, 422, 423)
            .WithDescription("Caseworker with an open cabinet. Shelters and rooms stand in the clear: their names must not say where they are. Signed and audited.");
        shelter.MapPost("/beds/{id:guid}/closing", CloseAsync).WithSummary("Take a bed out of use").WithProblems(404, 409, 422, 423).WithDescription("Caseworker with an open cabinet. From a day on from which nobody stays in it. Signed and audited.");
        shelter.MapGet("/files/{id:guid}/stays", StaysAsync).WithSummary("A file's stays").WithProblems(404, 422, 423).WithDescription("Caseworker with an open cabinet. Audited.");
        shelter.MapPost("/stays", BeginAsync).WithSummary("Begin a stay").WithProblems(404, 409, 422, 423)
            .WithDescription("Caseworker with an open cabinet. In a bed that is free and suits; who waited comes off the list. Sent again under the same id it changes nothing. Signed and audited.");
        shelter.MapPost("/stays/{id:guid}/end", EndAsync).WithSummary("End a stay, or tell of the follow-up").WithProblems(404, 409, 422, 423).WithDescription("Caseworker with an open cabinet. Signed and audited.");
        shelter.MapGet("/waiting", WaitingAsync).WithSummary("Who waits for a bed").WithProblems(422, 423).WithDescription("Caseworker with an open cabinet. The longest first. Audited.");
        shelter.MapPost("/waiting", WaitAsync).WithSummary("Put a file on a waiting list").WithProblems(404, 409, 422, 423).WithDescription("Caseworker with an open cabinet. Sent again under the same id it changes nothing. Signed and audited.");
        shelter.MapDelete("/waiting/{id:guid}", StopAsync).WithSummary("Take a file off a waiting list").WithProblems(404, 422, 423).WithDescription("Caseworker with an open cabinet. Signed and audited.");
    }

    private static async Task<Results<Ok<IReadOnlyList<BedOnDay>>, ProblemHttpResult>> OccupancyAsync(
        DateOnly day, BedRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation, string? shelter = null) =>
        (await register.OccupancyAsync(cabinets.CabinetOf(context), shelter, day, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Bed>, ProblemHttpResult>> AddAsync(Bed bed, BedRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.AddAsync(cabinets.CabinetOf(context), bed, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Bed>, ProblemHttpResult>> CloseAsync(Guid id, LastDay last, BedRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.CloseAsync(cabinets.CabinetOf(context), id, last.Until, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<Stay>>, ProblemHttpResult>> StaysAsync(Guid id, BedRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.StaysAsync(cabinets.CabinetOf(context), id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Stay>, ProblemHttpResult>> BeginAsync(NewStay stay, BedRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.BeginAsync(cabinets.CabinetOf(context), stay.Id, stay.FileId, stay.BedId, stay.From, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Stay>, ProblemHttpResult>> EndAsync(Guid id, EndedStay ended, BedRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.EndAsync(cabinets.CabinetOf(context), id, ended.Until, ended.End, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<WaitingPlace>>, ProblemHttpResult>> WaitingAsync(BedRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.WaitingAsync(cabinets.CabinetOf(context), user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<WaitingPlace>, ProblemHttpResult>> WaitAsync(NewWaiting place, BedRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.WaitAsync(cabinets.CabinetOf(context), place.Id, place.FileId, place.Shelter, place.Suitability, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<WaitingPlace>, ProblemHttpResult>> StopAsync(Guid id, BedRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.StopWaitingAsync(cabinets.CabinetOf(context), id, user.ToActor(), cancellation)).ToResult();

    /// <summary>From when a bed is no more there.</summary>
    /// <param name="Until">The first day on which it is not.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record LastDay(DateOnly Until);

    /// <summary>A stay to begin.</summary>
    /// <param name="Id">A UUID of whoever begins it.</param>
    /// <param name="FileId">The file.</param>
    /// <param name="BedId">The bed.</param>
    /// <param name="From">The first day.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record NewStay(Guid Id, Guid FileId, Guid BedId, DateOnly From);

    /// <summary>A stay that ended.</summary>
    /// <param name="Until">The day of leaving.</param>
    /// <param name="End">How it ended.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record EndedStay(DateOnly Until, StayEnd End);

    /// <summary>A place in a waiting list.</summary>
    /// <param name="Id">A UUID of whoever adds it.</param>
    /// <param name="FileId">The file.</param>
    /// <param name="Shelter">The shelter.</param>
    /// <param name="Suitability">Which beds.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record NewWaiting(Guid Id, Guid FileId, string Shelter, Suitability Suitability);
}
