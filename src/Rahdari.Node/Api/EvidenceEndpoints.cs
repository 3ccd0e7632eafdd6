using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Rahdari.Casework;
using Rahdari.Casework.Evidence;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The evidence of cases, with its chain of custody.</summary>
internal static class EvidenceEndpoints
{
    private const int LargestTold = 16 * 1024;

    public static void MapEvidence(this IEndpointRouteBuilder api)
    {
        var tellers = IdentityRegistration.AnyOf(Roles.Investigator, Roles.CaseSupervisor);
        api.MapGet("/cases/{id:guid}/evidence", ListAsync).WithTags("Evidence").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor))
            .WithSummary("The evidence of a case").WithProblems(404).WithDescription("Investigator, case supervisor of the circle, auditor. Each piece with its chain of custody, without its file. Audited.");
        api.MapPost("/cases/{id:guid}/evidence", TakeAsync).WithTags("Evidence").RequireAuthorization(tellers).DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(EvidenceRegister.Largest + (1 << 20)))
            .Accepts<TakenEvidence>("multipart/form-data").WithSummary("Record a piece of evidence").WithProblems(404, 409, 413, 415, 422)
            .WithDescription("Investigator, case supervisor of the circle. Two parts: told, as JSON, and for a file the file itself behind it, of at most 256 MiB. It is hashed and encrypted as it comes; where the connection breaks off nothing of it stays. Sent again under the same id with the same file it is answered with the piece that was recorded. Signed and audited.");
        var evidence = api.MapGroup("/evidence/{id:guid}").WithTags("Evidence").RequireAuthorization(tellers);
        evidence.MapPost("/reading", ReadAsync).WithSummary("Read the file").WithProblems(404, 409, 422).Produces(200, contentType: "application/octet-stream")
            .WithDescription("Investigator, case supervisor of the circle. Who read it and what for is in its chain of custody before the first byte is sent. Where it is not what was taken the connection is broken off. Signed and audited.");
        evidence.MapPost("/check", CheckAsync).WithSummary("Compare the file with what was taken").WithProblems(404, 409, 422)
            .WithDescription("Investigator, case supervisor of the circle. Decrypts and hashes it; what came of it is in its chain of custody. Signed and audited.");
        evidence.MapPost("/handover", HandOverAsync).WithSummary("Hand it over").WithProblems(404, 409, 422)
            .WithDescription("Investigator, case supervisor of the circle. To whom, with the receipt and what for. Sent again under the same id it changes nothing. Signed and audited.");
        evidence.MapPost("/disposal", DisposeAsync).RequireAuthorization(Roles.CaseSupervisor).WithSummary("Dispose of it").WithProblems(404, 409, 422)
            .WithDescription("Case supervisor of the circle, with the order. A file's content is erased, its chain of custody stays. Sent again under the same id it changes nothing. Signed and audited.");
    }

    /// <summary>Sends a file; false where it was not what was taken, and the connection is broken off.</summary>
    internal static async Task SendAsync(EvidenceFile file, HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "application/octet-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Item.Taken.FileName }.ToString();
        if (!await file.CopyToAsync(response.Body, context.RequestAborted))
            context.Abort();
    }

    private static async Task<Results<Ok<IReadOnlyList<EvidenceItem>>, ProblemHttpResult>> ListAsync(Guid id, EvidenceRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.ListAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<EvidenceItem>, ProblemHttpResult>> TakeAsync(Guid id, HttpRequest request, EvidenceRegister register, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 70 } boundary)
            return Problems.Of(RequestRule.MediaType.Broken("Content-Type"));
        try
        {
            var parts = new MultipartReader(boundary, request.Body);
            var first = await parts.ReadNextSectionAsync(cancellation);
            if (first is null || NameOf(first) != "told" || await ToldAsync(first.Body, cancellation) is not { } taken)
                return Invalid("told");
            var second = await parts.ReadNextSectionAsync(cancellation);
            return (await register.TakeAsync(id, taken.Id, taken.Told, second?.Body, user.ToActor(), cancellation)).ToResult();
        }
        catch (InvalidDataException)
        {
            return Invalid("$");
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            return Invalid("$"); // It ended before its last part did.
        }
    }

    private static ProblemHttpResult Invalid(string path) => Problems.Of(RequestRule.BodyInvalid.Broken(path, ("path", path), ("line", "1"), ("position", "1")));

    private static string? NameOf(MultipartSection section) => ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var said) ? HeaderUtilities.RemoveQuotes(said.Name).Value : null;

    private static async Task<TakenEvidence?> ToldAsync(Stream body, CancellationToken cancellation)
    {
        var bytes = new byte[LargestTold + 1];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (length > LargestTold)
            return null;
        try
        {
            return JsonSerializer.Deserialize<TakenEvidence>(bytes.AsSpan(0, length), CaseworkJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> ReadAsync(Guid id, EvidenceReading reading, EvidenceRegister register, ClaimsPrincipal user, HttpContext context, CancellationToken cancellation)
    {
        var file = await register.ReadAsync(id, reading.Why, user.ToActor(), cancellation);
        if (!file.Succeeded)
            return Problems.Of(file.Problem);
        await SendAsync(file.Value, context);
        return TypedResults.Empty;
    }

    private static async Task<Results<Ok<EvidenceItem>, ProblemHttpResult>> CheckAsync(Guid id, EvidenceRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.CheckAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<EvidenceItem>, ProblemHttpResult>> HandOverAsync(Guid id, EvidenceHandover told, EvidenceRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.HandOverAsync(id, told.Id, new HandedOver(told.To, told.Receipt, told.Why), user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<EvidenceItem>, ProblemHttpResult>> DisposeAsync(Guid id, EvidenceDisposal told, EvidenceRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.DisposeAsync(id, told.Id, new Disposed(told.Order, told.Why), user.ToActor(), cancellation)).ToResult();

    /// <summary>A piece of evidence to be recorded.</summary>
    /// <param name="Id">A UUID of whoever records it.</param>
    /// <param name="Told">What it is.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record TakenEvidence(Guid Id, EvidenceTold Told);

    /// <summary>What a file is read for.</summary>
    /// <param name="Why">What for; at most 4,000 characters.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record EvidenceReading(string Why);

    /// <summary>That somebody else has it now.</summary>
    /// <param name="Id">A UUID of whoever tells it.</param>
    /// <param name="To">Who.</param>
    /// <param name="Receipt">The receipt's reference.</param>
    /// <param name="Why">What for.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record EvidenceHandover(Guid Id, string To, string Receipt, string Why);

    /// <summary>That it was returned, destroyed or forfeited.</summary>
    /// <param name="Id">A UUID of whoever tells it.</param>
    /// <param name="Order">The order's reference.</param>
    /// <param name="Why">What became of it.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record EvidenceDisposal(Guid Id, string Order, string Why);
}
