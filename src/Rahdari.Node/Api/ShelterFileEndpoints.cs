using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Htcds;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Arrivals;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Node.Cabinets;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Victims' files, what they consent to, referrals and alerts. Caseworkers with an open cabinet alone.</summary>
internal static class ShelterFileEndpoints
{
    /// <summary>Bytes of the largest file of case data.</summary>
    public const int LargestCaseData = 8 << 20;

    public static void MapShelterFiles(this IEndpointRouteBuilder shelter)
    {
        shelter.MapGet("/files", ListAsync).WithSummary("List files").WithProblems(422, 423)
            .WithDescription("Caseworker with an open cabinet. The organisation's own, and those given to it on a consent in force; by pseudonym, at most 200 a page. Audited.");
        shelter.MapPost("/files", OpenAsync).WithSummary("Open a file").WithProblems(409, 422, 423)
            .WithDescription("Caseworker with an open cabinet. Sent again under the same id it is answered with the file that was opened. Signed and audited.");
        shelter.MapGet("/arrivals", ArrivalsAsync).WithSummary("Who waits to be taken in").WithProblems(422, 423)
            .WithDescription("Caseworker with an open cabinet. Who was spoken with at the border and agreed that the organisation helps: by pseudonym, the longest first. Audited.");
        shelter.MapGet("/arrivals/{id:guid}", ArrivalAsync).WithSummary("Who it is, and what they said").WithProblems(404, 422, 423).WithDescription("Caseworker with an open cabinet. Sealed to the organisation's key: nobody else opens it. Audited.");
        shelter.MapPost("/arrivals/{id:guid}/file", TakeInAsync).WithSummary("Take somebody in").WithProblems(404, 409, 422, 423)
            .WithDescription("Caseworker with an open cabinet. Opens a file under the referral's id and the pseudonym that the circle knows, with who they are and what they said; what was sealed is deleted. Sent again it is answered with the file. Signed and audited.");
        shelter.MapPost("/files/search", SearchAsync).WithSummary("Find a file by name").WithProblems(422, 423)
            .WithDescription("Caseworker with an open cabinet. Among the organisation's own. The name stands in the body, so that it comes into no log. Audited.");
        shelter.MapGet("/files/due", DueAsync).WithSummary("What falls due").WithProblems(422, 423)
            .WithDescription("Caseworker with an open cabinet. Of the organisation's own files: assessments, plans, goals, follow-ups, consents that end. Audited.");
        shelter.MapGet("/files/{id:guid}", FindAsync).WithSummary("A file").WithProblems(404, 422, 423)
            .WithDescription("Caseworker with an open cabinet. Its pseudonym, which sections are written, and for what it was given to the organisation where another keeps it. Audited.");
        shelter.MapGet("/files/{id:guid}/sections/{section}", ReadAsync).WithSummary("Read a section").WithProblems(404, 422, 423)
            .WithDescription("Caseworker with an open cabinet. With the purpose where another organisation keeps the file: then an accepted referral and a consent in force are needed. Audited, a refusal too.");
        shelter.MapPut("/files/{id:guid}/sections/{section}", WriteAsync).WithSummary("Write a section").WithProblems(404, 409, 422, 423)
            .WithDescription("Caseworker with an open cabinet of the organisation that keeps the file. The whole section, told apart by its member section, with the version that was read (0 where there was none). Signed and audited.");
        shelter.MapGet("/files/{id:guid}/export", ExportAsync).WithSummary("Export what a consent covers").WithProblems(404, 422, 423)
            .WithDescription("Caseworker with an open cabinet. For a purpose and a recipient with a consent in force; it stands in the clear and names the day on which it must be erased. Audited.");
        shelter.MapPost("/case-data", ImportAsync).WithSummary("Import case data").WithProblems(413, 415, 422, 423)
            .Accepts<string>("application/json").WithMetadata(new RequestSizeLimitAttribute(LargestCaseData))
            .WithDescription("Caseworker with an open cabinet. Cases of the Human Trafficking Case Data Standard 2.0 as JSON, a case a line or one array, at most 1,000 and 8 MiB: a file is opened for each, with the case whole in it. batch is a UUID of whoever imports: sent again under it, it is answered with the files that were opened. A case that cannot be read keeps no other from being taken, and is told with field, line and column. Signed and audited.");
        shelter.MapGet("/files/{id:guid}/case-data", CaseDataAsync).WithSummary("A file as case data").WithProblems(404, 422, 423).Produces(200, contentType: "application/json")
            .WithDescription("Caseworker with an open cabinet. A case of the Human Trafficking Case Data Standard 2.0: of the organisation's own file all of it, what was imported as it came; with purpose and recipient what a consent in force covers. Audited.");
        shelter.MapGet("/numbers", CountAsync).WithSummary("Count files").WithProblems(422, 423)
            .WithDescription("Caseworker with an open cabinet. Of those who consent to be counted; one to four, and what could be subtracted to them, are not told. Audited.");

        shelter.MapGet("/files/{id:guid}/consents", ConsentsAsync).WithSummary("List a file's consents and refusals").WithProblems(404, 422, 423)
            .WithDescription("Caseworker with an open cabinet of the organisation that keeps the file. Audited.");
        shelter.MapPost("/files/{id:guid}/consents", ConsentAsync).WithSummary("Record a consent or a refusal").WithProblems(404, 409, 422, 423)
            .WithDescription("Caseworker with an open cabinet of the organisation that keeps the file. For one purpose and one recipient, a year at most. Sent again under the same id it changes nothing. Signed and audited.");
        shelter.MapPost("/consents/{id:guid}/revocation", RevokeAsync).WithSummary("Revoke a consent").WithProblems(404, 422, 423)
            .WithDescription("Caseworker with an open cabinet of the organisation that keeps the file. At once: referrals end, the recipient's keys are deleted. Signed and audited.");
        shelter.MapPost("/consents/lapsed", EndLapsedAsync).WithSummary("End lapsed consents").WithProblems(422, 423)
            .WithDescription("Caseworker with an open cabinet. Once a day: takes the keys of what has ended by its date. Signed and audited.");

        shelter.MapGet("/referrals", ReferralsAsync).WithSummary("List referrals").WithProblems(422, 423)
            .WithDescription("Caseworker with an open cabinet. To and from the organisation, the newest first. Audited.");
        shelter.MapPost("/referrals", OfferAsync).WithSummary("Offer a referral").WithProblems(404, 409, 422, 423)
            .WithDescription("Caseworker with an open cabinet of the organisation that keeps the file. On a consent in force. Sent again under the same id it changes nothing. Signed and audited.");
        shelter.MapPost("/referrals/{id:guid}/acceptance", AcceptAsync).WithSummary("Accept a referral").WithProblems(404, 409, 422, 423)
            .WithDescription("Caseworker with an open cabinet of the organisation that is asked. From then on it reads what the purpose covers. Signed and audited.");
        shelter.MapPost("/referrals/{id:guid}/decline", DeclineAsync).WithSummary("Decline a referral").WithProblems(404, 409, 422, 423)
            .WithDescription("Caseworker with an open cabinet of the organisation that is asked. Signed and audited.");

        shelter.MapGet("/alerts", AlertsAsync).WithSummary("List safety alerts").WithProblems(422, 423)
            .WithDescription("Caseworker with an open cabinet. Those to the organisation, the newest first; they count as seen. Audited.");
        shelter.MapPost("/alerts", RaiseAsync).WithSummary("Raise a safety alert").WithProblems(404, 409, 422, 423)
            .WithDescription("Caseworker with an open cabinet of the organisation that keeps the file. To everybody who holds it; to a circle of the police too only where the person consents. Read notReached: telephone those. Signed and audited.");
    }

