using OpenCvSharp;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Imaging.Tests.Captures;

namespace Rahdari.Bench;

/// <summary>Draws the page of a specimen's passport: <c>samples/travellers/page.jpg</c>.</summary>
internal static class SamplePage
{
    public static async Task DrawAsync(TextWriter to, string file)
    {
        var fields = new MrzFields
        {
            Format = MrzFormat.TD3,
            DocumentCode = "P",
            IssuingState = "UTO",
            PrimaryIdentifier = "SPECIMENPAGE",
            SecondaryIdentifier = "ANNA MARIA",
            NameMayBeTruncated = false,
            DocumentNumber = "SPC100090",
            Nationality = "UTO",
            DateOfBirth = PartialDate.Of(1990, 5, 17),
            Sex = Sex.Female,
            DateOfExpiry = PartialDate.Of(2034, 12, 31),
            OptionalData = [""],
        };
        using var page = SpecimenPage.Draw(fields, SpecimenPage.FontFiles[0], new Random(7));
        using var scan = page.Resize(new Size(1480, 1042), 0, 0, InterpolationFlags.Area);
        await File.WriteAllBytesAsync(file, scan.ImEncode(".jpg", new ImageEncodingParam(ImwriteFlags.JpegQuality, 80)));
        await to.WriteLineAsync(string.Join('\n', MrzComposer.Compose(fields)));
    }
}
