using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rahdari.Node.Console.Layout;

namespace Rahdari.Node.Console;

/// <summary>Gives a person a page in their language where a program gets a problem as JSON.</summary>
internal sealed class PersonsPages : IExceptionHandler
{
    /// <summary>Shows a page for what is not there.</summary>
    public static void Use(WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (!IsForPersons(context) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(context);
        });
    }

    /// <summary>Shows a page for a fault of the site.</summary>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsForPersons(httpContext))
            return false;
        var number = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        var page = new RazorComponentResult<FaultDocument>(new { Number = number }) { StatusCode = StatusCodes.Status500InternalServerError };
        await page.ExecuteAsync(httpContext);
        return true;
    }

    private static bool IsForPersons(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}
