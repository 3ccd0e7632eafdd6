using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Watchlists;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Bringing a published list into force.</summary>
internal static class ImportEndpoints
{
    /// <summary>Twice the largest list of today, OFAC's as XML.</summary>
    public const int LargestBody = 256 * 1024 * 1024;

    private static readonly object[] Limits = [new RequestSizeLimitAttribute(LargestBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestBody }];

    private static readonly string Publisher = $"/watchlists/{{publisher:regex(^({string.Join('|', ListForm.Codes)})$)}}";

    public static void MapImport(this IEndpointRouteBuilder api)
    {
        api.MapPost($"{Publisher}/effect", EffectAsync).WithTags("Watchlists").RequireAuthorization(Roles.WatchlistManager)
            .DisableAntiforgery()
            .WithMetadata(Limits)
            .WithSummary("What an import would do").WithProblems(400, 413, 415, 422)
            .WithDescription("Watchlist manager. The files as for an import, which changes nothing here: how many of the travellers who crossed or were refused in the last 30 days would alert more and fewer, by list and by entry, with a sample of 20. Takes minutes where there were many; closing the request ends it. Audited.");
        api.MapPost($"{Publisher}/import", ImportAsync).WithTags("Watchlists").RequireAuthorization(Roles.WatchlistManager)
            .DisableAntiforgery() // A form of another site carries no cookie (SameSite=Strict), and RequestGuard refuses the rest.
            .WithMetadata(Limits)
            .WithSummary("Import a published list").WithProblems(400, 409, 413, 415, 422)
            .WithDescription(
                "Watchlist manager. The list's file or files, at most 256 MB together: for ofac sdn.csv, and where at hand alt.csv, add.csv and sdn_comments.csv, or sdn_advanced.xml alone; "
                + "for lost a CSV table of documents that were reported lost, stolen or revoked; for csv the table and the JSON mapping that says which column is what and how the list is called; for the others one file. "
                + "All of it or nothing: a broken file is answered with every error and its place (errors: code, file, line, column, field, message), closing the request cancels, and either leaves the version in force as it was. "
                + "A list that loses more than a tenth of its entries, aliases, dates of birth, documents or addresses needs allowShrink; "
                + "one that is older than that in force, by its date or its highest number, needs allowOlder. "
                + $"Several lists come in the forms {string.Join(", ", ListForm.All.Where(f => f.TakesName).Select(f => f.Code))}: name says what this one is called (small letters, digits and hyphens), the form's name where it is left out; "
                + "a list whose version in force came in another form needs allowOtherForm. "
                + "Where single entries or rows alone cannot be used, allowRejects imports the rest, and the answer tells each that was left out (rejected, in the form of errors). "
                + "Entries of which nothing is known but very common names hold the import (WATCHLIST_IMPORT_HELD) until a second person agrees. Audited.");
    }

    private static async Task<Results<Ok<ImportedVersion>, ProblemHttpResult>> ImportAsync(
        string publisher,
        IFormFileCollection files,
        WatchlistRegister register,
        WatchlistScreen screen,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        string? name = null,
        bool allowShrink = false,
        bool allowOlder = false,
        bool allowOtherForm = false,
        bool allowRejects = false)
    {
        if (!TryRead(publisher, files, name, allowRejects, cancellation, out var list, out var reading, out var problem))
            return problem;
        var imported = await register.ImportAsync(list, user.ToActor(), allowShrink, allowOlder, allowOtherForm, cancellation: cancellation);
        if (imported.Succeeded)
            await screen.RefreshAsync(CancellationToken.None); // In force is in force, whether or not the client still listens.
        return imported.Succeeded ? TypedResults.Ok(new ImportedVersion(imported.Value, [.. reading.Errors.Select(Told)])) : Problems.Of(imported.Problem, more: ("rejected", reading.Errors.Select(Told)));
    }

    private static async Task<Results<Ok<PolicyEffect>, ProblemHttpResult>> EffectAsync(
        string publisher, IFormFileCollection files, PolicyPreview preview, ClaimsPrincipal user, CancellationToken cancellation, string? name = null, bool allowRejects = false) =>
        TryRead(publisher, files, name, allowRejects, cancellation, out var list, out _, out var problem)
            ? (await preview.ImportEffectAsync(list, user.ToActor(), cancellation: cancellation)).ToResult()
            : problem;

    /// <summary>Reads the files whole; false with the problem where they cannot be used.</summary>
    private static bool TryRead(
        string publisher,
        IFormFileCollection files,
        string? name,
        bool allowRejects,
        CancellationToken cancellation,
        [NotNullWhen(true)] out PublishedList? list,
        [NotNullWhen(true)] out ListReading? reading,
        [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        var form = ListForm.Find(publisher)!; // The route takes no other.
        (list, reading, problem) = (null, null, null);
        if (form.NameProblem(name) is { } misnamed)
        {
            problem = Problems.Of(misnamed);
            return false;
        }
        // Of two where one is published nobody can say which is meant.
        if (files.Count == 0 || files.Count > form.MostFiles)
        {
            problem = Problems.Of(RequestRule.ListFiles.Broken("files", ("form", form.Code), ("most", $"{form.MostFiles}"), ("files", $"{files.Count}")));
            return false;
        }
        reading = Read(form, files, name, cancellation);
        list = reading.Usable(allowRejects);
        if (list is null)
            problem = Problems.Of(RequestRule.ListInvalid.Broken("files", ("errors", $"{reading.Errors.Count}")), more: ("errors", reading.Errors.Select(Told)));
        return list is not null;
    }

    private static RejectedEntry Told(ListError error) =>
        new(error.Code, error.File, error.Line, error.Column, error.Field, NodeSentences.Of(error.Problem, CultureInfo.CurrentUICulture));

    private static ListReading Read(ListForm form, IFormFileCollection files, string? name, CancellationToken cancellation)
    {
        var opened = files.Select(f => (f.FileName, Bytes: f.OpenReadStream())).ToArray();
        try
        {
            return form.Read(opened, name, cancellation: cancellation);
        }
        finally
        {
            foreach (var (_, bytes) in opened)
                bytes.Dispose();
        }
    }
}
