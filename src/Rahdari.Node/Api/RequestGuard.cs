using Microsoft.AspNetCore.Http;

namespace Rahdari.Node.Api;

/// <summary>Refuses what no honest client of the API sends, and what could not be read of a request, before any endpoint runs.</summary>
internal sealed class RequestGuard : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        // The cookie is SameSite=Strict, yet a page of a neighbouring subdomain counts as the same site.
        if (!HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            return Problems.Of(RequestRule.CrossSite.Broken("Sec-Fetch-Site"));
        // PostgreSQL's text cannot hold it; whoever searches for it finds nothing anywhere.
        foreach (var (name, value) in request.Query)
        {
            if (value.ToString().Contains('\0', StringComparison.Ordinal))
                return Problems.Of(RequestRule.ParameterInvalid.Broken(name, ("parameter", name)));
        }
        if (context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest)
            return Problems.Of(UnreadParameter.Find(context.HttpContext) is { } unread ? RequestRule.ParameterInvalid.Broken(unread, ("parameter", unread)) : RequestRule.Malformed.Broken());
        return await next(context);
    }
}
