using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Rahdari.Border;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Operation;

/// <summary>What keeps a site running and seen: errors, languages, headers, health, telemetry, lists kept up to date.</summary>
public static class OperationRegistration
{
    /// <summary>The languages of the site.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ur"];

    /// <summary>Adds them.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="exports">False where nothing may leave the site, telemetry included.</param>
    public static IServiceCollection AddOperation(this IServiceCollection services, bool exports = true)
    {
        // Its line of every request holds the query, and so the names and numbers that are searched for.
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        services.AddSingleton<ListAge>();
        services.AddHostedService<ListRefresh>();
        services.AddHostedService<NightlyRescreening>();
        services.AddHostedService<NightlyIndicators>();
        services.AddHostedService<MonthsAhead>();
        services.AddHostedService<NightlyPurge>();
        services.AddHealthChecks().AddCheck<StorageCheck>("storage", tags: ["ready"]).AddCheck<ListCheck>("watchlists", tags: ["ready"]);
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Languages[0]).AddSupportedUICultures([.. Languages]);
            // Numbers and dates are written alike in every language; only words differ.
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(Languages[0]));
            options.RequestCultureProviders.Insert(1, new UserLanguage());
        });
        var telemetry = services.AddOpenTelemetry()
            .WithMetrics(m => m.AddMeter(BorderTelemetry.Name, "Npgsql", "Microsoft.AspNetCore.Identity").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation())
            // Whoever contributes stays anonymous: a trace has the address.
            .WithTracing(t => t.AddSource(BorderTelemetry.Name)
                .AddAspNetCoreInstrumentation(o => o.Filter = context => !context.Request.Path.StartsWithSegments("/strategy", StringComparison.OrdinalIgnoreCase)));
        // Nowhere to send unless the standard variable says where.
        if (exports && Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 })
            telemetry.UseOtlpExporter();
        return services;
    }

    /// <summary>What every request passes first.</summary>
    public static WebApplication UseOperation(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<SecurityHeaders>();
        return app;
    }

    /// <summary>Maps the health endpoints: <c>/health/live</c> (the process answers) and <c>/health/ready</c> (storage and lists, too). Open to everyone; they say nothing of persons.</summary>
    public static WebApplication MapOperation(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready"), ResponseWriter = HealthReportJson.WriteAsync }).AllowAnonymous();
        return app;
    }

    /// <summary>The language that the signed-in user chose.</summary>
    private sealed class UserLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(Microsoft.AspNetCore.Http.HttpContext httpContext)
        {
            var language = httpContext.User.Claims.FirstOrDefault(c => c.Type == ActorClaims.Language)?.Value;
            return Task.FromResult(language is null ? null : new ProviderCultureResult("", language));
        }
    }
}
