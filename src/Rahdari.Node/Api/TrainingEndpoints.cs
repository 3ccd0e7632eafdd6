using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Node.Identity;
using Rahdari.Training.Reports;

namespace Rahdari.Node.Api;

/// <summary>What a class did. A training site alone has these.</summary>
internal static class TrainingEndpoints
{
    public static void MapTraining(this IEndpointRouteBuilder api)
    {
        var training = api.MapGroup("/training").WithTags("Training").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Trainer));
        training.MapGet("/report", Report).WithSummary("Count what a class did").WithDescription("Trainer. By trainee, by kind of traveller and over time, with every decision.");
        training.MapGet("/decisions.csv", Decisions).WithSummary("Every decision of a class as CSV").WithDescription("Trainer. RFC 4180, UTF-8, with a header line.");
    }

    private static Results<Ok<ClassReport>, ProblemHttpResult> Report(ClassReports reports, ClaimsPrincipal user)
    {
        var read = reports.Read(user.ToActor());
        return read.Succeeded ? TypedResults.Ok(read.Value) : Problems.Of(read.Problem);
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Decisions(ClassReports reports, ClaimsPrincipal user)
    {
        var read = reports.ReadCsv(user.ToActor());
        return read.Succeeded ? TypedResults.Text(read.Value, "text/csv; charset=utf-8") : Problems.Of(read.Problem);
    }
}
