using CsCheck;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Tests.Mrz;

/// <summary>Generates the fields of documents that can be issued: every format, long numbers, partial dates, optional data, long names.</summary>
internal static class Zones
{
    public const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The sizes of a format in Doc 9303 parts 4 to 7.</summary>
    public static (int Lines, int Width, int Name, int LongestNumber, int[] OptionalData) Size(MrzFormat format) => format switch
    {
        MrzFormat.TD1 => (3, 30, 30, 22, [15, 11]),
        MrzFormat.TD2 => (2, 36, 31, 14, [7]),
        MrzFormat.TD3 => (2, 44, 39, 9, [14]),
        MrzFormat.MRVA => (2, 44, 39, 9, [16]),
        MrzFormat.MRVB => (2, 36, 31, 9, [8]),
        MrzFormat.FrenchIdentityCard => (2, 36, 25, 12, [6]),
        MrzFormat.SwissDrivingLicence => (3, 30, 30, 12, [9]),
        MrzFormat.FrenchDrivingLicence => (1, 30, 8, 9, []),
        MrzFormat.DutchDrivingLicence => (1, 30, 0, 10, [1, 13]),
        MrzFormat.RussianInternalPassport => (2, 44, 39, 9, [14]),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>The formats of Doc 9303.</summary>
    public static readonly MrzFormat[] Standard = [MrzFormat.TD1, MrzFormat.TD2, MrzFormat.TD3, MrzFormat.MRVA, MrzFormat.MRVB];

    public static Gen<MrzFields> Fields { get; } =
        from format in Gen.OneOf<MrzFormat>(Standard)
        from code in Code(format)
        from state in Gen.OneOf<string>([.. IssuingStates.All.Where(s => s.Issues).Select(s => s.Code).Order(StringComparer.Ordinal)])
        from nationality in Gen.OneOf<string>([.. IssuingStates.All.Select(s => s.Code).Order(StringComparer.Ordinal)])
        from primary in Name(1)
        from secondary in Name(0)
        from number in Number(format)
        from optional in Optional(format, number.Length)
        from born in Date(1912, 2010)
        from expires in Date(1970, 2069)
        from sex in Gen.Enum<Sex>()
        select new MrzFields
        {
            Format = format,
            DocumentCode = code,
            IssuingState = state,
            PrimaryIdentifier = primary,
            SecondaryIdentifier = secondary,
            NameMayBeTruncated = (secondary.Length == 0 ? primary : $"{primary}  {secondary}").Length >= Size(format).Name,
            DocumentNumber = number,
            Nationality = nationality,
            DateOfBirth = born,
            Sex = sex,
            DateOfExpiry = expires,
            OptionalData = optional,
        };

    /// <summary>National documents, with the fields that each has.</summary>
    public static Gen<MrzFields> National { get; } =
        from fields in Fields
        from format in Gen.OneOf<MrzFormat>([.. Enum.GetValues<MrzFormat>().Except(Standard)])
        from number in Number(format)
        from optional in Optional(format, 0)
        from names in Gen.Select(Gen.String[Gen.Char[Letters], 1, 7], Gen.String[Gen.Char[Letters], 1, 5].List[0, 2])
        from issued in Gen.Select(Gen.Int[1988, 2020], Gen.Int[1, 12], Gen.Int[0, 99_999_999])
        select Of(fields with { Format = format, DocumentNumber = number, OptionalData = optional, NameMayBeTruncated = false }, names.Item1, string.Join(' ', names.Item2), issued);

    private static MrzFields Of(MrzFields fields, string surname, string given, (int Year, int Month, int Serial) issued) => fields.Format switch
    {
        MrzFormat.FrenchIdentityCard => fields with
        {
            DocumentCode = "ID",
            IssuingState = "FRA",
            DocumentNumber = $"{issued.Year % 100:D2}{issued.Month:D2}{issued.Serial:D8}",
            DateOfIssue = PartialDate.Of(issued.Year, issued.Month),
            PrimaryIdentifier = surname,
            SecondaryIdentifier = given,
            Nationality = "",
            DateOfExpiry = PartialDate.Unknown,
        },
        MrzFormat.SwissDrivingLicence => fields with
        {
            DocumentCode = "FA",
            IssuingState = "CHE",
            PrimaryIdentifier = surname,
            SecondaryIdentifier = given,
            Nationality = "",
            Sex = Sex.Unspecified,
            DateOfExpiry = PartialDate.Unknown,
        },
        MrzFormat.FrenchDrivingLicence => fields with
        {
            DocumentCode = "D1",
            IssuingState = "FRA",
            PrimaryIdentifier = surname,
            SecondaryIdentifier = "",
            Nationality = "",
            Sex = Sex.Unspecified,
            DateOfBirth = PartialDate.Unknown,
        },
        MrzFormat.DutchDrivingLicence => fields with
        {
            DocumentCode = "D1",
            IssuingState = "NLD",
            PrimaryIdentifier = "",
            SecondaryIdentifier = "",
            Nationality = "",
            Sex = Sex.Unspecified,
            DateOfBirth = PartialDate.Unknown,
            DateOfExpiry = PartialDate.Unknown,
        },
        _ => fields with
        {
            DocumentCode = "PN",
            IssuingState = "RUS",
            PrimaryIdentifier = surname + "2",
            SecondaryIdentifier = given,
            DateOfExpiry = PartialDate.Unknown,
        },
    };

    private static Gen<string> Code(MrzFormat format) =>
        from first in Gen.Char[format is MrzFormat.MRVA or MrzFormat.MRVB ? "V" : format == MrzFormat.TD3 ? "P" : "ACI"]
        from second in Gen.String[Gen.Char["BDEGPRSTX"], 0, 1]
        select first + second;

    private static Gen<string> Name(int fewest) =>
        Gen.String[Gen.Char[Letters], 1, 14].List[fewest, 4].Select(components => string.Join(' ', components));

    private static Gen<string> Number(MrzFormat format) =>
        Gen.String[Gen.Char[Alphanumeric], 1, Size(format).LongestNumber];

    private static Gen<List<string>> Optional(MrzFormat format, int number)
    {
        // The rest of a long number, its check digit and a filler stand in the first optional data.
        var taken = number > 9 ? number - 9 + 2 : 0;
        return Size(format).OptionalData.Select((length, i) => Text(length - (i == 0 ? taken : 0)))
            .Aggregate(Gen.Const(new List<string>()), (all, next) => Gen.Select(all, next, (texts, text) => new List<string>([.. texts, text])));
    }

    private static Gen<string> Text(int longest) => Gen.OneOf(
        Gen.Const(""),
        Gen.String[Gen.Char[Alphanumeric + "<"], 0, Math.Max(0, longest)].Select(text => text.Trim('<')));

    private static Gen<PartialDate> Date(int first, int last) =>
        Gen.Select(Gen.Int[first, last], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 9]).Select((year, month, day, kind) => kind switch
        {
            0 => PartialDate.Unknown,
            1 => PartialDate.Of(year),
            2 => PartialDate.Of(year, month),
            3 => PartialDate.Of(year, null, day),
            4 => PartialDate.Of(null, month, day),
            _ => PartialDate.Of(year, month, day),
        });
}
