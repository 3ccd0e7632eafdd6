namespace Rahdari.Border.Screening.Calibration;

/// <summary>The resolved matches of one list, or of all, by what was told of them.</summary>
/// <param name="List">The list; null for all.</param>
/// <param name="Total">Whatever was told.</param>
/// <param name="Bands">By band, the least probable first. The first holds what is below an alert: whole names, and lists whose threshold is lower.</param>
public sealed record CalibratedMatches(string? List, CalibrationBand Total, IReadOnlyList<CalibrationBand> Bands)
{
    private static readonly double[] Edges = [0, 0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 0.99, 1];

    /// <summary>Counts matches, each a score and whether it was the person.</summary>
    internal static CalibratedMatches Of(string? list, IReadOnlyCollection<(double Score, bool IsPerson)> matches)
    {
        var bands = new CalibrationBand[Edges.Length - 1];
        for (var i = 0; i < bands.Length; i++)
        {
            var (from, to, isLast) = (Edges[i], Edges[i + 1], i == bands.Length - 1);
            bands[i] = Band(from, to, [.. matches.Where(m => m.Score >= from && (m.Score < to || isLast))]);
        }
        return new(list, Band(Edges[0], Edges[^1], matches), bands);
    }

    private static CalibrationBand Band(double from, double to, IReadOnlyCollection<(double Score, bool IsPerson)> matches) =>
        new(from, to, matches.Count, matches.Count(m => m.IsPerson), matches.Count == 0 ? null : matches.Average(m => m.Score));
}
