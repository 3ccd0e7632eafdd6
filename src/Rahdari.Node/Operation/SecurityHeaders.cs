using Microsoft.AspNetCore.Http;

namespace Rahdari.Node.Operation;

/// <summary>Headers that forbid a browser what the console does not need: foreign scripts, frames, guessing of types, caching of persons' data.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // The console's scripts and styles are its own files; Blazor's own needs no inline script.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the start of the response: an error that clears the response does not clear these.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // The page of the API's description names its own.
            if (string.IsNullOrEmpty(headers.ContentSecurityPolicy))
                headers.ContentSecurityPolicy = Policy;
            headers.XFrameOptions = "DENY";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            // The counter takes pictures of documents.
            headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            // Assets name their own caching; whatever else may show a person is kept by no cache.
            if (string.IsNullOrEmpty(headers.CacheControl))
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
