namespace Rahdari.Border.Screening.Calibration;

/// <summary>Whether the scores of a site keep their word: what was told of matches, and what supervisors found.</summary>
public sealed record SiteCalibration
{
    /// <summary>The first instant; UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The instant before which; UTC.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Matches found in the period that nobody has resolved, without those of encounters that were left.</summary>
    public required int Open { get; init; }

    /// <summary>Matches found in the period that did not alert, for they had been dismissed before.</summary>
    public required int Suppressed { get; init; }

    /// <summary>Of all lists.</summary>
    public required CalibratedMatches All { get; init; }

    /// <summary>Of each list of which any was resolved, by name.</summary>
    public required IReadOnlyList<CalibratedMatches> Lists { get; init; }
}
