using System.Globalization;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Trust;

/// <summary>Reads downloads of ICAO's Public Key Directory: LDIF. Takes any bytes; thread-safe.</summary>
public static class PkdDownloadReader
{
    /// <summary>The largest file that is read; those of today have about eighty million bytes.</summary>
    public const int LargestBytes = 256 << 20;

    /// <summary>Whether bytes may be LDIF: text that begins with a version, a name or a comment.</summary>
    public static bool IsLdif(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \t\r\n\uFEFF"u8);
        return start.StartsWith("version:"u8) || start.StartsWith("dn:"u8) || start.StartsWith("#"u8);
    }

    /// <summary>Reads a download; what cannot be read is a finding with its line, and the rest is read.</summary>
    public static (PkdDownload? Download, IReadOnlyList<Finding> Findings) Read(ReadOnlyMemory<byte> text)
    {
        if (text.Length > LargestBytes)
            return (null, [TrustRule.ListTooLarge.Found(null, $"{text.Length}", $"{LargestBytes}")]);
        var findings = new List<Finding>();
        var (edition, encoded, revocations, lists) = (0L, new List<(PkdPart Part, LdifAttribute Value)>(), new List<RevocationList>(), new List<ReadOnlyMemory<byte>>());
        foreach (var entry in LdifReader.Read(text, findings))
        {
            var part = entry[0].Text.Contains("dc=nc-data", StringComparison.OrdinalIgnoreCase) ? PkdPart.NonConforming : PkdPart.Conforming;
            foreach (var attribute in entry)
            {
                switch (attribute.Name)
                {
                    case "pkdversion" when long.TryParse(attribute.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version):
                        edition = Math.Max(edition, version);
                        break;
                    case "usercertificate":
                        encoded.Add((part, attribute));
                        break;
                    case "certificaterevocationlist" when RevocationList.Read(attribute.Value) is { } list:
                        revocations.Add(list);
                        break;
                    case "certificaterevocationlist":
                        findings.Add(TrustRule.RevocationUnreadable.Found(null, $"{attribute.Line}"));
                        break;
                    case "pkdmasterlistcontent":
                        lists.Add(attribute.Value);
                        break;
                }
            }
        }
        // A key on a curve takes the platform a while to examine: several at a time.
        var read = encoded.AsParallel().AsOrdered().Select(found => (found.Part, found.Value.Line, Certificate: SigningCertificate.Read(found.Value.Value))).ToArray();
        findings.AddRange(read.Where(found => found.Certificate is null).Select(found => TrustRule.SignerUnreadable.Found(null, $"{found.Line}")));
        var signers = read.Where(found => found.Certificate is not null).Select(found => (found.Part, Certificate: found.Certificate!)).DistinctBy(found => found.Certificate.Fingerprint);
        return (new PkdDownload { Edition = edition, Signers = [.. signers], RevocationLists = revocations, MasterLists = lists }, findings);
    }
}
