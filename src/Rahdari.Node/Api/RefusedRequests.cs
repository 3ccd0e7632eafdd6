using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Rahdari.Documents.Findings;

namespace Rahdari.Node.Api;

/// <summary>From a request that the framework cannot read to an answer that names the field, the place and the rule.</summary>
internal sealed partial class RefusedRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException refused || !httpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return false; // A person is shown a page.
        // The language was set further in and is no longer the thread's.
        var culture = httpContext.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? CultureInfo.InvariantCulture;
        await Problems.Of(Problem(refused), culture).ExecuteAsync(httpContext);
        return true;
    }

    private static Finding Problem(BadHttpRequestException refused)
    {
        if (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
            return RequestRule.BodyTooLarge.Broken();
        if (refused.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return RequestRule.MediaType.Broken("Content-Type");
        if (refused.InnerException is JsonException json)
        {
            return RequestRule.BodyInvalid.Broken(
                json.Path, ("path", json.Path ?? "$"), ("line", $"{(json.LineNumber ?? 0) + 1}"), ("position", $"{(json.BytePositionInLine ?? 0) + 1}"));
        }
        if (refused.Message.Contains("no body was provided", StringComparison.Ordinal))
            return RequestRule.BodyMissing.Broken();
        // The framework names the parameter in its message only; what was sent stands there too and is not repeated.
        return Parameter().Match(refused.Message) is { Success: true } match
            ? RequestRule.ParameterInvalid.Broken(match.Groups[1].Value, ("parameter", match.Groups[1].Value))
            : RequestRule.Malformed.Broken();
    }

    [GeneratedRegex("""parameter "\S+ (\w+)" """)]
    private static partial Regex Parameter();
}
