using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border;
using Rahdari.Border.Screening;
using Rahdari.Border.Watchlists;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Bringing a published list into force.</summary>
internal static class ImportEndpoints
{
    /// <summary>Some ten times what the largest list holds today.</summary>
    public const int LargestBody = 128 * 1024 * 1024;

    public static void MapImport(this IEndpointRouteBuilder api) =>
        api.MapPost($"/watchlists/{{publisher:regex(^({string.Join('|', ListForm.Codes)})$)}}/import", ImportAsync).WithTags("Watchlists").RequireAuthorization(Roles.WatchlistManager)
            .DisableAntiforgery() // A form of another site carries no cookie (SameSite=Strict), and RequestGuard refuses the rest.
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithSummary("Import a published list").WithProblems(400, 409, 413, 415, 422)
            .WithDescription(
                "Watchlist manager. The list's file or files, at most 128 MB together: for ofac sdn.csv, and where at hand alt.csv, add.csv and sdn_comments.csv; "
                + "for csv the table and the JSON mapping that says which column is what and how the list is called; for the others one file. "
                + "All of it or nothing: a broken file is answered with every error and its place (errors: code, file, line, column, field, message), closing the request cancels, and either leaves the version in force as it was. "
                + "A list that loses more than a tenth of its entries, aliases, dates of birth, documents or addresses needs allowShrink; "
                + "one that is older than that in force, by its date or its highest number, needs allowOlder. "
                + "Where single entries or rows alone cannot be used, allowRejects imports the rest, and the answer tells each that was left out (rejected, in the form of errors). Audited.");

    private static async Task<Results<Ok<ImportedVersion>, ProblemHttpResult>> ImportAsync(
        string publisher,
        IFormFileCollection files,
        WatchlistRegister register,
        WatchlistScreen screen,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        bool allowShrink = false,
        bool allowOlder = false,
        bool allowRejects = false)
    {
        var form = ListForm.Find(publisher)!; // The route takes no other.
        // Of two where one is published nobody can say which is meant.
        if (files.Count == 0 || files.Count > form.MostFiles)
            return Problems.Of(RequestRule.ListFiles.Broken("files", ("form", form.Code), ("most", $"{form.MostFiles}"), ("files", $"{files.Count}")));
        var reading = Read(form, files, cancellation);
        if (reading.Usable(allowRejects) is not { } list)
            return Problems.Of(RequestRule.ListInvalid.Broken("files", ("errors", $"{reading.Errors.Count}")), more: ("errors", reading.Errors.Select(Told)));
        var imported = await register.ImportAsync(list, user.ToActor(), allowShrink, allowOlder, cancellation: cancellation);
        if (imported.Succeeded)
            await screen.RefreshAsync(CancellationToken.None); // In force is in force, whether or not the client still listens.
        return imported.Succeeded ? TypedResults.Ok(new ImportedVersion(imported.Value, [.. reading.Errors.Select(Told)])) : Problems.Of(imported.Problem);
    }

    private static RejectedEntry Told(ListError error) =>
        new(error.Code, error.File, error.Line, error.Column, error.Field, NodeSentences.Of(error.Problem, CultureInfo.CurrentUICulture));

    private static ListReading Read(ListForm form, IFormFileCollection files, CancellationToken cancellation)
    {
        var opened = files.Select(f => (f.FileName, Bytes: f.OpenReadStream())).ToArray();
        try
        {
            return form.Read(opened, cancellation: cancellation);
        }
        finally
        {
            foreach (var (_, bytes) in opened)
                bytes.Dispose();
        }
    }
}
