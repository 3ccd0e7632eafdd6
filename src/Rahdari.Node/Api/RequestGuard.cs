using Microsoft.AspNetCore.Http;

namespace Rahdari.Node.Api;

/// <summary>Refuses what no honest client of the API sends, before any endpoint runs.</summary>
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
        // "7" is taken for the eighth word of an enumeration that has three.
        foreach (var argument in context.Arguments)
        {
            if (argument is Enum word && !Enum.IsDefined(word.GetType(), word))
                return Problems.Of(RequestRule.ParameterInvalid.Broken(null, ("parameter", word.GetType().Name)));
        }
        return await next(context);
    }
}
