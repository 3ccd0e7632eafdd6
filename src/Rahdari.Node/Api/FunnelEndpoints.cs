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
    internal sealed record FunnelQuery
    {
        /// <summary>The year of the first information report.</summary>
        public int? Year { get; init; }

        /// <summary>The law's code.</summary>
        public string? Law { get; init; }

        /// <summary>Law and section: <c>PTPA-2018 3(1)</c>.</summary>
        public string? Section { get; init; }

        /// <summary>The circle.</summary>
        public string? Circle { get; init; }

        /// <summary>ISO 3166-2.</summary>
        public string? Province { get; init; }

        /// <summary>The form of exploitation.</summary>
        public Word<ExploitationForm>? Form { get; init; }

        /// <summary>True for cases across the border, false for those inside the country.</summary>
        public bool? CrossBorder { get; init; }

        /// <summary>Cases with a victim of this sex.</summary>
        public Word<Sex>? VictimSex { get; init; }

        /// <summary>Cases with a victim of this age group.</summary>
        public Word<AgeGroup>? VictimAge { get; init; }

        /// <summary>Cases with an accused of this sex.</summary>
        public Word<Sex>? AccusedSex { get; init; }

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
