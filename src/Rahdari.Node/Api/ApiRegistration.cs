using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Api;

/// <summary>The HTTP API, version 1: JSON, grouped by feature. Every endpoint names who may call it.</summary>
public static class ApiRegistration
{
    /// <summary>The largest body of a request that names no other limit.</summary>
    private const int LargestBody = 64 * 1024;

    /// <summary>Adds what the endpoints need.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // So that RefusedRequests learns why.
        services.AddProblemDetails(options => options.CustomizeProblemDetails = BareStatuses.Explain);
        services.AddExceptionHandler<RefusedRequests>();
        services.AddApiDescription();
        return services;
    }

    /// <summary>Maps every endpoint, and their description.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1")
            .AddEndpointFilter<RouteGroupBuilder, RequestGuard>()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
        api.MapSession();
        api.MapSite();
        api.MapDocuments();
        api.MapEncounters();
        api.MapHits();
        api.MapVetted();
        api.MapRescreenings();
        api.MapTravellers();
        api.MapLinks();
        api.MapCrossings();
        api.MapConveyances();
        api.MapStays();
        api.MapPermissions();
        api.MapExtensions();
        api.MapEntryRules();
        api.MapIndicators();
        api.MapExit();
        api.MapRetention();
        api.MapScreenings();
        api.MapWatchlists();
        api.MapImport();
        api.MapPolicy();
        api.MapCalibration();
        api.MapTrust();
        api.MapAdvance();
        api.MapInterviews();
        api.MapCases();
        api.MapEvidence();
        api.MapNetwork();
        api.MapLaws();
        api.MapFunnel();
        api.MapConsultations();
        api.MapShelter();
        api.MapPoliceAlerts();
        api.MapCaseworkAudit();
        api.MapAudit();
        api.MapNodes();
        api.MapUsers();
        if (app.ServiceProvider.GetRequiredService<SiteSettings>().Kind == SiteKind.Training)
            api.MapTraining();
        app.MapApiDescription();
        return app;
    }
}
