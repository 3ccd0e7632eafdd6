using System.Globalization;
using System.Security.Cryptography;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Trust;

/// <summary>Whether a State signed what stands on a chip (Doc 9303-11 §5.1). Offline; pure and thread-safe.</summary>
public static class PassiveAuthentication
{
    // Fingers and irises open to their State's own readers alone: that they were not read proves nothing.
    private static readonly int[] ProtectedGroups = [3, 4];

    /// <summary>Those whom the chip names as signers without carrying their certificates: they are to be among the anchors.</summary>
    public static IReadOnlyList<SignerName> SignersNamed(LogicalDataStructure chip) =>
    [
        .. new[] { ElementaryFile.Security, ElementaryFile.CardSecurity }
            .Select(file => chip.Files.TryGetValue(file, out var encoded) ? Signed(file, encoded) : null)
            .OfType<SignedContent>().Where(signed => !signed.Certificates.Any(signed.Signer.Names)).Select(signed => signed.Signer),
    ];

    private static SignedContent? Signed(ElementaryFile file, ReadOnlyMemory<byte> encoded) =>
        file == ElementaryFile.Security ? SecurityObjectReader.Read(encoded, [])?.Signed : SignedContent.Read(encoded).Read;

    /// <summary>Verifies the data groups against the security object, its signature, and its signer up to an authority.</summary>
    /// <param name="chip">What was read.</param>
    /// <param name="anchors">What it is verified against.</param>
    /// <param name="now">The instant of reading.</param>
    public static PassiveAuthenticationResult Verify(LogicalDataStructure chip, TrustAnchors anchors, DateTimeOffset now)
    {
        var findings = new List<Finding>();
        if (!chip.Files.TryGetValue(ElementaryFile.Security, out var file))
            return new PassiveAuthenticationResult(null, null, null, [PassiveRule.SecurityAbsent.Found(ElementaryFile.Security.Name)]);
        if (SecurityObjectReader.Read(file, findings) is not { } security)
            return new PassiveAuthenticationResult(null, null, null, findings);
        findings.AddRange(Groups(chip, security));
        findings.AddRange(Versions(chip, security));
        var signer = anchors.Signer(security.Signed.Signer, security.Signed.Certificates);
        if (signer is null)
        {
            findings.Add(PassiveRule.SignerAbsent.Found("Signer"));
            return new PassiveAuthenticationResult(security, null, null, findings);
        }
        findings.AddRange(Signature(security, signer));
        var (authority, outcome) = anchors.AuthorityOf(signer, security.Signed.Certificates);
        findings.AddRange(authority is null ? Untrusted(signer, outcome) : Trusted(chip, security, signer, authority, anchors, now));
        findings.AddRange(Permitted(chip, signer));
        findings.AddRange(CardSecurity(chip, anchors));
        return new PassiveAuthenticationResult(security, signer, authority, findings);
    }

    private static IEnumerable<Finding> Groups(LogicalDataStructure chip, SecurityObject security)
    {
        var read = chip.Files.Where(f => f.Key.Group is not null).ToDictionary(f => f.Key.Group!.Value, f => f.Value);
        var altered = read.Where(g => security.Hashes.TryGetValue(g.Key, out var hash) && !hash.Span.SequenceEqual(HashOf.Data(security.HashAlgorithm, g.Value.Span)))
            .Select(g => g.Key).Order().ToArray();
        // An object that fits nothing was signed for other data: an earlier passport, another holder.
        if (altered.Length > 1 && altered.Length == read.Keys.Count(security.Hashes.ContainsKey))
            yield return PassiveRule.SecurityOfAnother.Found(ElementaryFile.Security.Name, Text(altered));
        else
        {
            foreach (var group in altered)
                yield return PassiveRule.GroupAltered.Found(Name(group), Text(group));
        }
        foreach (var group in read.Keys.Where(group => !security.Hashes.ContainsKey(group)).Order())
            yield return PassiveRule.GroupUnsigned.Found(Name(group), Text(group));
        foreach (var group in security.Hashes.Keys.Where(group => !read.ContainsKey(group) && !ProtectedGroups.Contains(group)).Order())
            yield return PassiveRule.GroupAbsent.Found(Name(group), Text(group));
        if (chip.Common is { } common && !common.Groups.ToHashSet().SetEquals(security.Hashes.Keys))
            yield return PassiveRule.ListDiffers.Found(ElementaryFile.Common.Name, Text([.. common.Groups.Order()]), Text([.. security.Hashes.Keys.Order()]));
    }

    private static IEnumerable<Finding> Versions(LogicalDataStructure chip, SecurityObject security)
    {
        if (security.Version is not (0 or 1))
            yield return PassiveRule.SecurityVersion.Found("Version", Text(security.Version));
        if (security.LdsVersion is { } signed && chip.Common?.LdsVersion is { } listed && signed != listed)
            yield return PassiveRule.LdsVersionDiffers.Found("LdsVersion", listed, signed);
        if (security.Signed.Algorithm.IsWeak || security.HashAlgorithm == HashAlgorithmName.SHA1)
            yield return PassiveRule.AlgorithmWeak.Found("SignatureAlgorithm", $"{security.SignatureAlgorithm}, {security.HashAlgorithm.Name}");
    }

