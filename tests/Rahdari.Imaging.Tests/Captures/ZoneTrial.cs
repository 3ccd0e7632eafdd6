using System.Globalization;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Imaging.Tests.Captures;

/// <summary>One drawn page, taken, read and compared with what was drawn.</summary>
/// <param name="Format">The format.</param>
/// <param name="Truth">The lines drawn.</param>
/// <param name="Reading">What was read.</param>
internal sealed record ZoneTrial(MrzFormat Format, IReadOnlyList<string> Truth, ImageReading Reading)
{
    public static readonly MrzFormat[] Formats = [MrzFormat.TD3, MrzFormat.TD1, MrzFormat.TD2, MrzFormat.MRVA, MrzFormat.MRVB];

    /// <summary>Draws, takes and reads number <paramref name="seed"/> of a kind: the same in every run.</summary>
    public static async Task<ZoneTrial> RunAsync(int seed, Func<Random, Capture> kind, ImageTools tools)
    {
        var (format, lines, file) = Make(seed, kind);
        return new ZoneTrial(format, lines, await ImageReader.ReadAsync(file, InventedDocument.Day, tools));
    }

    /// <summary>The picture's file and what it shows. Every other one is in the font that the network never saw.</summary>
    public static (MrzFormat Format, IReadOnlyList<string> Lines, byte[] File) Make(int seed, Func<Random, Capture> kind)
    {
        var random = new Random(seed);
        var format = Formats[seed % Formats.Length];
        var fields = InventedDocument.Of(format, random);
        using var page = SpecimenPage.Draw(fields, SpecimenPage.FontFiles[seed / Formats.Length % 2], random);
        var (file, homography) = Camera.Take(page, kind(random), random);
        homography.Dispose();
        return (format, MrzComposer.Compose(fields), file);
    }

    /// <summary>The lines read, where they have the shape of those drawn.</summary>
    public IReadOnlyList<string>? Read => Reading.Zone is { } zone && zone.Lines.Select(line => line.Length).SequenceEqual(Truth.Select(line => line.Length)) ? zone.Lines : null;

    /// <summary>Whether every character is right.</summary>
    public bool IsExact => Read is not null && !Wrong().Any();

    /// <summary>Whether every character that a check digit covers is right.</summary>
    public bool IsExactWhereChecked => Read is not null && !Wrong().Any(place => MrzAlphabet.IsChecked(Format, place.Line, place.Column));

    /// <summary>Wrong characters of a zone whose check digits hold that no finding tells of.</summary>
    public IEnumerable<(int Line, int Column)> Silent() => Wrong().Where(place => !IsTold(place));

    /// <summary>The places read wrong, 0-based.</summary>
    public IEnumerable<(int Line, int Column)> Wrong() =>
        from line in Enumerable.Range(0, Read is null ? 0 : Truth.Count)
        from column in Enumerable.Range(0, Truth[line].Length)
        where Truth[line][column] != Read![line][column]
        select (line, column);

    private bool IsTold((int Line, int Column) place)
    {
        if (Reading.Findings.Any(finding => finding.Code == ImageRule.ZoneIllegible.Code || Is(finding, place)))
            return true;
        return Reading.Zone!.Findings.Any(finding => Is(finding, place)
            || finding.Code.StartsWith("MRZ_CHECK_DIGIT", StringComparison.Ordinal)
            || finding.Code == FindingCatalogue.Filler.Code);
    }

    private static bool Is(Finding finding, (int Line, int Column) place) =>
        finding.Evidence.TryGetValue("line", out var line) && finding.Evidence.TryGetValue("column", out var column)
        && int.Parse(line, CultureInfo.InvariantCulture) == place.Line + 1 && int.Parse(column, CultureInfo.InvariantCulture) == place.Column + 1;
}
