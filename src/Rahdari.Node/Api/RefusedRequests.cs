using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Node.Api;

/// <summary>From a request that the framework cannot read to an answer that names the field, the place and the rule; and from storage that cannot be had to one that says to send it again.</summary>
internal sealed partial class RefusedRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return false; // A person is shown a page.
        var problem = exception switch
        {
            BadHttpRequestException refused => Problem(refused),
            InvalidOperationException when LacksForm(httpContext) => RequestRule.MediaType.Broken("Content-Type"),
            _ => StorageFaults.IsUnavailable(exception) ? RequestRule.StorageUnavailable.Broken() : Untold(exception),
        };
        if (problem is null)
            return false;
        await Problems.Of(problem, Problems.Language(httpContext)).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>Without a body there is no type of it either: the framework asks for the form all the same.</summary>
    private static bool LacksForm(HttpContext context) =>
        !context.Request.HasFormContentType && context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") == true;

    /// <summary>A body that lacks the kind by which one of several things is told apart: the reader calls that unsupported, not malformed.</summary>
    private static Finding? Untold(Exception exception) => exception is NotSupportedException { Source: "System.Text.Json" } && Place().Match(exception.Message) is { Success: true } place
        ? RequestRule.BodyInvalid.Broken(place.Groups[1].Value, ("path", place.Groups[1].Value), ("line", $"{Next(place.Groups[2])}"), ("position", $"{Next(place.Groups[3])}"))
        : null;

    private static long Next(Group number) => long.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value + 1 : 1;

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

    [GeneratedRegex(@"Path: (\S+) \| LineNumber: (\d+) \| BytePositionInLine: (\d+)")]
    private static partial Regex Place();

    [GeneratedRegex("""parameter "\S+ (\w+)" """)]
    private static partial Regex Parameter();
}
