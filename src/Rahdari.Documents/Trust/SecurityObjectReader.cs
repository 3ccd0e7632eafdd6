using System.Formats.Asn1;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Trust;

/// <summary>Reads EF.SOD: signed content around an LDSSecurityObject (Doc 9303-10 §4.6.2.2). Takes any bytes; thread-safe.</summary>
internal static class SecurityObjectReader
{
    private const string LdsSecurityObject = "2.23.136.1.1.1";

    /// <summary>Reads the file; null, with a finding that says which part is wrong, where it is no security object.</summary>
    public static SecurityObject? Read(ReadOnlyMemory<byte> file, List<Finding> findings)
    {
        if (LdsReader.Content(ElementaryFile.Security, file, findings) is not { } content)
            return null;
        var (signed, part) = SignedContent.Read(content);
        if (signed is null)
            return Failed(part);
        if (signed.Type != LdsSecurityObject)
            return Failed("eContentType");
        try
        {
            part = "version";
            var data = new AsnReader(signed.Content, AsnEncodingRules.BER).ReadSequence();
            if (!data.TryReadInt32(out var version))
                return Failed(part);
            part = "hashAlgorithm";
            if (HashOf.Name(data.ReadSequence().ReadObjectIdentifier()) is not { } hash)
                return Failed(part);
            part = "dataGroupHashValues";
            var hashes = new Dictionary<int, ReadOnlyMemory<byte>>();
            for (var groups = data.ReadSequence(); groups.HasData;)
            {
                var group = groups.ReadSequence();
                if (!group.TryReadInt32(out var number) || number is < 1 or > 16)
                    return Failed(part);
                hashes[number] = group.ReadOctetString();
            }
            part = "ldsVersionInfo";
            return new SecurityObject(signed)
            {
                Version = version,
                HashAlgorithm = hash,
                Hashes = hashes,
                LdsVersion = data.HasData ? data.ReadSequence().ReadCharacterString(UniversalTagNumber.PrintableString) : null,
            };
        }
        catch (AsnContentException)
        {
            return Failed(part);
        }

        SecurityObject? Failed(string reason)
        {
            findings.Add(PassiveRule.SecurityUnreadable.Found(ElementaryFile.Security.Name, reason));
            return null;
        }
    }
}
