using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Funnels;
using Rahdari.Documents.Mrz;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>What became of the cases that were registered.</summary>
internal static class FunnelEndpoints
{
    public static void MapFunnel(this IEndpointRouteBuilder api)
    {
        var funnel = api.MapGroup("/funnel").WithTags("Statistics").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Analyst, Roles.CaseSupervisor, Roles.Auditor));
        funnel.MapGet("/", CountAsync).WithSummary("Count cases, people, charges and victims")
            .WithDescription("Analyst, case supervisor (of their circle), auditor. Each unit is counted by itself; a conviction counts for the year in which its case was registered. Names nobody. Audited.");
        funnel.MapGet("/by/{dimension}", BreakDownAsync).WithSummary("Count, told apart")
            .WithDescription("Analyst, case supervisor (of their circle), auditor. One funnel for each value: year, law, section, circle, province, form, crossBorder, victimSex, victimAge, accusedSex. Names nobody. Audited.");
        funnel.MapGet("/by/{dimension}/publication", PublishAsync).WithSummary("Count, told apart and rounded for others")
            .WithDescription("Analyst, case supervisor (of their circle), auditor. The breakdown as it may leave the authority: every count is a multiple of five, rounded up or down by a secret of the site, the same way whenever it is asked for. Audited.");
    }

    private static async Task<Results<Ok<Funnel>, ProblemHttpResult>> CountAsync(FunnelReport report, ClaimsPrincipal user, [AsParameters] FunnelQuery query, CancellationToken cancellation)
    {
        var read = await report.ReadAsync(query.Filter(), null, user.ToActor(), cancellation);
        return read.Succeeded ? TypedResults.Ok(read.Value.Funnel) : Problems.Of(read.Problem);
    }

    private static async Task<Results<Ok<FunnelBreakdown>, ProblemHttpResult>> BreakDownAsync(
        Word<FunnelDimension> dimension, FunnelReport report, ClaimsPrincipal user, [AsParameters] FunnelQuery query, CancellationToken cancellation)
    {
        var read = await report.ReadAsync(query.Filter(), dimension.Value, user.ToActor(), cancellation);
        return read.Succeeded ? TypedResults.Ok(read.Value.Breakdown!) : Problems.Of(read.Problem);
    }

    private static async Task<Results<Ok<PublishedFunnel>, ProblemHttpResult>> PublishAsync(
        Word<FunnelDimension> dimension, FunnelReport report, ClaimsPrincipal user, [AsParameters] FunnelQuery query, CancellationToken cancellation)
    {
        var read = await report.ReadAsync(query.Filter(), dimension.Value, user.ToActor(), cancellation);
        return read.Succeeded ? TypedResults.Ok(read.Value.Published!) : Problems.Of(read.Problem);
    }

    /// <summary>Which cases.</summary>
    /// <param name="Year">The year of the first information report.</param>
    /// <param name="Law">The law's code.</param>
    /// <param name="Section">Law and section: <c>PTPA-2018 3(1)</c>.</param>
    /// <param name="Circle">The circle.</param>
    /// <param name="Province">ISO 3166-2.</param>
    /// <param name="Form">The form of exploitation.</param>
    /// <param name="CrossBorder">True for cases across the border, false for those inside the country.</param>
    /// <param name="VictimSex">Cases with a victim of this sex.</param>
    /// <param name="VictimAge">Cases with a victim of this age group.</param>
    /// <param name="AccusedSex">Cases with an accused of this sex.</param>
    internal sealed record FunnelQuery(
        int? Year = null,
        string? Law = null,
        string? Section = null,
        string? Circle = null,
        string? Province = null,
        Word<ExploitationForm>? Form = null,
        bool? CrossBorder = null,
        Word<Sex>? VictimSex = null,
        Word<AgeGroup>? VictimAge = null,
        Word<Sex>? AccusedSex = null)
    {
        public FunnelFilter Filter() => new()
        {
            Year = Year,
            Law = Law,
            Section = Section,
            Circle = Circle,
            Province = Province,
            Form = Form?.Value,
            IsCrossBorder = CrossBorder,
            VictimSex = VictimSex?.Value,
            VictimAge = VictimAge?.Value,
            AccusedSex = AccusedSex?.Value,
        };
    }
}
