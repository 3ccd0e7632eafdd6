using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Documents.Trust;

namespace Rahdari.Links.Pki;

/// <summary>What a file of the links says, for people to look at. Nothing of it is verified.</summary>
/// <param name="Parts">A certificate, a revocation list, or what a request or an answer is made of.</param>
public sealed record PkiDescription(IReadOnlyList<DescribedPart> Parts)
{
    /// <summary>Describes a file; takes any bytes.</summary>
    /// <param name="bytes">What it holds.</param>
    /// <param name="file">Its name, for the answer that it is none.</param>
    public static Answer<PkiDescription> Of(ReadOnlyMemory<byte> bytes, string file)
    {
        if (bytes.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            return OfJson(bytes.Span, file);
        using (var certificate = CertificateChecks.Read(bytes.Span))
        {
            if (certificate is not null)
                return new PkiDescription([Of(certificate)]);
        }
        return RevocationList.Read(bytes) is { } list ? new PkiDescription([Of(list)]) : LinksRule.FileInvalid.Broken("file", ("file", file));
    }

    private static Answer<PkiDescription> OfJson(ReadOnlySpan<byte> bytes, string file)
    {
        if (EnrolmentRequest.Read(bytes) is { Succeeded: true, Value: var request })
        {
            return new PkiDescription(
            [
                new DescribedPart(
                    "request",
                    [
                        new("node", request.Request.Node), new("port", request.Request.Port), new("madeAt", Instant(request.Request.MadeAt)), new("proof", request.Request.CodeProof is null ? "present keys" : "code"),
                        new("linkKey", Fingerprint(request.Link.ExportSubjectPublicKeyInfo())), new("recordKey", Fingerprint(request.Record.ExportSubjectPublicKeyInfo())),
                    ]),
            ]);
        }
        var answer = EnrolmentBundle.Read(bytes);
        if (!answer.Succeeded)
            return LinksRule.FileInvalid.Broken("file", ("file", file));
        using var bundle = answer.Value;
        var parts = new List<DescribedPart>
        {
            new("answer", [new("node", bundle.Bundle.Node), new("port", bundle.Bundle.Port), new("proof", bundle.Bundle.CodeProof is null ? "certificates" : "code")]),
            Of(bundle.Link), Of(bundle.Record), Of(bundle.Authority),
        };
        if (RevocationList.Read(bundle.Bundle.Revocations) is { } list)
            parts.Add(Of(list));
        return new PkiDescription(parts);
    }

    private static DescribedPart Of(X509Certificate2 certificate) => new(
        "certificate",
        [
            new("subject", certificate.Subject), new("issuer", certificate.Issuer), new("serial", certificate.SerialNumber),
            new("notBefore", Instant(certificate.NotBefore.ToUniversalTime())), new("notAfter", Instant(certificate.NotAfter.ToUniversalTime())),
            new("usage", Usage(certificate)), new("sha256", Fingerprint(certificate.RawData)),
        ]);

    private static DescribedPart Of(RevocationList list) => new(
        "revocationList",
        [
            new("issuer", list.Issuer), new("issued", Instant(list.ThisUpdate)), new("next", list.NextUpdate is { } next ? Instant(next) : "–"),
            new("revoked", list.Revoked.Count.ToString(CultureInfo.InvariantCulture)), .. list.Revoked.Select(r => new DescribedFact(r.Key, Instant(r.Value))),
        ]);

    private static string Usage(X509Certificate2 certificate)
    {
        try
        {
            return string.Join(", ", certificate.Extensions.Select(e => e switch
            {
                X509KeyUsageExtension usage => $"{usage.KeyUsages}",
                X509EnhancedKeyUsageExtension purposes => string.Join(", ", purposes.EnhancedKeyUsages.Cast<Oid>().Select(o => o.FriendlyName ?? o.Value)),
                _ => null,
            }).OfType<string>());
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            return "?";
        }
    }

    private static string Fingerprint(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Instant(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A part of a file.</summary>
/// <param name="Kind"><c>certificate</c>, <c>revocationList</c>, <c>request</c> or <c>answer</c>.</param>
/// <param name="Facts">What it says, by name.</param>
public sealed record DescribedPart(string Kind, IReadOnlyList<DescribedFact> Facts);

/// <summary>A fact by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public sealed record DescribedFact(string Name, string Value);
