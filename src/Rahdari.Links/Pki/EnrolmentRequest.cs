using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Rahdari.Documents.Findings;

namespace Rahdari.Links.Pki;

/// <summary>
/// What a port sends to headquarters to be certified: its two keys, each with a request (PKCS #10) that proves that the port has it, and one proof over all of it: under the one-time code, or by the present keys.
/// </summary>
/// <param name="Format">The form of the file.</param>
/// <param name="Node">The node.</param>
/// <param name="Port">Its port.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="LinkRequest">PKCS #10 (DER) of the link key.</param>
/// <param name="RecordRequest">PKCS #10 (DER) of the ledger's key.</param>
/// <param name="CodeProof">HMAC-SHA-256 under the code; null where the present keys prove.</param>
/// <param name="LinkProof">The signature of the present link key (IEEE P1363); null where the code proves.</param>
/// <param name="RecordProof">The signature of the present ledger's key (IEEE P1363); null where the code proves.</param>
internal sealed record EnrolmentRequest(
    string Format, string Node, string Port, DateTimeOffset MadeAt, byte[] LinkRequest, byte[] RecordRequest, byte[]? CodeProof = null, byte[]? LinkProof = null, byte[]? RecordProof = null)
{
    /// <summary>The largest file that is read.</summary>
    public const int Largest = 64 * 1024;

    private const string FormatName = "rahdari-pki-request/1";
    private const string Purpose = "rahdari request of a node";

    /// <summary>A request, not yet proven.</summary>
    public static EnrolmentRequest Of(string node, string port, DateTimeOffset now, string alpha2, ECDsa link, ECDsa record) =>
        new(FormatName, node, port, now, SigningRequest(node, alpha2, link), SigningRequest(node, alpha2, record));

    public EnrolmentRequest ProvenBy(EnrolmentCode code) => this with { CodeProof = ProofOfParts.Under(code, Purpose, Content()) };

    public EnrolmentRequest ProvenBy(ECDsa link, ECDsa record) => this with { LinkProof = Sign(link), RecordProof = Sign(record) };

    public bool IsProvenBy(EnrolmentCode code) => CodeProof is not null && CryptographicOperations.FixedTimeEquals(CodeProof, ProofOfParts.Under(code, Purpose, Content()));

    public bool IsProvenByLink(ECDsa present) => LinkProof is not null && Verify(present, LinkProof);

    public bool IsProvenByRecord(ECDsa present) => RecordProof is not null && Verify(present, RecordProof);

    public byte[] Write() => PkiJson.File(this);

    /// <summary>Reads a request; takes any bytes. The form alone is checked here, and that who asks has both keys.</summary>
    public static Answer<CheckedRequest> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return Invalid("$", $"more than {Largest} bytes");
        if (!StrictJson.TryRead<EnrolmentRequest>(utf8, out var request, out var wrong))
            return Invalid(wrong.Value.Field, $"malformed at {wrong.Value.Line}:{wrong.Value.Column}");
        if (request.Format != FormatName)
            return Invalid("format", $"it must be {FormatName}");
        if ((NodeNames.Refuse(request.Node) ?? NodeNames.RefusePort(request.Port)) is { } problem)
            return Invalid(problem.Field!, problem.Evidence["rule"]);
        if (request.CodeProof is null ? request.LinkProof is null || request.RecordProof is null : request.LinkProof is not null || request.RecordProof is not null)
            return Invalid("codeProof", "the code proves, or both present keys do");
        if (KeyOf(request.LinkRequest, "linkRequest", request.Node, out var link) is { } wrongLink)
            return wrongLink;
        if (KeyOf(request.RecordRequest, "recordRequest", request.Node, out var record) is { } wrongRecord)
            return wrongRecord;
        if (link!.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(record!.ExportSubjectPublicKeyInfo()))
            return Invalid("linkRequest", "the ledger's key must not be the link's, which another program reads");
        return new CheckedRequest(request, link, record);
    }

    private byte[] Content() => ProofOfParts.Joined(
        Format, Encoding.UTF8.GetBytes(Node), Encoding.UTF8.GetBytes(Port), Encoding.UTF8.GetBytes(MadeAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)), LinkRequest, RecordRequest);

    private byte[] Sign(ECDsa key) => key.SignData(ProofOfParts.Joined(Purpose, Content()), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private bool Verify(ECDsa key, byte[] proof) => key.VerifyData(ProofOfParts.Joined(Purpose, Content()), proof, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private static byte[] SigningRequest(string node, string alpha2, ECDsa key) => new CertificateRequest(CertificateForms.Subject(node, alpha2), key, HashAlgorithmName.SHA256).CreateSigningRequest();

    /// <summary>The key of a request that its own key signed.</summary>
    private static Finding? KeyOf(byte[] der, string field, string node, out PublicKey? key)
    {
        key = null;
        try
        {
            // Extensions that it asks for are not read: what a certificate says is the authority's to decide.
            var request = CertificateRequest.LoadSigningRequest(der, HashAlgorithmName.SHA256);
            if (!CertificateChecks.IsP256(request.PublicKey))
                return Invalid(field, "its key is not on the curve P-256");
            if (CommonName(request.SubjectName) != node)
                return Invalid(field, "it names another node");
            key = request.PublicKey;
            return null;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or AsnContentException or NotSupportedException or FormatException)
        {
            return LinksRule.ProofInvalid.Broken(field, ("field", field));
        }
    }

    private static string? CommonName(X500DistinguishedName name) =>
        name.EnumerateRelativeDistinguishedNames(reversed: false).LastOrDefault() is { HasMultipleElements: false } last && last.GetSingleElementType().Value == "2.5.4.3" ? last.GetSingleElementValue() : null;

    private static Finding Invalid(string field, string rule) => LinksRule.RequestInvalid.Broken(field, ("field", field), ("rule", rule));
}

/// <summary>A request whose form is right and whose keys are who asks'.</summary>
/// <param name="Request">The request; its proof is still to be checked.</param>
/// <param name="Link">The link key.</param>
/// <param name="Record">The ledger's key.</param>
internal sealed record CheckedRequest(EnrolmentRequest Request, PublicKey Link, PublicKey Record);
