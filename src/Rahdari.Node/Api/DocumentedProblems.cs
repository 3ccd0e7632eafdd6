using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Rahdari.Node.Api;

/// <summary>Says in the API's description which problems an endpoint may answer with.</summary>
internal static class DocumentedProblems
{
    public static TBuilder WithProblems<TBuilder>(this TBuilder endpoints, params ReadOnlySpan<int> statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
            endpoints.ProducesProblem(status);
        return endpoints;
    }
}
