using Rahdari.Documents.Findings;
using Rahdari.Documents.States;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Seals;

/// <summary>Whether who signed a seal might: certified by an authority of the State that the seal names, not revoked, valid on the day.</summary>
internal static class SealTrust
{
    public static IEnumerable<Finding> Of(SigningCertificate signer, string issuingState, DateOnly day, TrustAnchors anchors)
    {
        if (anchors.AuthorityOf(signer, []).Authority is not { } authority)
            yield return SealRules.SignerUntrusted.Found(null, signer.Subject, signer.Issuer);
        else if (anchors.RevocationsOf(authority)?.RevokedOn(signer) is { } revoked)
            yield return SealRules.SignerRevoked.Found(null, signer.Subject, $"{revoked:yyyy-MM-dd}");
        if (IssuingStates.ToIso3166Alpha2(issuingState) != signer.Country)
            yield return SealRules.SignerState.Found(null, signer.Subject, issuingState);
        var (from, until) = (DateOnly.FromDateTime(signer.NotBefore.UtcDateTime), DateOnly.FromDateTime(signer.NotAfter.UtcDateTime));
        if (day < from || day > until)
            yield return SealRules.SignerValidity.Found(null, signer.Subject, $"{day:O}", $"{from:O}", $"{until:O}");
    }
}
