using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests;

/// <summary>Passports of invented people, composed as Doc 9303-4 says.</summary>
internal static class Specimens
{
    public static string Passport(
        string number = "U00000001",
        string surname = "SPECIMENA",
        string given = "KHANUM",
        string nationality = "UTO",
        string born = "1980-05-17",
        string expires = "2031-01-01",
        Sex sex = Sex.Female) =>
        string.Join('\n', MrzComposer.Compose(new MrzFields
        {
            Format = MrzFormat.TD3,
            DocumentCode = "P",
            IssuingState = nationality,
            PrimaryIdentifier = surname,
            SecondaryIdentifier = given,
            NameMayBeTruncated = false,
            DocumentNumber = number,
            Nationality = nationality,
            DateOfBirth = PartialDate.Parse(born),
            Sex = sex,
            DateOfExpiry = PartialDate.Parse(expires),
            OptionalData = [""],
        }));
}
