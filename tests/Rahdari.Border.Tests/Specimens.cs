using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests;

/// <summary>Passports of invented people, composed as Doc 9303-4 says.</summary>
internal static class Specimens
{
    /// <summary>BSI TR-03137-1 v2.5, annex F: the seal of a visa.</summary>
    public static readonly byte[] VisaSeal = Convert.FromHexString(
        "dc036abc6d32c8a72cb10f7134b798155d01022cdd52134a74da1347c6fed95cb89f9fce133c133c133c133c203833734aaf47f0c32f1a1e20eb2625393afe310403a00000050633be1fed20c6ff38d5573247608c9b64cae022c1c5249660e51ae316d600f974aac2129c3f093c35955314026304705cd24c1b8100711bd4411f068e8d93e8b7");

    public static string Passport(
        string number = "U00000001",
        string surname = "SPECIMENA",
        string given = "KHANUM",
        string nationality = "UTO",
        string born = "1980-05-17",
        string expires = "2031-01-01",
        Sex sex = Sex.Female,
        string code = "P",
        string optional = "",
        string? issuer = null) => Compose(MrzFormat.TD3, code, issuer ?? nationality, number, surname, given, nationality, born, expires, sex, optional);

    /// <summary>A card: an identity card, a crew member's certificate.</summary>
    public static string Card(string number, string surname, string nationality, string born, string expires, string code) =>
        Compose(MrzFormat.TD1, code, nationality, number, surname, "KHANUM", nationality, born, expires, Sex.Female, "", "");

    /// <summary>A visa of the country for the holder of <see cref="Passport"/>.</summary>
    public static string Visa(
        string number = "U00000001",
        string surname = "SPECIMENA",
        string state = "PAK",
        string nationality = "UTO",
        string born = "1980-05-17",
        string expires = "2026-06-01") => Compose(MrzFormat.MRVA, "V", state, number, surname, "KHANUM", nationality, born, expires, Sex.Female, "");

    private static string Compose(
        MrzFormat format, string code, string state, string number, string surname, string given, string nationality, string born, string expires, Sex sex, params string[] optional) =>
        string.Join('\n', MrzComposer.Compose(new MrzFields
        {
            Format = format,
            DocumentCode = code,
            IssuingState = state,
            PrimaryIdentifier = surname,
            SecondaryIdentifier = given,
            NameMayBeTruncated = false,
            DocumentNumber = number,
            Nationality = nationality,
            DateOfBirth = PartialDate.Parse(born),
            Sex = sex,
            DateOfExpiry = PartialDate.Parse(expires),
            OptionalData = optional,
        }));
}
