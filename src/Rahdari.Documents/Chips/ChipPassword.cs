using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Chips;

/// <summary>What opens a chip: something printed on the document (Doc 9303-11 §4.3, §4.4, §9.7.3). Immutable; personal data, not for logs.</summary>
public sealed class ChipPassword
{
    private ChipPassword(byte reference, byte[] secret) => (Reference, Secret) = (reference, secret);

    /// <summary>Which password it is, to PACE: 1 the zone, 2 the card access number.</summary>
    internal byte Reference { get; }

    /// <summary>f(π): the digest of the zone's fields, or the number itself.</summary>
    internal byte[] Secret { get; }

    /// <summary>True where it opens chips that know basic access control alone.</summary>
    internal bool IsZone => Reference == 1;

    /// <summary>The zone: document number, date of birth and date of expiry, each with its check digit.</summary>
    public static ChipPassword OfZone(MrzFields fields)
    {
        var number = fields.DocumentNumber.PadRight(9, '<');
        return OfInformation(Checked(number) + Checked(Digits(fields.DateOfBirth.Year, fields.DateOfBirth.Month, fields.DateOfBirth.Day))
            + Checked(Digits(fields.DateOfExpiry.Year, fields.DateOfExpiry.Month, fields.DateOfExpiry.Day)));
    }

    /// <summary>The zone's fields run together, as the standard calls MRZ_information.</summary>
    public static ChipPassword OfInformation(string information)
    {
#pragma warning disable CA5350 // The standard's own derivation.
        return new ChipPassword(1, SHA1.HashData(Encoding.ASCII.GetBytes(information)));
#pragma warning restore CA5350
    }

    /// <summary>The card access number printed on the document: six digits.</summary>
    public static ChipPassword OfCard(string number) => new(2, Encoding.ASCII.GetBytes(number));

    private static string Checked(string field) => field + CheckDigit.Of(field);

    private static string Digits(int? year, int? month, int? day) => Part(year % 100) + Part(month) + Part(day);

    private static string Part(int? part) => part is { } known ? known.ToString("00", CultureInfo.InvariantCulture) : "<<";
}
