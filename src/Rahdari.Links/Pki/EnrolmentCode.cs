using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Links.Pki;

/// <summary>
/// The one-time code by which a node is enrolled: 128 secret bits and the beginning (72 bits) of the SHA-256 of the authority's certificate, by which the port knows that the answer is the right authority's.
/// Told as eight groups of Crockford's base32, the last sign of each a check: one wrong sign, two swapped signs and two swapped groups are always found, and the group is named.
/// </summary>
internal sealed record EnrolmentCode
{
    public const int SecretBytes = 16;
    public const int FingerprintBytes = 9;

    private const int Groups = 8;
    private const int Signs = 5;
    private const int Longest = 200;

    // Crockford's: no I, L, O, U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly byte[] bytes;

    private EnrolmentCode(byte[] bytes) => this.bytes = bytes;

    /// <summary>The secret; both sides prove with it and never send it.</summary>
    public ReadOnlySpan<byte> Secret => bytes.AsSpan(0, SecretBytes);

    public static EnrolmentCode Of(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> authorityCertificate) =>
        new([.. secret[..SecretBytes], .. SHA256.HashData(authorityCertificate).AsSpan(0, FingerprintBytes)]);

    /// <summary>True where the certificate is the one that the code names.</summary>
    public bool Names(ReadOnlySpan<byte> authorityCertificate) => SHA256.HashData(authorityCertificate).AsSpan(0, FingerprintBytes).SequenceEqual(bytes.AsSpan(SecretBytes));

    /// <summary>Reads a code as typed: small letters, blanks, hyphens, I and L for 1, O for 0 are taken.</summary>
    public static Answer<EnrolmentCode> Parse(string? text)
    {
        if (text is null || text.Length > Longest)
            return Mistyped("–", $"a code has {Groups} groups of {Signs + 1} signs");
        Span<byte> signs = stackalloc byte[Groups * (Signs + 1)];
        var count = 0;
        foreach (var c in text)
        {
            if (c is '-' or ' ' or '\t' or '\r' or '\n')
                continue;
            var sign = Alphabet.IndexOf(char.ToUpperInvariant(c) switch { 'I' or 'L' => '1', 'O' => '0', var other => other }, StringComparison.Ordinal);
            if (sign < 0)
                return Mistyped($"{Math.Min(count / (Signs + 1), Groups - 1) + 1}", "a sign that no code has");
            if (count == signs.Length)
                return Mistyped("–", $"a code has {Groups} groups of {Signs + 1} signs, no more");
            signs[count++] = (byte)sign;
        }
        if (count < signs.Length)
            return Mistyped($"{(count / (Signs + 1)) + 1}", $"a code has {Groups} groups of {Signs + 1} signs, no fewer");
        var bits = new byte[SecretBytes + FingerprintBytes];
        for (var group = 0; group < Groups; group++)
        {
            var from = signs.Slice(group * (Signs + 1), Signs + 1);
            if (from[Signs] != Check(from[..Signs], group))
                return Mistyped($"{group + 1}", "its check does not fit");
            for (var i = 0; i < Signs; i++)
            {
                for (var bit = 0; bit < 5; bit++)
                {
                    var at = (((group * Signs) + i) * 5) + bit;
                    bits[at / 8] |= (byte)(((from[i] >> (4 - bit)) & 1) << (7 - (at % 8)));
                }
            }
        }
        return new EnrolmentCode(bits);
    }

    /// <summary>Eight groups of six signs, with hyphens between.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Span<byte> signs = stackalloc byte[Signs];
        for (var group = 0; group < Groups; group++)
        {
            for (var i = 0; i < Signs; i++)
            {
                signs[i] = 0;
                for (var bit = 0; bit < 5; bit++)
                {
                    var at = (((group * Signs) + i) * 5) + bit;
                    signs[i] |= (byte)(((bytes[at / 8] >> (7 - (at % 8))) & 1) << (4 - bit));
                }
                text.Append(Alphabet[signs[i]]);
            }
            text.Append(Alphabet[Check(signs, group)]);
            if (group < Groups - 1)
                text.Append('-');
        }
        return text.ToString();
    }

    /// <summary>A weighted sum over GF(32), each sign with a weight of its own, and the group's number.</summary>
    private static byte Check(ReadOnlySpan<byte> signs, int group)
    {
        var sum = group;
        var weight = 1;
        foreach (var sign in signs)
        {
            weight = Times(weight, 2);
            sum ^= Times(weight, sign);
        }
        return (byte)sum;
    }

    /// <summary>The product in GF(32), modulo x⁵ + x² + 1.</summary>
    private static int Times(int a, int b)
    {
        var product = 0;
        for (; b > 0; b >>= 1)
        {
            if ((b & 1) != 0)
                product ^= a;
            a <<= 1;
            if ((a & 32) != 0)
                a ^= 0b100101;
        }
        return product;
    }

    private static Documents.Findings.Finding Mistyped(string group, string rule) => LinksRule.CodeMistyped.Broken("code", ("group", group), ("rule", rule));
}
