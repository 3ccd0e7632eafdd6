using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Imaging.Tests.Captures;

/// <summary>Documents of Utopia whose holders are plainly invented: words of random letters, so that every glyph comes up.</summary>
internal static class InventedDocument
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The day on which all of them are read.</summary>
    public static readonly DateOnly Day = new(2026, 1, 31);

    public static MrzFields Of(MrzFormat format, Random random) => new()
    {
        Format = format,
        DocumentCode = format switch { MrzFormat.TD3 => "P", MrzFormat.MRVA or MrzFormat.MRVB => "V", _ => "I" },
        IssuingState = "UTO",
        PrimaryIdentifier = "SPECIMEN " + Word(random, Letters, 3, 7),
        SecondaryIdentifier = Word(random, Letters, 2, format == MrzFormat.TD1 ? 5 : 8),
        NameMayBeTruncated = false,
        DocumentNumber = Word(random, Letters + "0123456789", 9, 9),
        Nationality = "UTO",
        DateOfBirth = PartialDate.Of(random.Next(1940, 2008), random.Next(1, 13), random.Next(1, 29)),
        Sex = random.Next(2) == 0 ? Sex.Female : Sex.Male,
        DateOfExpiry = PartialDate.Of(random.Next(2027, 2036), random.Next(1, 13), random.Next(1, 29)),
        OptionalData = format == MrzFormat.TD3 ? [random.Next(2) == 0 ? "" : Word(random, "0123456789", 6, 13)] : [""],
    };

    private static string Word(Random random, string of, int shortest, int longest) =>
        string.Concat(Enumerable.Range(0, random.Next(shortest, longest + 1)).Select(_ => of[random.Next(of.Length)]));
}
