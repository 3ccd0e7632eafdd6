using System.Globalization;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Inspection;

/// <summary>Holds the zone on a picture of the page against the zone presented. Pure and thread-safe.</summary>
public static class PictureInspection
{
    /// <summary>Characters of a zone in which two may differ and yet be one document's.</summary>
    private const int MostDifferences = 3;

    /// <summary>Each place that differs, or that it is another document; nothing where no zone was found, and nothing of places that were not read clearly.</summary>
    /// <param name="picture">The zone on the picture.</param>
    /// <param name="uncertain">Its places that were not read clearly: line and column, from 1.</param>
    /// <param name="zone">The lines presented.</param>
    /// <param name="number">The number of the document presented.</param>
    public static IReadOnlyList<Finding> Of(MrzReading? picture, IReadOnlySet<(int Line, int Column)> uncertain, IReadOnlyList<string> zone, string number)
    {
        if (picture?.Fields is not { } fields)
            return [];
        var sameShape = picture.Lines.Select(line => line.Length).SequenceEqual(zone.Select(line => line.Length));
        var places = sameShape
            ? (from line in Enumerable.Range(0, zone.Count)
               from column in Enumerable.Range(0, zone[line].Length)
               where picture.Lines[line][column] != zone[line][column] && !uncertain.Contains((line + 1, column + 1))
               select (Line: line, Column: column)).ToArray()
            : [];
        if (!sameShape || places.Length > MostDifferences)
            return [PictureRules.OfAnother.Found(null, Shown(fields.DocumentNumber), Shown(number))];
        return [.. places.Select(place => PictureRules.ZoneDiffers.Found(null, Text(place.Line + 1), Text(place.Column + 1), $"{picture.Lines[place.Line][place.Column]}", $"{zone[place.Line][place.Column]}"))];
    }

    private static string Shown(string value) => value.Length == 0 ? "–" : value;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