    public static void MapPoliceAlerts(this IEndpointRouteBuilder api) =>
        api.MapGet("/safety-alerts", PoliceAsync).WithTags("Cases").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Investigator, Roles.CaseSupervisor)).WithSummary("Safety alerts to the circle")
            .WithDescription("Investigator, case supervisor. Of victims who agreed that the circle is told: pseudonym, kind and level, and no text. Audited.");

    private static async Task<Results<Ok<Page<VictimFile>>, ProblemHttpResult>> ListAsync(
        VictimFiles files, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await files.ListAsync(cabinets.CabinetOf(context), offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<Arrival>>, ProblemHttpResult>> ArrivalsAsync(ArrivalDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.ListAsync(cabinets.CabinetOf(context), user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ArrivedAccount>, ProblemHttpResult>> ArrivalAsync(Guid id, ArrivalDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.ReadAsync(cabinets.CabinetOf(context), id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<VictimFile>, ProblemHttpResult>> TakeInAsync(Guid id, ArrivalDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.TakeInAsync(cabinets.CabinetOf(context), id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<VictimFile>, ProblemHttpResult>> OpenAsync(NewFile wanted, VictimFiles files, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await files.OpenAsync(cabinets.CabinetOf(context), wanted.Id, wanted.Identity, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<VictimFile>>, ProblemHttpResult>> SearchAsync(
        SoughtName sought, VictimFiles files, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await files.SearchAsync(cabinets.CabinetOf(context), sought.Name, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<DueItem>>, ProblemHttpResult>> DueAsync(
        DateOnly until, VictimFiles files, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await files.DueAsync(cabinets.CabinetOf(context), until, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<VictimFile>, ProblemHttpResult>> FindAsync(Guid id, VictimFiles files, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await files.FindAsync(cabinets.CabinetOf(context), id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ReadSection>, ProblemHttpResult>> ReadAsync(
        Guid id, Word<FileSection> section, VictimFiles files, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation, Word<Purpose>? purpose = null) =>
        (await files.ReadAsync(cabinets.CabinetOf(context), id, section.Value, purpose?.Value, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ReadSection>, ProblemHttpResult>> WriteAsync(
        Guid id, Word<FileSection> section, WrittenSection written, VictimFiles files, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        written.Content.Section != section.Value
            ? Problems.Of(RequestRule.BodyInvalid.Broken("$.content.section", ("path", "$.content.section"), ("line", "1"), ("position", "1")))
            : (await files.WriteAsync(cabinets.CabinetOf(context), id, written.Content, written.Version, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<VictimExport>, ProblemHttpResult>> ExportAsync(
        Guid id, Word<Purpose> purpose, string recipient, VictimFiles files, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await files.ExportAsync(cabinets.CabinetOf(context), id, purpose.Value, recipient, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<ImportedCase>>, ProblemHttpResult>> ImportAsync(
        Guid batch, HttpRequest request, CaseDataDesk desk, OpenCabinets cabinets, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (request.ContentType?.Split(';')[0].Trim() is not ("application/json" or "application/x-ndjson"))
            return Problems.Of(RequestRule.MediaType.Broken("Content-Type"));
        // In memory, and never on the disk: victims' data are in the clear here.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        body.Position = 0;
        return (await desk.ImportAsync(cabinets.CabinetOf(request.HttpContext), batch, body, user.ToActor(), cancellation)).ToResult();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> CaseDataAsync(
        Guid id, CaseDataDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation, Word<Purpose>? purpose = null, string? recipient = null)
    {
        var told = await desk.ExportAsync(cabinets.CabinetOf(context), id, purpose is { } forWhat ? (forWhat.Value, recipient ?? "") : null, user.ToActor(), cancellation);
        return told.Succeeded ? TypedResults.Content(HtcdsJsonWriter.Written(told.Value), "application/json; charset=utf-8") : Problems.Of(told.Problem);
    }

    private static async Task<Results<Ok<IReadOnlyList<CountFact>>, ProblemHttpResult>> CountAsync(VictimFiles files, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await files.CountAsync(cabinets.CabinetOf(context), user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<Consent>>, ProblemHttpResult>> ConsentsAsync(
        Guid id, ConsentRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.ListAsync(cabinets.CabinetOf(context), id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Consent>, ProblemHttpResult>> ConsentAsync(
        Guid id, NewConsent consent, ConsentRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.RecordAsync(cabinets.CabinetOf(context), id, consent, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Consent>, ProblemHttpResult>> RevokeAsync(
        Guid id, ConsentRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.RevokeAsync(cabinets.CabinetOf(context), id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<Consent>>, ProblemHttpResult>> EndLapsedAsync(
        ConsentRegister register, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.EndLapsedAsync(cabinets.CabinetOf(context), user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<Referral>>, ProblemHttpResult>> ReferralsAsync(
        ReferralDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.ListAsync(cabinets.CabinetOf(context), user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Referral>, ProblemHttpResult>> OfferAsync(
        NewReferral wanted, ReferralDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.OfferAsync(cabinets.CabinetOf(context), wanted.Id, wanted.ConsentId, wanted.Message, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Referral>, ProblemHttpResult>> AcceptAsync(Guid id, ReferralDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.AcceptAsync(cabinets.CabinetOf(context), id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Referral>, ProblemHttpResult>> DeclineAsync(Guid id, ReferralDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.DeclineAsync(cabinets.CabinetOf(context), id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<SafetyAlert>>, ProblemHttpResult>> AlertsAsync(
        AlertDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.ListAsync(cabinets.CabinetOf(context), user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<RaisedAlert>, ProblemHttpResult>> RaiseAsync(
        NewAlert wanted, AlertDesk desk, OpenCabinets cabinets, HttpContext context, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.RaiseAsync(cabinets.CabinetOf(context), wanted.Id, wanted.FileId, wanted.Level, wanted.Kind, wanted.What, wanted.ToDo, wanted.Circle, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<PoliceAlert>>, ProblemHttpResult>> PoliceAsync(PoliceAlerts alerts, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await alerts.ListAsync(user.ToActor(), cancellation)).ToResult();

    /// <summary>A file to be opened.</summary>
    /// <param name="Id">A UUID of whoever opens it.</param>
    /// <param name="Identity">Who it is.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record NewFile(Guid Id, IdentitySection Identity);

    /// <summary>A name that is looked for.</summary>
    /// <param name="Name">A part of it, in any case.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record SoughtName(string Name);

    /// <summary>A section to be written.</summary>
    /// <param name="Version">The version read; 0 where there was none.</param>
    /// <param name="Content">The whole section.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record WrittenSection(int Version, SectionContent Content);

    /// <summary>A referral to be offered.</summary>
    /// <param name="Id">A UUID of whoever offers it.</param>
    /// <param name="ConsentId">The consent in force: it names the purpose and the recipient.</param>
    /// <param name="Message">What the recipient must know to answer, and no more.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record NewReferral(Guid Id, Guid ConsentId, string Message);

    /// <summary>An alert to be raised.</summary>
    /// <param name="Id">A UUID of whoever raises it.</param>
    /// <param name="FileId">The file.</param>
    /// <param name="Level">How pressing.</param>
    /// <param name="Kind">What threatens.</param>
    /// <param name="What">What happened.</param>
    /// <param name="ToDo">What to do.</param>
    /// <param name="Circle">A circle of the police, where the person consents; or null.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record NewAlert(Guid Id, Guid FileId, AlertLevel Level, AlertKind Kind, string What, string ToDo, string? Circle = null);
}
