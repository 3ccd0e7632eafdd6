using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Node.Cabinets;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Organisations that help victims, their members, and their cabinets. Caseworkers alone, each for their own organisation.</summary>
internal static class ShelterEndpoints
{
    public static void MapShelter(this IEndpointRouteBuilder api)
    {
        var shelter = api.MapGroup("/shelter").WithTags("Shelter").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Caseworker));
        shelter.MapGet("/organisations", OrganisationsAsync).WithSummary("List organisations").WithDescription("Caseworker. Codes, names, contacts and fingerprints. Audited.");
        shelter.MapPost("/organisation", FoundAsync).WithSummary("Found the organisation's keys").WithProblems(409, 422)
            .WithDescription("Caseworker of an organisation that has none yet. The answer holds the recovery code, which is told nowhere else: onto paper, into a safe. Signed and audited.");
        shelter.MapGet("/members", MembersAsync).WithSummary("List the members of the own organisation").WithDescription("Caseworker. Who can open the cabinet, and who waits to be admitted. Audited.");
        shelter.MapPost("/members", EnrolAsync).WithSummary("Make a key of one's own").WithProblems(404, 409, 422)
            .WithDescription("Caseworker. Under a passphrase; the fingerprint is then read to a colleague, who admits. Signed and audited.");
        shelter.MapPost("/members/{name}/admission", AdmitAsync).WithSummary("Admit a member").WithProblems(404, 422, 423)
            .WithDescription("Caseworker with an open cabinet. With the fingerprint that the member told face to face. Signed and audited.");
        shelter.MapDelete("/members/{name}", RemoveAsync).WithSummary("Remove a member").WithProblems(404, 422, 423)
            .WithDescription("Caseworker with an open cabinet. All keys are made anew, every open cabinet locks, partners must be told the new fingerprint. Signed and audited.");
        shelter.MapPut("/partners/{code}", TrustAsync).WithSummary("Trust another organisation's key").WithProblems(404, 422, 423)
            .WithDescription("Caseworker with an open cabinet. With the fingerprint that the other organisation read over the telephone. Nothing is shared before. Signed and audited.");

        shelter.MapGet("/cabinet", ShowAsync).WithSummary("Whether the cabinet is open").WithProblems(423)
            .WithDescription("Caseworker. Which organisation's, and the fingerprint of what the passphrase opened: where it is not the one on the paper of the founding, tell the auditor.");
        shelter.MapPost("/cabinet", OpenAsync).WithSummary("Open the cabinet").WithProblems(422, 429)
            .WithDescription("Caseworker. Sets a second cookie; with it and the session's the cabinet is open until it is locked, the user signs out, or ten minutes pass without use. After three wrong passphrases each further one doubles the wait. Signed and audited.");
        shelter.MapPost("/cabinet/use", UseAsync).WithSummary("Keep the cabinet open").WithProblems(423).WithDescription("Caseworker with an open cabinet. The ten minutes begin anew.");
        shelter.MapDelete("/cabinet", Close).WithSummary("Lock the cabinet").WithDescription("Caseworker. At once; also where none is open.");
        shelter.MapShelterFiles();
        shelter.MapShelterBeds();
    }

    /// <summary>The cabinet of the request; what is asked with none is answered as locked.</summary>
    public static Cabinet CabinetOf(this OpenCabinets cabinets, HttpContext context) => cabinets.Of(context)!;

    private static async Task<Results<Ok<IReadOnlyList<Organisation>>, ProblemHttpResult>> OrganisationsAsync(OrganisationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.ListAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Founding>, ProblemHttpResult>> FoundAsync(NewOrganisation wanted, OrganisationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FoundAsync(wanted.Name, wanted.Kind, wanted.Contact, wanted.Passphrase, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<Member>>, ProblemHttpResult>> MembersAsync(OrganisationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.MembersAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Member>, ProblemHttpResult>> EnrolAsync(ToldPassphrase told, OrganisationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.EnrolAsync(told.Passphrase, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Member>, ProblemHttpResult>> AdmitAsync(
        string name, ToldFingerprint told, OrganisationRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.AdmitAsync(cabinets.CabinetOf(context), name, told.Fingerprint, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Organisation>, ProblemHttpResult>> RemoveAsync(
        string name, OrganisationRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.RemoveAsync(cabinets.CabinetOf(context), name, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Organisation>, ProblemHttpResult>> TrustAsync(
        string code, ToldFingerprint told, OrganisationRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.TrustAsync(cabinets.CabinetOf(context), code, told.Fingerprint, user.ToActor(), cancellation)).ToResult();

    private static Results<Ok<CabinetState>, ProblemHttpResult> ShowAsync(OpenCabinets cabinets, HttpContext context) =>
        cabinets.Of(context) is { } cabinet ? TypedResults.Ok(CabinetState.Of(cabinet)) : Problems.Of(CaseworkRule.CabinetClosed.Broken());

    private static async Task<Results<Ok<CabinetState>, ProblemHttpResult>> OpenAsync(ToldPassphrase told, OpenCabinets cabinets, HttpContext context, CancellationToken cancellation)
    {
        var opened = await cabinets.OpenAsync(context, told.Passphrase, cancellation);
        return opened.Succeeded ? TypedResults.Ok(CabinetState.Of(opened.Value)) : Problems.Of(opened.Problem);
    }

    private static Results<Ok<CabinetState>, ProblemHttpResult> UseAsync(OpenCabinets cabinets, HttpContext context) =>
        cabinets.Of(context) is { } cabinet && cabinet.Touch() ? TypedResults.Ok(CabinetState.Of(cabinet)) : Problems.Of(CaseworkRule.CabinetClosed.Broken());

    private static NoContent Close(OpenCabinets cabinets, HttpContext context)
    {
        cabinets.Close(context);
        return TypedResults.NoContent();
    }

    /// <summary>An organisation to be founded.</summary>
    /// <param name="Name">Its name; it must not say where a shelter is.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Contact">How to reach it.</param>
    /// <param name="Passphrase">The caseworker's own, of at least 14 characters.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record NewOrganisation(string Name, OrganisationKind Kind, string Contact, string Passphrase);

    /// <summary>A passphrase.</summary>
    /// <param name="Passphrase">The caseworker's own; not the password of the account.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ToldPassphrase(string Passphrase);

    /// <summary>A fingerprint as it was told.</summary>
    /// <param name="Fingerprint">Five groups of four signs.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ToldFingerprint(string Fingerprint);

    /// <summary>An open cabinet.</summary>
    /// <param name="Organisation">The organisation's code.</param>
    /// <param name="Fingerprint">Of the public key of what the passphrase opened.</param>
    internal sealed record CabinetState(string Organisation, string Fingerprint)
    {
        public static CabinetState Of(Cabinet cabinet) => new(cabinet.Organisation, cabinet.Fingerprint);
    }
}
