using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rahdari.Node.Api;

/// <summary>The HTTP API, version 1: JSON, grouped by feature. Every endpoint names who may call it.</summary>
public static class ApiRegistration
{
    /// <summary>Adds what the endpoints need.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.Configure<JsonOptions>(options => ApiJson.Configure(options.SerializerOptions));
        return services;
    }

    /// <summary>Maps every endpoint.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapSession();
        api.MapEncounters();
        return app;
    }
}
