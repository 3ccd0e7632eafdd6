using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Rahdari.Links.Messages;

/// <summary>
/// Headquarters' word that a node's records are committed in its database, up to and with one. Signed by the key that signs headquarters' own records, so that no broker and nobody in between can make a
/// port believe that headquarters has what it lacks. An older one that is played again says less, and changes nothing.
/// </summary>
/// <param name="V">1.</param>
/// <param name="From">Headquarters' node.</param>
/// <param name="Node">Whose records.</param>
/// <param name="Sequence">The highest sequence with all before it; 0 where there is none.</param>
/// <param name="Hash">That record's hash; 32 zero bytes where there is none.</param>
/// <param name="IsGap">True where what came last lacks what is before it: it is to be sent again from here.</param>
/// <param name="Clock">Headquarters' clock; UTC.</param>
/// <param name="Signature">By headquarters' record key (IEEE P1363).</param>
/// <param name="Certificate">The certificate of that key (DER).</param>
public sealed record SignedReceipt(int V, string From, string Node, long Sequence, byte[] Hash, bool IsGap, DateTimeOffset Clock, byte[] Signature, byte[] Certificate)
{
    private const int LargestMessage = 16 * 1024;

    /// <summary>The receipt, signed.</summary>
    public static SignedReceipt Sign(string from, string node, long sequence, byte[] hash, bool isGap, DateTimeOffset clock, ECDsa key, X509Certificate2 certificate)
    {
        var receipt = new SignedReceipt(1, from, node, sequence, hash, isGap, clock, [], certificate.RawData);
        return receipt with { Signature = key.SignData(receipt.Said(), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) };
    }

    /// <summary>The bytes that travel.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, LinkJson.Default.SignedReceipt);

    /// <summary>Reads bytes of any origin; null where they are no receipt.</summary>
    public static SignedReceipt? Read(ReadOnlySpan<byte> bytes) =>
        LinkJson.Read(bytes, LargestMessage, LinkJson.Default.SignedReceipt) is { V: 1, Sequence: >= 0, Hash.Length: 32, Signature.Length: 64 } receipt ? receipt : null;

    /// <summary>True where the holder of the key signed just this. Whose key it is, its certificate must say.</summary>
    public bool IsSigned(ECDsa key) => key.VerifyData(Said(), Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>What is signed: every field, one a line; no name holds a line's end.</summary>
    private byte[] Said() => Encoding.UTF8.GetBytes(string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"rahdari receipt 1\n{From}\n{Node}\n{Sequence}\n{Convert.ToHexStringLower(Hash)}\n{IsGap}\n{Clock.ToUnixTimeMilliseconds()}\n"));
}