    private static IEnumerable<Finding> Signature(SecurityObject security, SigningCertificate signer)
    {
        if (!security.Signed.DigestHolds)
            yield return PassiveRule.ContentDigest.Found("Signature");
        var outcome = security.Signed.VerifyBy(signer);
        if (outcome == SignatureOutcome.Invalid)
            yield return PassiveRule.SignatureWrong.Found("Signature", signer.Subject);
        else if (outcome == SignatureOutcome.Unsupported)
            yield return PassiveRule.SignatureUnchecked.Found("Signature", $"{signer.KeyAlgorithm}, {security.SignatureAlgorithm}");
    }

    /// <summary>EF.CardSecurity, whose key proves the chip (Doc 9303-11 §9.2.12): signed by the State as well.</summary>
    private static IEnumerable<Finding> CardSecurity(LogicalDataStructure chip, TrustAnchors anchors)
    {
        if (!chip.Files.TryGetValue(ElementaryFile.CardSecurity, out var file))
            yield break;
        var signed = SignedContent.Read(file).Read;
        var signer = signed is null ? null : anchors.Signer(signed.Signer, signed.Certificates);
        if (signed is null || signer is null || !signed.DigestHolds || signed.VerifyBy(signer) != SignatureOutcome.Valid || anchors.AuthorityOf(signer, signed.Certificates).Authority is null)
            yield return PassiveRule.CardSecurityUntrusted.Found(ElementaryFile.CardSecurity.Name);
    }

    private static IEnumerable<Finding> Untrusted(SigningCertificate signer, SignatureOutcome? outcome)
    {
        yield return outcome switch
        {
            null => PassiveRule.SignerUnknown.Found("Signer", signer.Subject, signer.Issuer),
            SignatureOutcome.Unsupported => PassiveRule.SignerUnchecked.Found("Signer", signer.Subject, $"{signer.KeyAlgorithm}, {signer.SignatureAlgorithm}"),
            _ => PassiveRule.SignerForged.Found("Signer", signer.Subject, signer.Issuer),
        };
    }

    private static IEnumerable<Finding> Trusted(LogicalDataStructure chip, SecurityObject security, SigningCertificate signer, SigningCertificate authority, TrustAnchors anchors, DateTimeOffset now)
    {
        if (now < signer.NotBefore || now > signer.NotAfter)
            yield return PassiveRule.SignerExpired.Found("Signer", signer.Subject, Day(signer.NotBefore), Day(signer.NotAfter));
        if (now < authority.NotBefore || now > authority.NotAfter)
            yield return PassiveRule.AuthorityExpired.Found("Authority", authority.Subject, Day(authority.NotBefore), Day(authority.NotAfter));
        var (from, until) = (signer.KeyUse.From ?? signer.NotBefore, signer.KeyUse.Until ?? signer.NotAfter);
        // A day of issue is no instant: it may lie before the key's first hour.
        var signed = security.SignedAt ?? (chip.Issue?.DateOfIssue?.ToDateOnly() is { } issued ? new DateTimeOffset(issued, new TimeOnly(12, 0), TimeSpan.Zero) : null);
        if (signed is { } at && (at < from.AddDays(-1) || at > until.AddDays(1)))
            yield return PassiveRule.SignedOutside.Found("Signer", Day(at), Day(from), Day(until));
        if (signer.Country != authority.Country)
            yield return PassiveRule.SignerCountry.Found("Signer", signer.Country, authority.Country);
        if (anchors.RevocationsOf(authority) is not { } list)
            yield return PassiveRule.RevocationUnknown.Found("Signer", authority.Subject);
        else if (list.RevokedOn(signer) is { } revoked)
            yield return PassiveRule.SignerRevoked.Found("Signer", signer.Subject, Day(revoked));
        else if (list.NextUpdate < now)
            yield return PassiveRule.RevocationStale.Found("Signer", authority.Subject, Day(list.NextUpdate.Value));
    }

    private static IEnumerable<Finding> Permitted(LogicalDataStructure chip, SigningCertificate signer)
    {
        if (!signer.MaySignDocuments)
            yield return PassiveRule.SignerPurpose.Found("Signer", signer.Subject);
        if (chip.Zone?.Fields is not { } zone)
            yield break;
        // The list may give the first letter alone, which stands for every code that begins with it.
        if (signer.DocumentTypes.Count > 0 && !signer.DocumentTypes.Any(type => zone.DocumentCode.StartsWith(type.TrimEnd('<'), StringComparison.Ordinal)))
            yield return PassiveRule.SignerDocumentType.Found("Signer", zone.DocumentCode, string.Join(", ", signer.DocumentTypes));
        if (IssuingStates.ToIso3166Alpha2(zone.IssuingState) is { } state && signer.Country.Length > 0 && state != signer.Country)
            yield return PassiveRule.IssuerCountry.Found("Signer", zone.IssuingState, signer.Country);
    }

    private static string Name(int group) => ElementaryFile.DataGroup(group).Name;

    private static string Text(params int[] numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
