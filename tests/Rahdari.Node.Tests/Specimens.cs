using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Node.Tests;

/// <summary>Passports of invented people, composed as Doc 9303-4 says.</summary>
internal static class Specimens
{
    public static string Passport(string number = "U00000001", string surname = "SPECIMENA", string given = "KHANUM", string born = "1980-05-17") =>
        string.Join('\n', MrzComposer.Compose(new MrzFields
        {
            Format = MrzFormat.TD3,
            DocumentCode = "P",
            IssuingState = "UTO",
            PrimaryIdentifier = surname,
            SecondaryIdentifier = given,
            NameMayBeTruncated = false,
            DocumentNumber = number,
            Nationality = "UTO",
            DateOfBirth = PartialDate.Parse(born),
            Sex = Sex.Female,
            DateOfExpiry = PartialDate.Parse("2031-01-01"),
            OptionalData = [""],
        }));

    public static byte[] List(params string[] parts) => File.ReadAllBytes(Path.Combine([AppContext.BaseDirectory, "watchlists", .. parts]));
}
