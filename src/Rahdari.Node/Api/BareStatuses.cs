using Microsoft.AspNetCore.Http;

namespace Rahdari.Node.Api;

/// <summary>Tells the rule, its code and its sentence where the framework refuses a request by a status alone.</summary>
internal static class BareStatuses
{
    private static readonly Dictionary<int, RequestRule> Rules = new()
    {
        [StatusCodes.Status401Unauthorized] = RequestRule.SignInRequired,
        [StatusCodes.Status403Forbidden] = RequestRule.NotAllowed,
        [StatusCodes.Status404NotFound] = RequestRule.PathUnknown,
        [StatusCodes.Status405MethodNotAllowed] = RequestRule.MethodUnknown,
        [StatusCodes.Status413PayloadTooLarge] = RequestRule.BodyTooLarge,
        [StatusCodes.Status415UnsupportedMediaType] = RequestRule.MediaType,
    };

    public static void Explain(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey("code") || !Rules.TryGetValue(problem.Status ?? 0, out var rule))
            return;
        var told = Problems.Of(rule.Broken(), Problems.Language(context.HttpContext)).ProblemDetails;
        (problem.Type, problem.Title, problem.Detail) = (told.Type, told.Title, told.Detail);
        foreach (var (name, value) in told.Extensions)
            problem.Extensions[name] = value;
    }
}
