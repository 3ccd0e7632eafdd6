using Rahdari.Documents.Findings;

namespace Rahdari.Node.Api;

/// <summary>Every rule of requests themselves with its code; the sentences stand in the resources by the same code.</summary>
/// <param name="Code">The stable code.</param>
public sealed record RequestRule(string Code)
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly RequestRule BodyInvalid = new("REQUEST_BODY_INVALID");
    public static readonly RequestRule BodyMissing = new("REQUEST_BODY_MISSING");
    public static readonly RequestRule BodyTooLarge = new("REQUEST_BODY_TOO_LARGE");
    public static readonly RequestRule MediaType = new("REQUEST_MEDIA_TYPE");
    public static readonly RequestRule ParameterInvalid = new("REQUEST_PARAMETER_INVALID");
    public static readonly RequestRule Malformed = new("REQUEST_MALFORMED");
    public static readonly RequestRule SignInRequired = new("REQUEST_SIGN_IN_REQUIRED");
    public static readonly RequestRule NotAllowed = new("REQUEST_NOT_ALLOWED");
    public static readonly RequestRule PathUnknown = new("REQUEST_PATH_UNKNOWN");
    public static readonly RequestRule MethodUnknown = new("REQUEST_METHOD_UNKNOWN");
    public static readonly RequestRule CrossSite = new("REQUEST_CROSS_SITE");
    public static readonly RequestRule StorageUnavailable = new("STORAGE_UNAVAILABLE");
    public static readonly RequestRule ThresholdInvalid = new("THRESHOLD_INVALID");
    public static readonly RequestRule ListFiles = new("LIST_FILES");
    public static readonly RequestRule ListInvalid = new("LIST_INVALID");
    public static readonly RequestRule CertificateInvalid = new("CERTIFICATE_INVALID");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RequestRule> All { get; } =
    [
        BodyInvalid, BodyMissing, BodyTooLarge, MediaType, ParameterInvalid, Malformed, SignInRequired, NotAllowed, PathUnknown, MethodUnknown, CrossSite, StorageUnavailable, ThresholdInvalid,
        ListFiles, ListInvalid, CertificateInvalid,
    ];

    /// <summary>The finding that this rule is broken, with its evidence.</summary>
    public Finding Broken(string? field = null, params ReadOnlySpan<(string Name, string Value)> evidence) => Finding.Of(Code, Severity.Warning, field, evidence);
}
