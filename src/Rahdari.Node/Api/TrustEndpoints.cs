using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Trust;
using Rahdari.Documents.Trust;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The certificates that chips are verified against.</summary>
internal static class TrustEndpoints
{
    public static void MapTrust(this IEndpointRouteBuilder api)
    {
        var trust = api.MapGroup("/trust").WithTags("Trust");
        trust.MapGet("/", VersionsAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Administrator, Roles.Supervisor, Roles.Auditor))
            .WithSummary("The master list in force of each publisher").WithDescription("Administrator, supervisor, auditor.");
        trust.MapGet("/revocations", RevocationsAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Administrator, Roles.Supervisor, Roles.Auditor))
            .WithSummary("The revocation lists in force").WithDescription("Administrator, supervisor, auditor. By State; of several by one key the latest.");
        trust.MapGet("/certificates", CertificatesAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Administrator, Roles.Supervisor, Roles.Auditor))
            .WithSummary("Country signing certificates in force")
            .WithDescription("Administrator, supervisor, auditor. Of one State (country, two letters) or of all; by State, the newest first; at most 1,000 a page.");
        trust.MapPost("/import", ImportAsync).RequireAuthorization(Roles.Administrator)
            .DisableAntiforgery() // As for the import of watchlists.
            .WithMetadata(new RequestSizeLimitAttribute(TrustImporter.LargestBytes + (1 << 20)), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = TrustImporter.LargestBytes + (1 << 20) })
            .WithSummary("Import master lists, signers, revocation lists").WithProblems(400, 409, 413, 415, 422)
            .WithDescription(
                "Administrator. The file as list: a master list (.ml), a download of ICAO's Public Key Directory (LDIF) or a revocation list; a master list with its publisher's country signing "
                + "certificate, obtained apart from it, as root, unless that is in force already. A master list comes into force where all of it verifies (ICAO Doc 9303-12). Of a download every list, signer "
                + "and revocation list that leads to an authority in force comes into force; the rest is in leftOut. A list signed before the list in force, or a download of a lower number, needs allowOlder, "
                + "one that loses more than a tenth of its certificates allowShrink; an older revocation list is refused. Audited.");
    }

    private static async Task<Results<Ok<IReadOnlyList<RevocationVersion>>, ProblemHttpResult>> RevocationsAsync(TrustStore store, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await store.RevocationsAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<TrustVersion>>, ProblemHttpResult>> VersionsAsync(TrustStore store, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await store.VersionsAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<TrustedCertificate>>, ProblemHttpResult>> CertificatesAsync(
        TrustStore store, ClaimsPrincipal user, CancellationToken cancellation, string? country = null, int offset = 0, int take = 50) =>
        (await store.CertificatesAsync(country, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<TrustImport>, ProblemHttpResult>> ImportAsync(
        IFormFile list, IFormFile? root, TrustImporter importer, ClaimsPrincipal user, CancellationToken cancellation, bool allowShrink = false, bool allowOlder = false)
    {
        var certificate = root is null ? null : SigningCertificate.Read(await BytesAsync(root, cancellation));
        if (root is not null && certificate is null)
            return Problems.Of(RequestRule.CertificateInvalid.Broken("root", ("file", root.FileName)));
        return (await importer.ImportAsync(await BytesAsync(list, cancellation), certificate, user.ToActor(), allowShrink, allowOlder, cancellation)).ToResult();
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
