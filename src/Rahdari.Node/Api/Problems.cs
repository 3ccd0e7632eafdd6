using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Rahdari.Documents.Findings;

namespace Rahdari.Node.Api;

/// <summary>From a broken rule to an answer in the form of RFC 9457, with the rule's code, field and evidence.</summary>
internal static class Problems
{
    /// <summary>The value, or the rule that forbids it.</summary>
    public static Results<Ok<T>, ProblemHttpResult> ToResult<T>(this Answer<T> answer)
        where T : class
    {
        if (answer.Succeeded)
            return TypedResults.Ok(answer.Value);
        return Of(answer.Problem);
    }

    /// <summary>The rule broken, told in a language (the request's where null), with more to say of it.</summary>
    public static ProblemHttpResult Of(Finding problem, CultureInfo? culture = null, params ReadOnlySpan<(string Name, object Value)> more)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = problem.Code, ["field"] = problem.Field, ["evidence"] = problem.Evidence };
        foreach (var (name, value) in more)
            extensions[name] = value;
        return TypedResults.Problem(
            detail: NodeSentences.Of(problem, culture ?? CultureInfo.CurrentUICulture),
            statusCode: Status(problem.Code),
            title: problem.Code,
            type: $"urn:rahdari:{problem.Code.ToLowerInvariant().Replace('_', '-')}",
            extensions: extensions);
    }

    /// <summary>The language of a request, also where its thread no longer has it.</summary>
    public static CultureInfo Language(HttpContext context) => context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? CultureInfo.InvariantCulture;

    private static int Status(string code) => code switch
    {
        "REQUEST_BODY_INVALID" or "REQUEST_BODY_MISSING" or "REQUEST_PARAMETER_INVALID" or "REQUEST_MALFORMED" => StatusCodes.Status400BadRequest,
        "REQUEST_BODY_TOO_LARGE" or "EVIDENCE_TOO_LARGE" => StatusCodes.Status413PayloadTooLarge,
        "REQUEST_MEDIA_TYPE" => StatusCodes.Status415UnsupportedMediaType,
        "REQUEST_SIGN_IN_REQUIRED" or "SIGN_IN_FAILED" or "SIGN_IN_CODE_REQUIRED" or "AUTHENTICATOR_CODE_WRONG" => StatusCodes.Status401Unauthorized,
        "SIGN_IN_LOCKED_OUT" or "CONSULTATION_TOO_MANY" or "SHELTER_TRIES_EXHAUSTED" => StatusCodes.Status429TooManyRequests,
        "ROLE_REQUIRED" or "SHELTER_OTHER_ORGANISATION" or "SHELTER_CONSENT_REQUIRED" or "OTHER_PORT" or "CASE_OF_OTHER_CIRCLE" or "RETENTION_OF_HEADQUARTERS" or "GOVERNED_BY_HEADQUARTERS" or "SUPERVISOR_REQUIRED" or "HIT_OF_OWN_ENCOUNTER" or "CORRECTION_OF_OWN_DECISION" or "SECOND_PERSON_REQUIRED" or "REQUEST_CROSS_SITE" or "REQUEST_NOT_ALLOWED" => StatusCodes.Status403Forbidden,
        "ENCOUNTER_ALREADY_DECIDED" or "ENCOUNTER_SUPERSEDED" or "ENCOUNTER_TOO_OLD" or "HIT_ALREADY_RESOLVED" or "VETTED_ALREADY_WITHDRAWN" or "LINK_ALREADY_DECIDED" or "EXIT_ORDER_ALREADY_LIFTED" or "EXIT_ORDER_LIFTING_NOT_ASKED" or "EXIT_ORDER_LIFTING_CHANGED" or "EXIT_PAPER_ALREADY_REVOKED" or "HOLD_ALREADY_LIFTED" or "HOLD_LIFTING_NOT_ASKED" or "HOLD_LIFTING_CHANGED" or "POLICY_ALREADY_DECIDED" or "POLICY_OUTDATED" or "RESCREENING_ALREADY_RUNNING" or "RESCREENING_ALREADY_ENDED" or "HITS_OPEN" or "DOCUMENT_REPORTED_SINCE" or "IDEMPOTENCY_KEY_REUSED"
            or "USER_EXISTS" or "USER_LAST_ADMINISTRATOR" or "USER_CHANGED_MEANWHILE" or "AUTHENTICATOR_EXISTS"
            or "WATCHLIST_SHRINKS" or "WATCHLIST_OTHER_FORM" or "WATCHLIST_OLDER" or "WATCHLIST_NUMBER_LOWER" or "WATCHLIST_IMPORT_SUPERSEDED" or "WATCHLIST_IMPORT_HELD"
            or "CORRECTION_UNREAD" or "CORRECTION_EMPTY" or "PERMISSION_NUMBER_TAKEN" or "PERMISSION_ALREADY_REVOKED" or "PERMISSION_CHANGED_SINCE" or "EXTENSION_REFERENCE_TAKEN" or "EXTENSION_ALREADY_REVOKED"
            or "TRUST_LIST_OLDER" or "TRUST_LIST_SHRINKS" or "TRUST_DIRECTORY_OLDER" or "TRUST_REVOCATION_LIST_OLDER"
            or "INTERVIEW_AWAITED" or "REMOVAL_NOT_REVIEWED" or "INTERVIEW_ENDED" or "CASE_REFERRAL_TAKEN" or "EVIDENCE_DISPOSED" or "CASE_CHANGED_SINCE" or "CASE_KEY_TAKEN" or "CASE_NOT_AT_THIS_STAGE" or "CASE_OUT_OF_ORDER" or "CASE_OPENED_ALREADY" or "CASE_CHARGE_DECIDED" or "CASE_APPEAL_PENDING" or "CASE_TRANSFER_PENDING" or "CASE_TRANSFER_NOT_ASKED" or "CASE_CLOSING_TOO_EARLY"
            or "CONSULTATION_CHANGED_SINCE" or "CONSULTATION_STEP_NOT_NOW" or "CONSULTATION_NOT_OPEN"
            or "SHELTER_ARRIVALS_WAIT" or "SHELTER_ORGANISATION_FOUNDED" or "SHELTER_MEMBER_KNOWN" or "SHELTER_SECTION_CHANGED_SINCE" or "SHELTER_REFERRAL_ANSWERED" or "SHELTER_BED_TAKEN" or "SHELTER_STAYS_ALREADY" or "SHELTER_STAY_ENDED" => StatusCodes.Status409Conflict,
        "STORAGE_UNAVAILABLE" => StatusCodes.Status503ServiceUnavailable,
        "SHELTER_CABINET_CLOSED" => StatusCodes.Status423Locked,
        "SHELTER_SECTION_EMPTY" or "SHELTER_CONSENT_UNKNOWN" or "SHELTER_REFERRAL_UNKNOWN" or "SHELTER_STAY_UNKNOWN" or "SHELTER_BED_UNKNOWN" or "SHELTER_MEMBER_UNKNOWN" or "SHELTER_ORGANISATION_UNKNOWN" => StatusCodes.Status404NotFound,
        "REQUEST_METHOD_UNKNOWN" => StatusCodes.Status405MethodNotAllowed,
        "REQUEST_PATH_UNKNOWN" => StatusCodes.Status404NotFound,
        _ when code.EndsWith("_NOT_FOUND", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
